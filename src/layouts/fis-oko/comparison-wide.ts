import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, findColumns, headersOf, isBlankRow, textAt } from '../columns.ts';
import type { Layout, Reading, RowReader } from '../layout.ts';
import { isBlankText } from '../number.ts';
import { searchHeader } from '../search-header.ts';
import { rejectAll } from '../vpr/reject-all.ts';
import { cellPlace, readCount } from './counts.ts';
import { groupReader, resolveGroup } from './group.ts';
import { JOURNAL_STEMS, type Journal, journalKey, journalSum } from './journal.ts';
import { preambleReader } from './preamble.ts';
import { type ReportPaper, reportPaper } from './report-paper.ts';
import { distributionOf, PARTICIPANTS_HEADERS } from './shares-table.ts';

const EXPECTED = '«Группы участников», «Кол-во участников(всего)», «Понизили … Кол-во участников»';

interface ComparisonColumns {
  group: Column;
  participants: Column;
  counts: Record<keyof Journal, Column>;
}

function columnsOf(row: Row): ComparisonColumns | undefined {
  const { group, participants } = findColumns(row, {
    group: ['группы участников', 'группа участников'],
    participants: PARTICIPANTS_HEADERS,
  });
  const counts: Partial<Record<keyof Journal, Column>> = {};
  for (const column of headersOf(row)) {
    const key = journalKey(column.header);
    if (key && /(кол-во|количество)/.test(foldText(column.header))) counts[key] ??= column;
  }
  const { lowered, confirmed, raised } = counts;
  if (!group || !participants || !lowered || !confirmed || !raised) return undefined;
  return { group, participants, counts: { lowered, confirmed, raised } };
}

function comparisonReader(reading: Reading, columns: ComparisonColumns, paper: ReportPaper): RowReader {
  const groupOf = groupReader();
  const { group, participants, counts } = columns;
  const numbers = [participants, ...Object.values(counts)];
  return {
    row(row) {
      const name = textAt(row, group.index);
      if (isBlankRow(row) || name === '' || foldText(name) === foldText(group.header)) return 'service';
      if (numbers.every(({ index }) => isBlankText(textAt(row, index)))) return 'service';
      const told = groupOf(name);
      const total = readCount(reading, row, participants);
      const journal: Journal = { lowered: 0, confirmed: 0, raised: 0 };
      let whole = total !== undefined;
      for (const [, key] of JOURNAL_STEMS) {
        const count = readCount(reading, row, counts[key]);
        if (count === undefined) whole = false;
        else journal[key] = count;
      }
      const resolved = whole ? resolveGroup(reading, told, cellPlace(row, group)) : undefined;
      if (total === undefined || !resolved) return 'rejected';
      warnOfDifference(reading, row, participants, total, journal);
      const record = { ...distributionOf(paper), ...resolved, participants: total, journal };
      reading.emit('distributions', record, { row: row.number });
      return 'record';
    },
  };
}

/** Warns where lowered, confirmed and raised do not make up the published total. */
export function warnOfDifference(
  reading: Reading,
  row: Row,
  column: Column,
  total: number,
  journal: Journal,
): void {
  const sum = journalSum(journal);
  if (sum === total) return;
  reading.warn(
    'total-differs',
    `Всего участников ${total}, а понизили, подтвердили и повысили вместе ${sum}: взято из файла. Сверьте строку с отчётом ФИС ОКО.`,
    cellPlace(row, column),
  );
}

/** «Сравнение отметок с отметками по журналу» since 2024: one row for a group. */
export const COMPARISON_WIDE: Layout = {
  id: 'fis-oko-journal-wide',
  title: 'ФИС ОКО: «Сравнение отметок с отметками по журналу»',
  source: 'fis-oko',
  recognise: ({ rows }) =>
    rows.some(columnsOf) ? { confidence: 0.98, why: `строка заголовков ${EXPECTED}` } : undefined,
  open(reading) {
    const { see, preamble } = preambleReader();
    return searchHeader(reading, EXPECTED, (row) => {
      const columns = columnsOf(row);
      if (!columns) {
        see(row);
        return undefined;
      }
      const paper = reportPaper(reading, preamble, { row: row.number });
      return paper ? comparisonReader(reading, columns, paper) : rejectAll;
    });
  },
};
