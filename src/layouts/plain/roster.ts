import { foldText } from '../../records/fold.ts';
import type { RosterRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { giaCode, loginKey } from '../school-key.ts';
import { couldBeCode } from '../school-reference.ts';
import { searchHeader } from '../search-header.ts';
import { kindCheck } from './kind-by-name.ts';
import { isServiceRow, SCHOOL_HEADERS, type Table, tableOf, widthCheck } from './table.ts';

const COLUMNS = {
  code: SCHOOL_HEADERS,
  logins: [/^логины?( фис око)?( \(.*\))?$/, 'логин оо', 'логин школы'],
  oge: [/^код огэ$/],
  ege: [/^код егэ$/],
  shortName: [/^(краткое|сокращенное|короткое) (наименование|название)/],
  name: [/^(полное )?(наименование|название)( (оо|оу|школы|организации|образовательной организации))?$/],
  kind: [/^(вид|тип)( (оо|оу|организации|образовательной организации))?$/],
  grades: ['классы', /^классы обучения$/, /^(какие )?классы (есть|в школе)$/],
  municipality: ['муниципалитет', 'муниципальное образование', 'мо', 'район'],
  region: ['регион', 'субъект рф', 'субъект российской федерации'],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** The roster of schools (реестр ОО): a plain table that names every school and all its keys. */
export const roster: Layout = {
  id: 'roster',
  title: 'Реестр образовательных организаций',
  source: 'statistics',
  recognise({ rows }: Preview) {
    for (const row of rows) {
      const table = tableOf(row, COLUMNS);
      if (!isRosterHeader(row, table)) continue;
      const keys = (['logins', 'oge', 'ege', 'kind', 'shortName'] as const).filter((key) => table.has(key));
      const confidence = keys.length > 0 ? 0.85 : 0.6;
      return { confidence, why: 'столбцы «Код ОО» и «Наименование», строка — школа' };
    }
    return undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Код ОО» и «Наименование»', (row) => {
      const table = tableOf(row, COLUMNS);
      return isRosterHeader(row, table) ? readRoster(reading, table, row) : undefined;
    }),
};

/** A roster has no years, people or results: with them the table is another one. */
function isRosterHeader(row: Row, table: Table<Key>): boolean {
  if (!table.has('code') || !table.has('name')) return false;
  return !row.cells.some(
    (cell) =>
      cell &&
      /^(год|учебный год|показатель|процедура|предмет|участник|фамилия|фио|класс|.*балл)$/.test(
        foldText(cell.text),
      ),
  );
}

const KINDS: readonly (readonly [RegExp, NonNullable<RosterRecord['kind']>])[] = [
  [/^(школа|общеобразовательная организация|оо|сош|оош|гимназия|лицей|school)$/, 'school'],
  [
    /^(детский сад|дошкольное образование|дошкольная( образовательная)? организация|доу?|preschool)$/,
    'preschool',
  ],
  [/^(дополнительное образование|организация дополнительного образования|удо|additional)$/, 'additional'],
];

/** First and last grade: `1–9`, `1 - 11`, `с 1 по 4`. */
function parseGrades(text: string): [number, number] | undefined {
  const found = /^(?:с\s*)?(\d{1,2})\s*(?:[-–—]|по)\s*(\d{1,2})(?:\s*класс[а-я]*)?$/i.exec(text);
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  return from >= 1 && to <= 12 && from <= to ? [from, to] : undefined;
}

/** Tells a key that another school of the roster has already. */
function keyCheck(): (
  school: Omit<RosterRecord, 'at'>,
  row: number,
) => { what: string; key: Key; row: number } | undefined {
  const seen = new Map<string, number>();
  return ({ logins = [], ogeCode, egeCode }, row) => {
    const keys = [
      ...logins.map((login) => ({ what: `Логин ФИС ОКО ${login}`, key: 'logins' as const })),
      ...(ogeCode ? [{ what: `Код ОГЭ ${ogeCode}`, key: 'oge' as const }] : []),
      ...(egeCode ? [{ what: `Код ЕГЭ ${egeCode}`, key: 'ege' as const }] : []),
    ];
    const shared = keys.find(({ what }) => seen.has(what));
    for (const { what } of keys) if (!seen.has(what)) seen.set(what, row);
    return shared && { ...shared, row: seen.get(shared.what)! };
  };
}

function readRoster(reading: Reading, table: Table<Key>, header: Row): RowReader {
  const checkWidth = widthCheck(reading, header);
  const checkKeys = keyCheck();
  const checkKind = kindCheck(reading, table);
  return {
    row(row): RowKind {
      if (isServiceRow(row, table, 'code')) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, key: Key): void => {
        reading.error(code, message, table.place(row, key, table.text(row, key)));
        sound = false;
      };
      const code = table.text(row, 'code');
      const name = table.text(row, 'name').replace(/\s+/g, ' ');
      if (!code) refuse('missing-school', 'Нет кода ОО. Впишите его в столбец «Код ОО».', 'code');
      else if (!couldBeCode(code)) {
        const message =
          'Код ОО — это до 20 цифр, букв, точек и дефисов без пробелов, и не дата. Исправьте ячейку.';
        refuse('school-code-unknown', message, 'code');
      }
      if (!name) refuse('missing-name', 'Нет наименования ОО. Впишите его в столбец «Наименование».', 'name');

      const record: Omit<RosterRecord, 'at'> = { code, name };
      const shortName = table.text(row, 'shortName');
      if (shortName) record.shortName = shortName;
      const logins = table
        .text(row, 'logins')
        .split(/[,;\s]+/)
        .filter(Boolean);
      const keys = logins.map(loginKey);
      if (keys.some((key) => key === undefined)) {
        refuse(
          'login-unknown',
          'Логин ФИС ОКО пишется как edu990001 или sch990001, несколько — через запятую. Исправьте ячейку.',
          'logins',
        );
      } else if (keys.length > 0) record.logins = [...new Set(keys as string[])];
      for (const [key, field] of [
        ['oge', 'ogeCode'],
        ['ege', 'egeCode'],
      ] as const) {
        const text = table.text(row, key);
        const digits = text ? giaCode(text) : undefined;
        if (digits) record[field] = digits;
        else if (text)
          refuse('school-code-unknown', 'Код ГИА должен состоять из цифр. Исправьте ячейку.', key);
      }
      const kindText = foldText(table.text(row, 'kind'));
      const kind = KINDS.find(([words]) => words.test(kindText))?.[1];
      if (kind) record.kind = kind;
      else if (kindText) {
        refuse(
          'kind-unknown',
          'Вид ОО не известен. Впишите: школа, детский сад или дополнительное образование.',
          'kind',
        );
      }
      const gradesText = table.text(row, 'grades');
      const grades = gradesText ? parseGrades(gradesText) : undefined;
      if (grades) record.grades = grades;
      else if (gradesText) {
        refuse(
          'grades-unknown',
          'Классы школы пишутся так: 1–9, 1–11, 10–11 (текстом: Excel превращает 1-9 в дату). Исправьте ячейку.',
          'grades',
        );
      }
      const municipality = table.text(row, 'municipality');
      if (municipality) record.municipality = municipality;
      const region = table.text(row, 'region');
      if (region) record.region = region;
      const shared = checkKeys(record, row.number);
      if (shared) {
        refuse(
          'key-shared',
          `${shared.what} уже стоит у школы в строке ${shared.row}: результаты двух школ не различить. Исправьте реестр.`,
          shared.key,
        );
      }
      if (!sound) return 'rejected';
      checkWidth(row);
      checkKind.row(row);
      reading.emit('roster', record, { row: row.number });
      return 'record';
    },
    end: checkKind.end,
  };
}
