import { dimension } from '../../src/records/variables/dimension.ts';
import { UNIT_WORDS } from '../../src/records/variables/units.ts';
import type { Respondent, Variable } from '../../src/records/variables/variable.ts';
import { variablesAsked, variablesOf } from '../../src/regulation/systems/measure-variables.ts';
import type { Direction, Indicator, IndicatorKind, System } from '../../src/regulation/systems/system.ts';
import { SYSTEMS } from '../../src/regulation/systems/systems.ts';
import { code, list, page, part, table } from './markdown.ts';

const KINDS: Record<IndicatorKind, string> = {
  share: 'доля',
  count: 'число',
  presence: 'есть или нет',
  index: 'индекс',
  ratio: 'отношение',
  list: 'перечень',
};

const DIRECTIONS: Record<Direction, string> = { up: 'больше', down: 'меньше', neutral: 'не сказано' };

const RESPONDENTS: Record<Respondent, string> = {
  school: 'школы',
  preschool: 'детские сады',
  additional: 'организации дополнительного образования',
  municipality: 'муниципалитет',
};

/** The indicators of every system, and the values that are collected for them. */
export function indicatorsPage(): string {
  return page(
    'Показатели систем',
    'Показатели всех систем и значения, которые для них собираются формой (`msoko form РАЗДЕЛ`) или таблицей.',
    SYSTEMS.map(systemPart),
  );
}

function systemPart(system: System): string {
  const values = variablesAsked([system]);
  return part(
    2,
    system.id === 'quality' ? system.title : `${system.id}. ${system.title}`,
    system.notInRegulation ?? '',
    ...system.indicators.map(indicatorPart),
    ...(values.length > 0 ? [valuesPart(system, values)] : []),
  );
}

function indicatorPart({
  id,
  title,
  clause,
  kind,
  direction,
  formula,
  measure,
  monitoring,
  by,
  sources,
}: Indicator): string {
  const cuts = by && dimension(by)?.title;
  const values = variablesOf(measure);
  return part(
    3,
    title,
    list([
      `код: ${code(id)}`,
      `пункт: ${clause}`,
      `вид: ${KINDS[kind]}; лучше: ${DIRECTIONS[direction]}`,
      `как считается: ${formula}`,
      ...(monitoring ? [`в перечне мониторинга: ${monitoring.formula}`] : []),
      ...(cuts ? [`также ${cuts}`] : []),
      ...(values.length > 0 ? [`значения: ${values.map(code).join(', ')}`] : []),
      ...(sources.length > 0 ? [`источники: ${sources.join(', ')}`] : []),
    ]),
  );
}

function valuesPart({ id }: System, values: readonly Variable[]): string {
  return part(
    3,
    `Что собирается: ${id === 'quality' ? 'качество подготовки' : id}`,
    table(
      ['Значение', 'Код', 'В чём', 'Кого спрашивают', 'Что считать', 'Разрез'],
      values.map(({ id: value, title, unit, asked, counts, excludes, by }) => [
        title,
        code(value),
        UNIT_WORDS[unit],
        asked.map((one) => RESPONDENTS[one]).join(', '),
        [counts, excludes && `Не считать: ${excludes}`].filter(Boolean).join('. '),
        (by && dimension(by)?.title) || '',
      ]),
    ),
  );
}
