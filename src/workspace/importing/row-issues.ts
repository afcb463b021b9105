import type { Issue } from '../../issue.ts';
import type { Place } from '../../layouts/layout.ts';
import { a1 } from '../../sheets/address.ts';
import type { CellKind, Row, Sheet } from '../../sheets/sheet.ts';
import { type IssueList, noteIssue } from './issue-list.ts';
import { masked } from './masked.ts';

/** How cells come to hold what nobody wrote into them. */
const KIND_HINTS: Partial<Record<CellKind, string>> = {
  date: 'В ячейке дата: её делает Excel из записи вроде «4-5»; задайте столбцу формат «Текстовый» и впишите значение снова.',
  'formula-without-value':
    'В ячейке формула, значение которой не посчитано: откройте файл в Excel и сохраните его.',
};

/** What is noticed in the rows of one sheet. */
export interface RowIssues {
  /** The row that is being read: what is said of it tells nothing that its cells should not. */
  current: Row | undefined;
  /** Nothing is noted meanwhile. */
  silent: boolean;
  /** Errors of the row that is being read. */
  errors: Issue[];
  error(code: string, message: string, place: Place): void;
  warn(code: string, message: string, place: Place): void;
}

/**
 * @param file how the file is named
 * @param list where everything is noted too
 */
export function rowIssues(file: string, sheet: Sheet, list: IssueList): RowIssues {
  const issueAt = (severity: Issue['severity'], code: string, text: string, place: Place): Issue => {
    const row = issues.current?.number === place.row ? issues.current : undefined;
    const { message, value } = masked({ code, message: text, value: place.value }, row);
    return {
      severity,
      code,
      message,
      file,
      ...(sheet.name ? { sheet: sheet.name } : {}),
      ...(sheet.addressing === 'a1' && place.column !== undefined
        ? { cell: a1(place.column, place.row) }
        : {}),
      row: place.row,
      ...(place.header ? { column: place.header } : {}),
      ...(value === undefined ? {} : { value }),
    };
  };

  /** What the kind of the cell adds to an error in it: neither its text nor its column tells. */
  const kindHint = ({ row, column }: Place, message: string): string => {
    const kind =
      row === issues.current?.number && column !== undefined ? issues.current.cells[column]?.kind : undefined;
    // Where a date is wanted it is no surprise.
    const hint =
      kind === undefined || (kind === 'date' && /дат/i.test(message)) ? undefined : KIND_HINTS[kind];
    return hint ? ` ${hint}` : '';
  };

  const issues: RowIssues = {
    current: undefined,
    silent: false,
    errors: [],
    error(code, message, place) {
      if (issues.silent) return;
      const issue = issueAt('error', code, message + kindHint(place, message), place);
      noteIssue(list, issue);
      issues.errors.push(issue);
    },
    warn(code, message, place) {
      if (!issues.silent) noteIssue(list, issueAt('warning', code, message, place));
    },
  };
  return issues;
}
