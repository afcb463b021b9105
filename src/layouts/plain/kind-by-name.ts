import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { Reading } from '../layout.ts';
import type { Table } from './table.ts';

/** How many rows a message names; of the others it says how many. */
const NAMED_ROWS = 10;

/** Words of a school, whatever else it keeps: «Начальная школа – детский сад», «СОШ с дошкольными группами». */
const SCHOOL =
  /общеобразовательн|(начальн|основн|средн)[а-я]{2,3} школ|гимнази|лице[йя]|(^|[^а-я])[сон]ош([^а-я]|$)|интернат|центр[а-я]? образовани/;

/** Words of kindergartens (дошкольные организации) and of supplementary education (дополнительное образование). */
const NO_SCHOOL = new RegExp(
  [
    'детск(ий|ого) сад|детсад|дошкольн[а-я]{2,3} (образовательн|учрежден|организац)',
    '(^|[^а-я])([мгч]|[мг][абк])?доу([^а-я]|$)',
    '(спортивн|музыкальн|художественн)[а-я]{2,3} школ|школ[а-я]? искусств',
    '(^|[^а-я])(с?дюсш(ор)?|сшор|д(ши|мш|хш))([^а-я]|$)',
    '(дом|двор(ец|ца)|центр)[а-я]? ([а-я-]{1,30} ){0,3}(творчеств|внешкольн)',
    'станци[яи] юн|дополнительн[а-я]{2,3} образовани|(^|[^а-я])[мг][абк]?у ?до([^а-я]|$)',
  ].join('|'),
);

/** Whether a name plainly is of another organisation than a school. */
export function isPlainlyNoSchool(name: string): boolean {
  const folded = foldText(name);
  return NO_SCHOOL.test(folded) && !SCHOOL.test(folded);
}

/**
 * Watches a roster for organisations that count as schools for want of a kind, while their names say another. The kind
 * is not taken from the name: whose results and values are asked for hangs on it, and only the analyst knows it.
 */
export function kindCheck(
  reading: Reading,
  table: Table<'kind' | 'name'>,
): { row(row: Row): void; end(): void } {
  const met: Row[] = [];
  return {
    row(row) {
      if (table.text(row, 'kind') === '' && isPlainlyNoSchool(table.text(row, 'name'))) met.push(row);
    },
    end() {
      if (met.length === 0) return;
      const numbers = met.slice(0, NAMED_ROWS).map(({ number }) => number);
      const more = met.length > NAMED_ROWS ? ` и ещё ${met.length - NAMED_ROWS}` : '';
      const why = table.has('kind')
        ? 'Столбец «Вид» местами пуст, а организация без вида принимается за школу.'
        : 'В реестре нет столбца «Вид»: все организации приняты за школы.';
      reading.warn(
        'kind-not-told',
        `${why} По наименованию не школы: ${met.length === 1 ? 'строка' : 'строки'} ${numbers.join(', ')}${more}. ` +
          'Впишите в «Вид»: школа, детский сад или дополнительное образование.',
        table.place(met[0]!, 'name'),
      );
    },
  };
}
