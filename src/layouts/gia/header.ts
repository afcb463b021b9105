import type { Cell, Row } from '../../sheets/sheet.ts';
import type { Column, HeaderMatcher } from '../columns.ts';
import { findColumns, headersOf, textAt } from '../columns.ts';
import type { Place } from '../layout.ts';

/** What the columns of ГИА exports mean, with every spelling met in them. Order matters: exact ones first. */
const FIELDS = {
  number: ['№', /^(№|n) ?п[/.]? ?п\.?$/, 'n'],
  id: ['id'],
  schoolName: ['наименование оу', 'наименование оо'],
  school: [/^код (?:[оo][оуoy]|школы)$/, /^код образовательной организации$/, 'schoolcode'],
  class: ['класс', 'classcode'],
  station: [/^код ппэ$/, 'ппэ', 'stationcode'],
  room: [/^(номер )?аудитори[ия]$/, 'auditoriumcode'],
  fullName: ['фио', /^ф\. ?и\. ?о\.?( участника)?$/, 'фио участника', 'фамилия, имя, отчество'],
  surname: ['фамилия', 'surnamecell'],
  name: ['имя', 'namecell'],
  patronymic: ['отчество', 'secondnamecell'],
  document: [/^документ/, 'паспорт'],
  series: [/^серия( документа)?$/, 'documentseriescode'],
  documentNumber: [/^номер( документа)?$/, 'documentnumbercode'],
  participant: ['код участника', 'id участника'],
  variant: ['вариант', 'номер варианта'],
  short: [/^(задания|часть|ответы) (с|в) кратк/, 'оценка кратких ответов', 'testresultbcell', 'testresultb'],
  extended: [
    /^(задания|часть|ответы) (с|в) развернут/,
    'оценка развернутых ответов',
    'testresultccell',
    'testresultc',
  ],
  oral: ['устная часть', 'оценка устных ответов', 'testresultdcell', 'testresultd'],
  primary: ['первичный балл', 'primarymark'],
  score: ['балл', 'тестовый балл', 'итоговый балл', /^100[ -]балльная шкала$/, 'mark100'],
  mark: ['оценка', 'отметка', /^5[ -]балльная шкала$/, 'mark5'],
  status: ['состояние', 'статус', 'примечание'],
  subjectCode: ['код предмета'],
  subjectName: ['название предмета', 'наименование предмета'],
  subject: ['предмет'],
  date: ['дата экзамена'],
  percent: ['процент выполнения'],
  pass: ['зачет'],
} satisfies Record<string, readonly HeaderMatcher[]>;

export type Field = keyof typeof FIELDS;

/** A header row, understood: where the value of each field stands in the rows below. */
export interface Header {
  has(...fields: readonly Field[]): boolean;
  /** The cell of a field: under its header, or in the unnamed columns before the next header. */
  cell(row: Row, field: Field): Cell | undefined;
  text(row: Row, field: Field): string;
  place(row: Row, field: Field): Place;
}

/** Words of result columns, also with Latin look-alikes: without one a row is no header, and is not looked at. */
const RESULT_WORDS = /б[аa]лл|[оo]ценк|[оo]тметк|mark|з[аa]чет/i;

/** Reads a header row; `undefined` where none of its cells could head results, as in nearly every row. */
export function headerOf(row: Row): Header | undefined {
  return row.cells.some((cell) => cell && RESULT_WORDS.test(cell.text)) ? understand(row) : undefined;
}

function understand(row: Row): Header {
  const columns: Partial<Record<Field, Column>> = findColumns(row, FIELDS);
  const starts = headersOf(row).map(({ index }) => index);
  const spans = new Map<Field, readonly [from: number, to: number]>();
  for (const [field, column] of Object.entries(columns) as [Field, Column][]) {
    const next = starts.find((index) => index > column.index);
    spans.set(field, [column.index, next ?? column.index + 2]);
  }
  const columnIn = (data: Row, field: Field): number | undefined => {
    const span = spans.get(field);
    if (!span) return undefined;
    for (let index = span[0]; index < span[1]; index++) if (textAt(data, index)) return index;
    return span[0];
  };
  return {
    has: (...fields) => fields.every((field) => spans.has(field)),
    cell: (data, field) => data.cells[columnIn(data, field) ?? -1],
    text: (data, field) => textAt(data, columnIn(data, field) ?? -1),
    place(data, field) {
      const column = columnIn(data, field);
      if (column === undefined) return { row: data.number };
      return { row: data.number, column, header: columns[field]!.header };
    },
  };
}

/** Says that the header heads rows of participants with results. */
export function headsParticipants(header: Header | undefined): header is Header {
  if (!header) return false;
  const named = header.has('surname') || header.has('fullName') || header.has('document');
  const result = header.has('primary') || header.has('score') || header.has('mark');
  return (named || header.has('participant')) && result;
}
