import { EXIT } from '../failure.ts';
import { CRITERIA } from '../regulation/criteria/criteria.ts';
import { loadParameters } from '../regulation/parameters/parameters.ts';
import { RULES } from '../regulation/risk-schools.ts';
import { LOW_INDICATORS } from '../regulation/systems/low.ts';
import { OBJECTIVITY_INDICATORS } from '../regulation/systems/objectivity.ts';
import { parameterLine, valueText } from '../reports/low/describe.ts';
import { combinationText, DISCLAIMER, signTexts } from '../reports/objectivity/sign-texts.ts';
import { findWorkspace, requireWorkspace } from '../workspace/locate.ts';
import { readSettings } from '../workspace/settings.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';

/** `msoko rules`: criteria and parameters in force, each with its clause and source. Works without a workspace. */
export async function rules(io: Io, options: GlobalOptions & { output?: string }): Promise<number> {
  const directory = options.workspace
    ? requireWorkspace(options.workspace, io.directory)
    : findWorkspace(io.directory);
  const parameters = loadParameters(directory ? readSettings(directory).parameters : {});
  const all = parameters.all();
  if (options.json) {
    const criteria = CRITERIA.map(
      ({ id, number, title, clause, text, formula, category, sufficient, parameters: ids, variables }) => ({
        id,
        number,
        system: '1.2',
        title,
        clause,
        text,
        formula,
        category,
        sufficient,
        parameters: ids,
        variables,
      }),
    );
    const shown = all.map(({ overridden, value, values, ...rest }) => ({
      ...rest,
      value: overridden ?? value ?? values,
      ...(overridden === undefined ? {} : { default: value ?? values }),
    }));
    deliver(
      io,
      jsonText({
        command: 'rules',
        rules: RULES,
        criteria,
        signs: signTexts(parameters),
        flag: combinationText(parameters),
        indicators: [...LOW_INDICATORS, ...OBJECTIVITY_INDICATORS],
        parameters: shown,
      }),
      options.output,
    );
    return EXIT.done;
  }
  const lines = ['Критерии раздела 1.2 (msoko explain НОМЕР --year ГОД --school КОД)', ''];
  for (const { id, number, title, text, formula } of CRITERIA) {
    lines.push(`${String(number).padStart(2)}. ${title}`, `    ${id}`, `    ${text}.`, `    ${formula}`, '');
  }
  lines.push('Показатели раздела 1.2 (msoko explain КОД --year ГОД)', '');
  for (const { id, title, clause, formula } of LOW_INDICATORS) {
    lines.push(title, `    ${id}`, `    ${clause}: ${formula}`, '');
  }
  lines.push('Признаки необъективности, разделы 1.1 и 2.1 (msoko explain B2 --year ГОД --school КОД)', '');
  for (const { id, title, looksAt, yesWhen, innocent } of signTexts(parameters)) {
    lines.push(
      `${id}. ${title}`,
      `    ${looksAt}`,
      `    «Да»: ${yesWhen}`,
      `    Обычные причины: ${innocent}`,
      '',
    );
  }
  lines.push(combinationText(parameters), DISCLAIMER, '');
  lines.push('Показатели разделов 1.1 и 2.1 (msoko explain КОД --year ГОД)', '');
  for (const { id, title, clause, formula } of OBJECTIVITY_INDICATORS) {
    lines.push(title, `    ${id}`, `    ${clause}: ${formula}`, '');
  }
  lines.push('Параметры (свои значения задаются в msoko.json, раздел parameters)', '');
  for (const parameter of all) {
    const { name, value, clause, source } = parameterLine(parameter);
    const own =
      parameter.overridden === undefined
        ? ''
        : ` — СВОЁ, по умолчанию ${valueText(parameter.value ?? parameter.values)}`;
    lines.push(name, `    значение: ${value}${own}`, `    ${clause}; источник: ${source}`, '');
  }
  deliver(io, lines.join('\n'), options.output);
  return EXIT.done;
}
