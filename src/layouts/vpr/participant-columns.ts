import type { Row } from '../../sheets/sheet.ts';
import { type Column, type HeaderMatcher, headersOf } from '../columns.ts';
import { parseTaskHeader } from '../task.ts';

/** The column of one task (задание) and what its header says of it. */
export interface TaskColumn extends Column {
  code: string;
  maximum?: number;
}

/** Where a table of participants keeps what a result needs. */
export interface ParticipantColumns {
  /** Login of the school, alone or before ` | `; absent where the file names no school. */
  login?: Column | undefined;
  schoolName?: Column | undefined;
  municipality?: Column | undefined;
  uploaded?: Column | undefined;
  code: Column;
  /** «Вариант»; works in two parts have two. */
  variants: readonly Column[];
  tasks: readonly TaskColumn[];
  total?: Column | undefined;
  mark?: Column | undefined;
  journal?: Column | undefined;
  gender?: Column | undefined;
  class?: Column | undefined;
  /** Columns of the textbook (учебник); a score in them means that the row has slipped to the right. */
  textbooks: readonly Column[];
  /** Columns that have a header; what stands further right has none. Infinity: not looked at. */
  width: number;
}

/** Headers that mean the pupil's mark of the last term, over the years. */
export const JOURNAL_HEADERS: readonly HeaderMatcher[] = [
  'otc',
  'отметка по журналу',
  /^отметка за предыдущ/,
  /^отметка за прошл/,
];

const VARIANT_HEADER = /^вариант( ?\(?часть ?\d\)?)?$/;

/** All columns of «Вариант», one for each part of the work. */
export function variantColumns(headers: readonly Column[]): Column[] {
  return headers.filter(({ header }) => VARIANT_HEADER.test(header.trim().toLowerCase()));
}

/** Columns headed like a task: `1 (2б)`, `4К1 (3б)`, `балл за 7`. */
export function taskColumns(headers: readonly Column[]): TaskColumn[] {
  return headers.flatMap((column) => {
    const task = parseTaskHeader(column.header);
    return task ? [{ ...column, ...task }] : [];
  });
}

/** Sum of the tasks' maxima, where every header names one. */
export function maximumOf(tasks: readonly TaskColumn[]): number | undefined {
  let sum = 0;
  for (const { maximum } of tasks) {
    if (maximum === undefined) return undefined;
    sum += maximum;
  }
  return sum > 0 && sum <= 1000 ? sum : undefined;
}

/** Number of columns up to the last header. */
export function headerWidth(row: Row): number {
  return (headersOf(row).at(-1)?.index ?? -1) + 1;
}
