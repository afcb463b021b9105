import { allExams, egeExams, ogeExams, vprExams } from './exams.ts';
import { individualReport, journalReport, marksReport, scoresReport } from './fis-oko.ts';
import { csvProtocol, sparseProtocol, workbookProtocol } from './gia.ts';
import { flatExport } from './gia-flat.ts';
import { medalTable } from './medals.ts';
import { printedProtocol, schoolStage, uploadProtocol } from './olympiads.ts';
import { type PeopleTruth, peopleTruth } from './people-truth.ts';
import { SURNAMES } from './pupils.ts';
import { biasMarkers, roster, survey } from './registers.ts';
import { measuresTable, reportedValues } from './reported-values.ts';
import { grade10Table, passportSheet, passportTable, ratingTable } from './statistics.ts';
import { type DemoTruth, truthOf } from './truth.ts';
import { vpr2020, vpr2021, vpr2022 } from './vpr.ts';
import { type DemoFile, writeDemoFile } from './write-file.ts';

/** What was written, and what is true of it. */
export interface DemoExports {
  /** Paths inside the directory, with `/`, in the order in which to import them: the roster first. */
  files: string[];
  /** Surnames that stand in the files (masculine; the feminine form adds «а») and must reach no workspace. */
  surnames: readonly string[];
  truth: DemoTruth[];
  /** What is true of medal candidates and of holders of olympiad diplomas. */
  people: PeopleTruth;
}

/** The year for which the demo has a story to tell: results of 2018–2020, school-year values of 2021. */
export const DEMO_YEAR = 2021;

/**
 * Writes the exports of an invented municipality, each in the layout in which such files really come: roster,
 * ФИС ОКО, ВПР, ГИА, statistics, olympiads, medals, what organisations report. The same bytes every time; existing files of these names are replaced.
 */
export async function writeDemoExports(directory: string): Promise<DemoExports> {
  const files = demoFiles();
  for (const file of files) await writeDemoFile(directory, file);
  return {
    files: files.map(({ path }) => path),
    surnames: SURNAMES,
    truth: allExams().flatMap(truthOf),
    people: peopleTruth(),
  };
}

function demoFiles(): DemoFile[] {
  const [russian4, mathematics4, worldAround4, ...grades5And6] = vprExams(2019);
  const [egeRussian2018, ...egeMathematics2018] = egeExams(2018);
  const [egeRussian2020, egeMathematics2020] = egeExams(2020);
  return [
    roster(),
    survey(),
    ...vprExams(2018).map(marksReport),
    ...[russian4!, mathematics4!, ...grades5And6].map(marksReport),
    individualReport(worldAround4!),
    journalReport(russian4!),
    scoresReport(mathematics4!),
    biasMarkers(),
    ...vprExams(2020).map(vpr2020),
    ...vprExams(2021).map(vpr2021),
    ...vprExams(2022).map(vpr2022),
    workbookProtocol('ОГЭ 2018.xlsx', ogeExams(2018), 'xlsx'),
    sparseProtocol('ОГЭ 2019.xlsx', ogeExams(2019)),
    workbookProtocol('ОГЭ 2021.xlsx', ogeExams(2021), 'xlsx'),
    csvProtocol('ЕГЭ 2018 русский язык.csv', egeRussian2018!),
    workbookProtocol('ЕГЭ 2018 математика.xlsx', egeMathematics2018, 'xlsx'),
    workbookProtocol('ЕГЭ 2019.xls', egeExams(2019), 'xls'),
    csvProtocol('ЕГЭ 2020 русский язык.csv', egeRussian2020!, true),
    flatExport('2020_ЕГЭ_математика.xlsx', [egeMathematics2020!]),
    workbookProtocol('ЕГЭ 2021.xlsx', egeExams(2021), 'xlsx'),
    passportTable(),
    passportSheet(),
    ratingTable(),
    grade10Table(),
    uploadProtocol(),
    printedProtocol(),
    schoolStage(),
    medalTable(),
    ...reportedValues(),
    measuresTable(),
  ];
}
