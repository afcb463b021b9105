import { dimension } from '../records/variables/dimension.ts';
import { UNIT_WORDS } from '../records/variables/units.ts';
import type { Respondent, Variable } from '../records/variables/variable.ts';
import { CRITERIA } from '../regulation/criteria/criteria.ts';
import type { ParameterInForce, Parameters } from '../regulation/parameters/parameters.ts';
import { variablesAsked } from '../regulation/systems/measure-variables.ts';
import type { Indicator, System } from '../regulation/systems/system.ts';
import { parameterLine, valueText } from '../reports/low/describe.ts';
import { combinationText, DISCLAIMER, signTexts } from '../reports/objectivity/sign-texts.ts';

/** Sections whose rules are the signs of bias. */
export const SIGN_SECTIONS: readonly string[] = ['1.1', '2.1'];

const RESPONDENTS: Record<Respondent, string> = {
  school: 'школы',
  preschool: 'детские сады',
  additional: 'организации дополнительного образования',
  municipality: 'муниципалитет',
};

/** The answer of `msoko rules` in words; for one section with the values that it asks for. */
export function rulesText(
  systems: readonly System[],
  only: System | undefined,
  parameters: Parameters,
  inForce: readonly ParameterInForce[],
): string {
  const has = (ids: readonly string[]) => systems.some(({ id }) => ids.includes(id));
  return [
    ...(has(['1.2']) ? criteriaLines() : []),
    ...(has(SIGN_SECTIONS) ? signLines(parameters) : []),
    ...systems.flatMap(systemLines),
    ...(only ? variableLines(variablesAsked([only])) : [MORE, '']),
    ...(inForce.length > 0 ? parameterLines(inForce) : []),
  ].join('\n');
}

const MORE = 'Какие значения собираются для показателей раздела: msoko rules --system РАЗДЕЛ';

function criteriaLines(): string[] {
  return [
    'Критерии раздела 1.2 (msoko explain НОМЕР --year ГОД --school КОД)',
    '',
    ...CRITERIA.flatMap(({ id, number, title, text, formula }) => [
      `${String(number).padStart(2)}. ${title}`,
      `    ${id}`,
      `    ${text}.`,
      `    ${formula}`,
      '',
    ]),
  ];
}

function signLines(parameters: Parameters): string[] {
  return [
    'Признаки необъективности, разделы 1.1 и 2.1 (msoko explain B2 --year ГОД --school КОД)',
    '',
    ...signTexts(parameters).flatMap(({ id, title, looksAt, yesWhen, innocent }) => [
      `${id}. ${title}`,
      `    ${looksAt}`,
      `    «Да»: ${yesWhen}`,
      `    Обычные причины: ${innocent}`,
      '',
    ]),
    combinationText(parameters),
    DISCLAIMER,
    '',
  ];
}

function systemLines({ id, title, notInRegulation, indicators }: System): string[] {
  const head = id === 'quality' ? title : `${id}. ${title}`;
  return [
    `${head}. Показатели (msoko explain КОД --year ГОД)`,
    ...(notInRegulation ? [notInRegulation] : []),
    '',
    ...indicators.flatMap(indicatorLines),
  ];
}

function indicatorLines({ id, title, clause, formula, monitoring, by }: Indicator): string[] {
  const cuts = by && dimension(by)?.title;
  return [
    title,
    `    ${id}`,
    `    ${clause}: ${formula}`,
    ...(monitoring ? [`    в перечне мониторинга: ${monitoring.formula}`] : []),
    ...(cuts ? [`    также ${cuts}`] : []),
    '',
  ];
}

function variableLines(variables: readonly Variable[]): string[] {
  if (variables.length === 0) return [];
  return [
    'Значения, которые собираются для этих показателей (формой или таблицей, по названию или коду)',
    '',
    ...variables.flatMap(({ id, title, unit, asked, counts, excludes, by, partition }) => [
      `${title} (${UNIT_WORDS[unit]})`,
      `    ${id}`,
      `    кого спрашивают: ${asked.map((one) => RESPONDENTS[one]).join(', ')}`,
      ...(counts ? [`    что считать: ${counts}`] : []),
      ...(excludes ? [`    чего не считать: ${excludes}`] : []),
      ...(by ? cutLines(by, partition === true) : []),
      '',
    ]),
  ];
}

function cutLines(by: string, partition: boolean): string[] {
  const { title, options } = dimension(by)!;
  const sum = partition ? 'вместе дают итог' : 'одно может стоять в нескольких';
  return [
    `    также ${title} (${sum}): ${options.map((one) => `${one.title} [${by}:${one.id}]`).join('; ')}`,
  ];
}

function parameterLines(inForce: readonly ParameterInForce[]): string[] {
  return [
    'Параметры (свои значения задаются в msoko.json, раздел parameters)',
    '',
    ...inForce.flatMap((parameter) => {
      const { name, value, clause, source } = parameterLine(parameter);
      const own =
        parameter.overridden === undefined
          ? ''
          : ` — СВОЁ, по умолчанию ${valueText(parameter.value ?? parameter.values)}`;
      return [name, `    значение: ${value}${own}`, `    ${clause}; источник: ${source}`, ''];
    }),
  ];
}
