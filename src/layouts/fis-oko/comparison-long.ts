import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, findColumns, headersOf, isBlankRow, textAt } from '../columns.ts';
import type { Layout, Place, Reading, RowKind, RowReader } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { rejectAll } from '../vpr/reject-all.ts';
import { warnOfDifference } from './comparison-wide.ts';
import { cellPlace, readCount } from './counts.ts';
import { type Group, groupReader, resolveGroup } from './group.ts';
import { JOURNAL_STEMS, type Journal, journalKey, journalSum } from './journal.ts';
import { preambleReader } from './preamble.ts';
import { type ReportPaper, reportPaper } from './report-paper.ts';
import { distributionOf, PARTICIPANTS_HEADERS } from './shares-table.ts';

const EXPECTED =
  '«Группы участников», «Кол-во участников», «%», под группой строки «Понизили…», «Подтвердили…»';

interface ComparisonColumns {
  group: Column;
  participants: Column;
}

function columnsOf(row: Row): ComparisonColumns | undefined {
  const { group, participants } = findColumns(row, {
    group: ['группы участников', 'группа участников'],
    participants: PARTICIPANTS_HEADERS,
  });
  const percent = headersOf(row).some(({ header }) => header === '%');
  return group && participants && percent ? { group, participants } : undefined;
}

/** A group whose rows are being read. */
interface OpenGroup {
  told: Group;
  place: Place;
  counts: Partial<Journal>;
  total?: number;
  /** A count of it could not be read: it is not stored. */
  broken: boolean;
  /** Row that completed the three counts. */
  completedAt?: number;
}

/** Reads groups of rows: the name, then «Понизили», «Подтвердили», «Повысили», and maybe «Всего». */
function comparisonReader(reading: Reading, columns: ComparisonColumns, paper: ReportPaper): RowReader {
  const groupOf = groupReader();
  const { group, participants } = columns;
  let open: OpenGroup | undefined;

  /** Emits the group that has ended: only now it is known whether «Всего» followed. */
  function close(): void {
    const ended = open;
    open = undefined;
    if (!ended || ended.broken) return;
    const missing = JOURNAL_STEMS.filter(([, key]) => ended.counts[key] === undefined);
    if (missing.length === JOURNAL_STEMS.length) return;
    if (missing.length > 0) {
      reading.error(
        'group-incomplete',
        `Под группой нет строк: ${missing.map(([stem]) => `«${stem}»`).join(', ')}. Выгрузите отчёт заново.`,
        ended.place,
      );
      return;
    }
    const journal = ended.counts as Journal;
    const resolved = resolveGroup(reading, ended.told, ended.place);
    if (!resolved) return;
    const record = {
      ...distributionOf(paper),
      ...resolved,
      participants: ended.total ?? journalSum(journal),
      journal,
    };
    reading.emit('distributions', record, { row: ended.completedAt ?? ended.place.row });
  }

  function count(row: Row, key: keyof Journal): RowKind {
    if (!open) {
      reading.error(
        'group-missing',
        'Над строкой нет названия группы. Выгрузите отчёт заново.',
        cellPlace(row, group),
      );
      return 'rejected';
    }
    const number = readCount(reading, row, participants);
    if (number === undefined) {
      open.broken = true;
      return 'rejected';
    }
    open.counts[key] = number;
    const complete = JOURNAL_STEMS.every(([, each]) => open!.counts[each] !== undefined);
    if (!complete || open.completedAt !== undefined || open.broken) return 'service';
    open.completedAt = row.number;
    return 'record';
  }

  function total(row: Row): RowKind {
    const number = readCount(reading, row, participants);
    if (number === undefined) return 'rejected';
    if (open) {
      open.total = number;
      if (open.completedAt !== undefined) {
        warnOfDifference(reading, row, participants, number, open.counts as Journal);
      }
    }
    return 'service';
  }

  return {
    row(row) {
      const name = textAt(row, group.index);
      if (isBlankRow(row) || name === '' || foldText(name) === foldText(group.header)) return 'service';
      const key = journalKey(name);
      if (key) return count(row, key);
      if (/^(всего|итого)$/.test(foldText(name))) return total(row);
      close();
      open = { told: groupOf(name), place: cellPlace(row, group), counts: {}, broken: false };
      return 'service';
    },
    end: close,
  };
}

/** «Сравнение отметок с отметками по журналу», 2020–2022: under each group a row for each outcome. */
export const COMPARISON_LONG: Layout = {
  id: 'fis-oko-journal-long',
  title: 'ФИС ОКО: «Сравнение отметок с отметками по журналу», строками',
  source: 'fis-oko',
  recognise({ rows }) {
    const header = rows.findIndex((row) => columnsOf(row));
    const column = header < 0 ? undefined : columnsOf(rows[header]!)!.group.index;
    if (column === undefined) return undefined;
    const outcomes = rows.slice(header + 1).some((row) => journalKey(textAt(row, column)));
    return outcomes ? { confidence: 0.98, why: `строка заголовков ${EXPECTED}` } : undefined;
  },
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
