import { foldText } from '../../records/fold.ts';
import type { MeasureRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import { parseDate } from '../date.ts';
import type { Layout, MenuLine, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { schoolReference } from '../school-reference.ts';
import { searchHeader } from '../search-header.ts';
import {
  academicYearOf,
  findStep,
  namesPerson,
  parseKindId,
  parseMeasureStatus,
  parseSection,
  splitSchools,
} from './measure-cells.ts';
import { isServiceRow, SCHOOL_HEADERS, type Table, tableOf, widthCheck } from './table.ts';

const COLUMNS = {
  system: ['система', 'раздел', /^(система|раздел) (мсоко|положения)$/],
  kind: ['вид', /^вид (меры|решения|меры или решения)$/, 'мера из перечня'],
  title: [/^(название|наименование)( (меры|мероприятия|решения))?$/, 'мера', 'мероприятие'],
  schools: [...SCHOOL_HEADERS, /^коды (оо|школ|организаций)$/],
  from: ['начало', /^дата начала/, 'срок с'],
  to: ['окончание', 'конец', /^дата (окончания|завершения)/, 'срок по'],
  addressee: ['адресат', 'адресаты', 'кому'],
  status: ['состояние', 'статус'],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** The plain table of measures and management decisions: a row a measure, for all schools, for several or for one. */
export const measures: Layout = {
  id: 'measures',
  title: 'Меры и управленческие решения',
  source: 'statistics',
  companions: [/^перечень мер$/i],
  recognise({ rows }: Preview) {
    for (const row of rows) {
      if (!isMeasuresHeader(tableOf(row, COLUMNS))) continue;
      return { confidence: 0.95, why: 'столбцы «Система», «Вид», «Название», «Начало», «Состояние»' };
    }
    return undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Система», «Вид», «Название», «Код ОО», «Начало», «Состояние»', (row) => {
      const table = tableOf(row, COLUMNS);
      return isMeasuresHeader(table) ? readMeasures(reading, table, row) : undefined;
    }),
};

function isMeasuresHeader(table: Table<Key>): boolean {
  const needed = ['system', 'kind', 'title', 'from', 'status'] as const;
  return needed.every((key) => table.has(key));
}

const PERSON = 'Похоже на имя человека. msoko не хранит людей: напишите должность или мероприятие без имени.';

function readMeasures(reading: Reading, table: Table<Key>, header: Row): RowReader {
  const checkWidth = widthCheck(reading, header);
  return {
    row(row): RowKind {
      if (isServiceRow(row, table, 'school')) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, key: Key): undefined => {
        const found = table.text(row, key);
        reading.error(code, message, table.place(row, key, namesPerson(found) ? undefined : found));
        sound = false;
        return undefined;
      };
      const step = readStep(reading, table, row, refuse);
      const text = (key: 'title' | 'addressee', longest: number) => {
        const found = table.text(row, key).replace(/\s+/g, ' ');
        if (namesPerson(found)) refuse('person-named', PERSON, key);
        else if (found.length > longest)
          refuse('text-too-long', `Текст длиннее ${longest} знаков. Сократите его.`, key);
        return found;
      };
      const title = text('title', 500);
      if (!title) refuse('missing-title', 'Нет названия. Впишите его в столбец «Название».', 'title');
      const addressee = text('addressee', 200);
      const from = readDay(table, row, 'from', refuse);
      if (!table.text(row, 'from')) {
        refuse('missing-date', 'Нет даты начала. Впишите её, например 01.10.2020.', 'from');
      }
      const to = readDay(table, row, 'to', refuse);
      if (from && to && to < from) {
        refuse('dates-reversed', 'Окончание раньше начала. Исправьте одну из дат.', 'to');
      }
      const status = parseMeasureStatus(table.text(row, 'status'));
      if (!status) {
        const message = 'Состояние не понятно. Впишите: запланирована, идёт, выполнена или отменена.';
        refuse('status-unknown', message, 'status');
      }
      const schools = readSchools(reading, table, row, refuse);
      if (!sound || !step || !from || !status || !schools) return 'rejected';
      checkWidth(row);
      const record: Omit<MeasureRecord, 'at'> = {
        ...{ year: academicYearOf(from), system: step.id.split('-')[0]!, kind: step.id, title },
        ...{ schools, from, ...(to ? { to } : {}), ...(addressee ? { addressee } : {}), status },
      };
      reading.emit('measures', record, { row: row.number });
      return 'record';
    },
  };
}

type Refuse = (code: string, message: string, key: Key) => undefined;

function readStep(reading: Reading, table: Table<Key>, row: Row, refuse: Refuse): MenuLine | undefined {
  const [systemText, kindText] = [table.text(row, 'system'), table.text(row, 'kind')];
  const section = parseSection(systemText) ?? (systemText ? undefined : sectionOfKind(kindText));
  const menu = reading.menu.filter(({ id }) => id.startsWith(`${section}-`));
  if (!section || menu.length === 0) {
    const message =
      'Системы с таким номером нет. Впишите раздел Положения, от 1.1 до 3.1 (текстом: Excel превращает 2.4 в дату).';
    return refuse('system-unknown', message, 'system');
  }
  const named = parseKindId(kindText, section)?.split('-')[0];
  if (named && named !== section) {
    return refuse('kind-elsewhere', `Вид из раздела ${named}, а система ${section}. Исправьте одно.`, 'kind');
  }
  const step = kindText ? findStep(kindText, section, menu) : undefined;
  if (step) return step;
  const known = menu.map(({ id, text }) => `${id} — ${text}`).join('; ');
  return refuse('kind-unknown', `Вид не из перечня раздела ${section}. Впишите код: ${known}.`, 'kind');
}

function sectionOfKind(text: string): string | undefined {
  return parseKindId(text, undefined)?.split('-')[0];
}

function readDay(table: Table<Key>, row: Row, key: 'from' | 'to', refuse: Refuse): string | undefined {
  const text = table.text(row, key);
  if (!text || (key === 'to' && /^[-–—]$|^бессрочно$/.test(foldText(text)))) return undefined;
  const day = parseDate(text);
  return (
    day ?? refuse('date-unknown', 'Дата не понятна. Впишите день, месяц и год, например 01.10.2020.', key)
  );
}

/** Codes of the schools of a measure; empty for all; `undefined` where one of them is not known. */
function readSchools(reading: Reading, table: Table<Key>, row: Row, refuse: Refuse): string[] | undefined {
  const names = splitSchools(table.text(row, 'schools') || (reading.given.school ?? ''));
  if (!names) {
    const message =
      'Excel принял два кода через запятую за одно число. Разделите их точкой с запятой или пишите школу в строке.';
    return refuse('schools-merged', message, 'schools');
  }
  const codes = names.map((name) => reading.school(schoolReference(name), table.place(row, 'schools')));
  return codes.some((code) => code === undefined) ? undefined : [...new Set(codes as string[])].sort();
}
