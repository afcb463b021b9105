import { academicYear } from '../../records/year.ts';
import type { Objectivity, SchoolObjectivity } from '../../regulation/objectivity/objectivity.ts';
import type { RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import type { LowContext } from '../low/context.ts';
import { schoolAnswers } from '../low/terminal.ts';
import { windowSentence } from '../low/windows.ts';
import type { SignText } from '../objectivity/context.ts';
import { DISCLAIMER } from '../objectivity/sign-texts.ts';
import type { Report, ReportSheet } from '../report.ts';
import { parametersFact } from '../section/parameters.ts';
import { answersSheet, criteriaSheet, numbersSheet } from './answers.ts';
import { dynamicsSheet } from './dynamics.ts';
import { type LevelFacts, paperLevels } from './levels.ts';
import { levelsSheets } from './levels-sheet.ts';
import { flaggedSheet, signsSheet } from './signs.ts';

/** What the reports of all schools of a year are composed from. */
export interface SchoolsYear {
  risk: RiskSchools;
  low: LowContext;
  objectivity: Objectivity;
  signs: readonly SignText[];
  levels: LevelFacts;
}

/**
 * The report of one school for its head: the verdicts of section 1.2 with their reasons, results beside the
 * municipality and the region, flagged papers with what else may explain them.
 * @throws Error where the year has no such school
 */
export function schoolReport(code: string, { risk, low, objectivity, signs, levels }: SchoolsYear): Report {
  const verdict = risk.schools.find(({ school }) => school === code);
  if (!verdict) throw new Error(`unknown school: ${code}`);
  const judged = objectivity.schools.find(({ school }) => school === code);
  const { year } = risk;
  return {
    id: `school-${code}`,
    title: verdict.name,
    subtitle: `Отчёт для руководителя школы. Идентификация ${academicYear(year)} учебного года по Положению о МСОКО`,
    year,
    facts: [
      { name: 'Код ОО', value: code },
      { name: 'Муниципалитет', value: low.municipality },
      ...(low.region ? [{ name: 'Регион', value: low.region }] : []),
      { name: 'Год', value: `${year} (${academicYear(year)} учебный год)` },
      parametersFact(low.methods),
    ],
    summary: [
      ...schoolAnswers(verdict, low.criteria).map((sentence) => `${sentence}.`),
      ...objectivitySentences(judged),
      windowSentence(risk),
    ],
    sheets: [
      answersSheet(verdict, risk, low.criteria),
      ...levelsSheets(paperLevels(code, levels), year),
      dynamicsSheet(code, low.dynamics),
      criteriaSheet(verdict, low.criteria),
      numbersSheet(verdict, low.criteria),
      ...(judged ? [flaggedSheet(judged, signs), signsSheet(judged)] : []),
      lackingSheet(verdict, low),
      sourcesSheet(verdict, low),
    ],
  };
}

function objectivitySentences(judged: SchoolObjectivity | undefined): string[] {
  if (!judged || judged.papers === 0)
    return ['Объективность: работ этого года с результатами нет, признаки не оценивались.'];
  if (judged.externalIndex === 0)
    return [`Объективность: ни одна из работ школы не отмечена (всего работ: ${judged.papers}).`];
  return [`Объективность: отмечено работ ${judged.externalIndex} из ${judged.papers}. ${DISCLAIMER}`];
}

function lackingSheet({ school }: SchoolVerdict, { completeness }: LowContext): ReportSheet {
  return {
    name: 'Чего не хватает',
    title: 'Чего не хватает для выводов',
    lead: 'Отсутствие данных не считается нулём: такой год не засчитывается ни за, ни против школы.',
    table: {
      id: 'school-completeness',
      empty: 'Данных хватает: по каждому критерию вывод сделан.',
      columns: [
        { key: 'criterion', title: 'Критерий', type: 'text', width: 34, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        { key: 'reason', title: 'Чего не хватает', type: 'text', width: 44, wrap: true },
        { key: 'remedy', title: 'Что сделать', type: 'text', width: 44, wrap: true },
      ],
      rows: completeness
        .filter((line) => line.school === school)
        .map(({ criterion, year, reason, remedy }) => ({ criterion, year: year ?? '—', reason, remedy })),
    },
  };
}

function sourcesSheet({ school }: SchoolVerdict, { sources }: LowContext): ReportSheet {
  return {
    name: 'Источники',
    title: 'Из каких файлов взяты числа выполненных критериев',
    lead: 'Файлы, которые загрузило управление образования. Если число кажется неверным, начните с файла.',
    table: {
      id: 'school-sources',
      empty: 'Ни один критерий не выполнен.',
      columns: [
        { key: 'criterion', title: 'Критерий', type: 'text', width: 34, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        { key: 'what', title: 'Что', type: 'text', width: 34, wrap: true },
        { key: 'file', title: 'Файл', type: 'text', width: 50, wrap: true },
      ],
      rows: sources
        .filter((line) => line.school === school)
        .map(({ criterion, year, what, file }) => ({ criterion, year, what, file })),
    },
  };
}
