import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { parameterLine } from '../../src/reports/low/describe.ts';
import { code, page, part, table } from './markdown.ts';

/** Every number and word from the law or the method: value, clause, source; grouped by the first word of the id. */
export function parametersPage(): string {
  const all = loadParameters().all();
  const groups = [...new Set(all.map(({ id }) => groupOf(id)))];
  return page(
    'Параметры',
    'Пороги, годы, шкалы и решения, которых в Положении нет. Своё значение вписывают в `msoko.json`, раздел `parameters`. «С 2021: 40» — действует с этого года, пока не сказано другое.',
    groups.map((group) =>
      part(
        2,
        group,
        table(
          ['Код', 'Что это', 'Значение', 'Где применяется', 'Источник'],
          all
            .filter(({ id }) => groupOf(id) === group)
            .map((parameter) => {
              const { value, clause, source } = parameterLine(parameter);
              return [code(parameter.id), parameter.description, value, clause, source];
            }),
        ),
      ),
    ),
  );
}

function groupOf(id: string): string {
  return id.split('.')[0]!;
}
