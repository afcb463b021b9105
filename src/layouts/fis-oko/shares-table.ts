import { foldText } from '../../records/fold.ts';
import type { DistributionRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, findColumns, type HeaderMatcher, headersOf, isBlankRow, textAt } from '../columns.ts';
import type { Reading, RowKind, RowReader } from '../layout.ts';
import { isBlankText } from '../number.ts';
import { cellPlace, readCount, readSchools } from './counts.ts';
import { groupReader, resolveGroup } from './group.ts';
import type { ReportPaper } from './report-paper.ts';
import { readShares } from './shares.ts';

/** A table «Группы участников» | «Кол-во ОО» | «Кол-во участников» | shares. */
export interface SharesTable {
  group: Column;
  schools: Column | undefined;
  participants: Column;
  shares: readonly Column[];
}

export type SharesKind = 'marks' | 'scores';

export const PARTICIPANTS_HEADERS: readonly HeaderMatcher[] = [
  /^кол-во (участников|уч\.?)( ?\(всего\))?$/,
  /^количество (участников|обучающихся)$/,
];

/** Columns headed by whole numbers: marks or primary scores. */
export function numberedColumns(row: Row): Column[] {
  return headersOf(row).flatMap(({ index, header }) =>
    /^\d{1,3}(\.0)?$/.test(header) ? [{ index, header: String(Number(header)) }] : [],
  );
}

/** The columns of marks (2, 3, 4, 5 and no other number) or of primary scores (0, 1, 2 …); empty if neither. */
export function sharesOf(columns: readonly Column[], kind: SharesKind): Column[] {
  const numbers = new Set(columns.map(({ header }) => Number(header)));
  if (numbers.size < columns.length) return [];
  const marks = numbers.size === 4 && [2, 3, 4, 5].every((mark) => numbers.has(mark));
  const scores = numbers.size >= 3 && numbers.has(0) && numbers.has(1);
  return (kind === 'marks' ? marks : scores) ? [...columns] : [];
}

/**
 * Finds the table's header, row by row. Older exports have two header rows: the numbers stand in the second,
 * under «Распределение групп баллов в %».
 */
export function sharesTableFinder(kind: SharesKind): (row: Row) => SharesTable | undefined {
  let upper: Omit<SharesTable, 'shares'> | undefined;
  let upperRow = 0;
  return (row) => {
    const found = findColumns(row, {
      login: ['логин', 'логин оо'],
      group: ['группы участников', 'группа участников', 'оо'],
      schools: ['кол-во оо', 'количество оо'],
      participants: PARTICIPANTS_HEADERS,
    });
    if (found.group && found.participants && !found.login) {
      upper = { group: found.group, schools: found.schools, participants: found.participants };
      upperRow = row.number;
    }
    if (!upper || row.number > upperRow + 2) return undefined;
    const shares = sharesOf(numberedColumns(row), kind);
    return shares.length > 0 ? { ...upper, shares } : undefined;
  };
}

/** Reads the rows of the table: one group, one record of `distributions`. */
export function sharesTableReader(
  reading: Reading,
  table: SharesTable,
  paper: ReportPaper,
  kind: SharesKind,
): RowReader {
  const groupOf = groupReader();
  const { group, schools, participants, shares } = table;
  const nextColumn = Math.min(schools?.index ?? participants.index, participants.index);

  /** Older exports spread the names over several columns, one for each level. */
  function nameIn(row: Row): string {
    for (let column = group.index; column < Math.max(nextColumn, group.index + 1); column++) {
      const text = textAt(row, column);
      if (text !== '') return text;
    }
    return '';
  }

  function row(row: Row): RowKind {
    const isBlank = ({ index }: Column): boolean => isBlankText(textAt(row, index));
    const name = nameIn(row);
    if (isBlankRow(row) || foldText(name) === foldText(group.header)) return 'service';
    const numbers = [participants, ...shares];
    if (numbers.every(isBlank)) {
      if (name.includes('(')) warnNoNumbers(row);
      return 'service';
    }
    if (name === '') {
      reading.error(
        'group-missing',
        'В строке есть числа, а чьи они, не сказано. Впишите название группы или удалите строку.',
        cellPlace(row, group),
      );
      return 'rejected';
    }
    const told = groupOf(name);
    const count = readCount(reading, row, participants);
    const number = readSchools(reading, row, schools);
    if (count === undefined || number === null) return 'rejected';
    const read = readShares(reading, row, shares, count);
    const resolved = read && resolveGroup(reading, told, cellPlace(row, group));
    if (!resolved) return 'rejected';
    const record: Omit<DistributionRecord, 'at'> = {
      ...distributionOf(paper),
      ...resolved,
      ...(number === undefined ? {} : { schools: number }),
      participants: count,
      scale: read.scale,
      [kind]: read.values,
    };
    reading.emit('distributions', record, { row: row.number });
    return 'record';
  }

  function warnNoNumbers(row: Row): void {
    reading.warn(
      'group-without-numbers',
      'У группы нет ни одного числа: строка пропущена. Если группа писала работу, выгрузите отчёт заново.',
      cellPlace(row, group),
    );
  }

  return { row };
}

/** The part of a record that is the same for all groups of a report. */
export function distributionOf(
  paper: ReportPaper,
): Pick<
  DistributionRecord,
  'year' | 'procedure' | 'subject' | 'grade' | 'gradeWritten' | 'date' | 'maximumScore'
> {
  const { maximum, ...rest } = paper;
  return { ...rest, ...(maximum === undefined ? {} : { maximumScore: maximum }) };
}
