import { traceRecords } from '../facts/trace-records.ts';
import { EXIT } from '../failure.ts';
import { type OlympiadStage, olympiadPaperId } from '../records/olympiad.ts';
import { paperName } from '../records/paper-name.ts';
import { PROCEDURE_TITLES } from '../records/procedure.ts';
import type { RecordKind } from '../records/schemas.ts';
import type { Parameters } from '../regulation/parameters/parameters.ts';
import type { IndicatorValue } from '../regulation/systems/indicator.ts';
import { OBJECTIVITY_INDICATORS } from '../regulation/systems/objectivity.ts';
import { parameterLine } from '../reports/low/describe.ts';
import { formatNumber, formatShare } from '../reports/number-format.ts';
import { matchSentences } from '../reports/objectivity/summary.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import type { Workspace } from '../workspace/open.ts';
import { sourceText } from './explain-text.ts';
import type { GlobalOptions, Io } from './io.ts';
import { assessObjectivity, type ObjectivityAssessment } from './objectivity-assessment.ts';
import { completenessOf } from './objectivity-context.ts';
import { deliver, jsonText } from './output.ts';

/** How an indicator of sections 1.1 and 2.1 came about: its parts, and the records that they were counted from. */
interface Explanation {
  parts(assessment: ObjectivityAssessment): string[];
  /** Records whose places in files are shown; of results the files are too many to name every row. */
  records?: { kind: RecordKind; years(year: number, assessment: ObjectivityAssessment): number[] };
  /** Beginning of the ids of the parameters on which it rests. */
  parameters: readonly string[];
}

const thisYear = (year: number) => [year];

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  'oo-on-bias-list-share': {
    parts: ({ objectivity }) =>
      objectivity.schools.flatMap(({ school, name, signs }) => {
        const listed = signs.filter((paper) => paper.signs.B8.state === 'yes');
        return listed.length === 0
          ? []
          : [`${school} ${name}: ${listed.map(({ paper }) => paperName(paper)).join('; ')}`];
      }),
    records: { kind: 'bias-markers', years: thisYear },
    parameters: [],
  },
  'external-bias-index': {
    parts: ({ objectivity }) => [
      ...objectivity.schools
        .filter(({ externalIndex }) => externalIndex > 0)
        .map(({ school, name, externalIndex, papers, signs }) => {
          const flagged = signs.filter((paper) => paper.flagged);
          const named = flagged.map(({ paper, by }) => `${paperName(paper)} (${by.join(', ')})`);
          return `${school} ${name}: индекс ${externalIndex}, всего работ ${papers} — ${named.join('; ')}`;
        }),
      `По одной школе, со строками файлов: msoko explain objm.external-bias-index --year ${objectivity.year} --school КОД`,
    ],
    parameters: ['objectivity.flag-signs', 'objectivity.level', 'objectivity.agreement'],
  },
  'medalist-nonconfirmation-index': {
    parts: ({ workspace, objectivity, schoolMedalists }) => [
      ...objectivity.medalists.notes,
      ...matchSentences({ ...objectivity, olympiads: [] }),
      ...examFiles(workspace, [objectivity.year]),
      ...schoolMedalists.map(
        ({ school, candidates, withEge, unconfirmed }) =>
          `${school}: претендентов ${candidates}, с ЕГЭ ${withEge}, существенно ниже ${unconfirmed ?? '—'}`,
      ),
    ],
    records: { kind: 'medal-candidates', years: thisYear },
    parameters: ['medal.'],
  },
  'procedure-bias-index': {
    parts: ({ objectivity }) =>
      objectivity.procedures.map(({ procedure, paper, inRiskZone, participants, index }) => {
        const name = paper === null ? PROCEDURE_TITLES[procedure] : `  ${paperName(paper)}`;
        return `${name}: ${formatNumber(inRiskZone)} ÷ ${formatNumber(participants)} = ${index === null ? '—' : formatShare(index)}`;
      }),
    parameters: ['objectivity.flag-signs', 'objectivity.level', 'objectivity.agreement'],
  },
  'olympiad-bias-index': {
    parts: ({ workspace, objectivity, parameters }) => [
      ...matchSentences({ ...objectivity, medalists: { ...objectivity.medalists, candidates: 0 } }),
      ...examFiles(workspace, diplomaYears(objectivity.year, parameters)),
      ...objectivity.olympiads.flatMap((one) => [
        `${paperName(olympiadPaperId({ ...one, stage: one.stage as OlympiadStage }))}: ${one.unconfirmed} ÷ ${one.withEge}` +
          ` = ${one.index === null ? '—' : formatShare(one.index)}, порог ${one.threshold}`,
        ...one.notes.map((note) => `    ${note}`),
      ]),
    ],
    records: {
      kind: 'olympiad-results',
      years: (year, { parameters }) => diplomaYears(year, parameters),
    },
    parameters: ['olympiad.'],
  },
};

/** Years whose diplomas, and ЕГЭ results, count in a year. */
function diplomaYears(year: number, parameters: Parameters): number[] {
  return Array.from({ length: parameters.number('olympiad.valid-years') + 1 }, (_, back) => year - back);
}

/** Files that the ЕГЭ results came from. */
function examFiles({ imports }: Workspace, years: readonly number[]): string[] {
  const files = imports
    .filter(({ covers }) =>
      covers.some(
        ({ kind, paper, year }) =>
          kind === 'results' && paper?.startsWith('ege-') && year !== null && years.includes(year),
      ),
    )
    .map(({ file }) => file);
  return files.length === 0 ? [] : [`Результаты ЕГЭ: ${[...new Set(files)].join('; ')}.`];
}

/** Ids of sections 1.1 and 2.1 that `explain` answers over the municipality. */
export function isIndexQuestion(id: string): boolean {
  return OBJECTIVITY_INDICATORS.some((known) => known.id === id);
}

/** `msoko explain objm.procedure-bias-index`: numerator and denominator, what they are made of, where it stands in files. */
export async function explainIndex(
  io: Io,
  id: string,
  options: GlobalOptions & { year: number; output?: string },
): Promise<number> {
  const assessment = await assessObjectivity(requireWorkspace(options.workspace, io.directory), options.year);
  const indicator = assessment.indicators.find((one) => one.id === id)!;
  const explanation = EXPLANATIONS[id.replace(/^objm?\.(ref-)?/, '')];
  const records = explanation?.records;
  const trace = records
    ? await traceRecords(assessment.workspace, records.kind, records.years(options.year, assessment))
    : [];
  const parts = explanation?.parts(assessment) ?? [];
  const parameters = assessment.parameters
    .all()
    .filter((parameter) => explanation?.parameters.some((begins) => parameter.id.startsWith(begins)));
  const content = options.json
    ? jsonText({ command: 'explain', year: options.year, ...indicator, parts, parameters, trace })
    : [
        ...headLines(indicator, assessment),
        ...parts.map((part) => `  ${part}`),
        ...trace.map((source) => `  источник: ${sourceText(source)}`),
        ...(parameters.length > 0 ? ['', 'Параметры:'] : []),
        ...parameters.map(parameterLine).map(({ name, value, source }) => `  ${name} = ${value} [${source}]`),
      ].join('\n');
  deliver(io, content, options.output);
  return EXIT.done;
}

function headLines(
  { id, title, clause, formula, numerator, denominator, value, missing }: IndicatorValue,
  assessment: ObjectivityAssessment,
): string[] {
  const lacking = completenessOf(assessment).find(({ subject }) => subject.startsWith(title));
  return [
    title,
    id,
    `Положение, ${clause}.`,
    `Как считается: ${formula}.`,
    '',
    value === null
      ? `Значения нет.${lacking ? ` ${lacking.reason}. ${lacking.remedy}` : ''}`
      : `${formatNumber(numerator!)} ÷ ${formatNumber(denominator!)} = ${formatShare(value)}`,
    ...(missing.length > 0 ? [`Нет данных по ОО: ${missing.join(', ')}.`] : []),
  ];
}
