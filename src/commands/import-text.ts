import type { Issue } from '../issue.ts';
import { layoutTitle } from '../layouts/registry.ts';
import { paperName } from '../records/paper-name.ts';
import type { ImportOutcome } from '../workspace/importing/import-outcome.ts';
import { placeText } from './issue-place.ts';
import { grouped } from './rejected-text.ts';

const SHOWN_ISSUES = 100;
const SHOWN_EXAMPLES = 3;
const SHOWN_PAPERS = 4;

const STATUS: Record<ImportOutcome['status'], string> = {
  imported: 'загружен',
  unchanged: 'уже загружен раньше',
  rejected: 'ОТКЛОНЁН',
  'would-import': 'будет загружен',
};

export interface ImportTotals {
  files: number;
  imported: number;
  unchanged: number;
  rejected: number;
  records: number;
}

export function importTotals(outcomes: readonly ImportOutcome[]): ImportTotals {
  const withStatus = (status: ImportOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status);
  return {
    files: outcomes.length,
    imported: withStatus('imported').length,
    unchanged: withStatus('unchanged').length,
    rejected: withStatus('rejected').length,
    records: [...withStatus('imported'), ...withStatus('would-import')].reduce(
      (sum, { records }) => sum + total(records),
      0,
    ),
  };
}

/** What happened to a file: the balance of its rows, then its issues grouped by code. */
export function outcomeText(outcome: ImportOutcome, verbose: boolean): string {
  const { rows, records, skipped } = outcome;
  const mark = outcome.status === 'rejected' ? '✖' : outcome.status === 'unchanged' ? '=' : '✔';
  const partly = outcome.status === 'imported' && skipped.setAside > 0 ? ' без ошибочных строк' : '';
  const lines = [`${mark} ${outcome.file} — ${STATUS[outcome.status]}${partly}`];
  if (outcome.layout) {
    const id = verbose ? ` (${outcome.layout})` : '';
    lines.push(`    ${layoutTitle(outcome.layout)}${id}${papersText(outcome.covers)}`);
  }
  if (rows > 0 && outcome.status !== 'unchanged') {
    const parts = [
      `записей ${total(records)}`,
      ...(skipped.absent > 0 ? [`отсутствовали ${skipped.absent}`] : []),
      ...(skipped.service > 0 ? [`служебных ${skipped.service}`] : []),
      ...(skipped.setAside > 0 ? [`ошибочных ${skipped.setAside}`] : []),
      ...(skipped.forgotten ? [`по требованию удалено ${skipped.forgotten}`] : []),
    ];
    lines.push(`    строк ${rows} = ${parts.join(' + ')}`);
  }
  if (outcome.status !== 'unchanged') {
    lines.push(...issueLines(outcome.issues));
    const codes = new Set(outcome.issues.map(({ code }) => code));
    if (verbose && codes.size > 0)
      lines.push(`    подробнее: ${[...codes].map((code) => `msoko help ${code}`).join(', ')}`);
  }
  if (outcome.status === 'rejected' && rows > 0) {
    const without = total(records) > 0 ? ' или загрузите остальные строки без них: --set-aside' : '';
    lines.push(`    Ничего из файла не сохранено. Исправьте ошибки${without}.`);
  }
  return `${lines.join('\n')}\n`;
}

/** Which papers of which years a file speaks of; only how many where they are more than a line holds. */
function papersText(covers: ImportOutcome['covers']): string {
  const papers = new Set(
    covers.flatMap(({ paper, year }) => (paper === null ? [] : [`${paperName(paper)}, ${year}`])),
  );
  if (papers.size === 0) return '';
  return papers.size <= SHOWN_PAPERS ? ` — ${[...papers].join('; ')}` : ` — работ ${papers.size}`;
}

/**
 * Issues grouped by code, errors before warnings: the first few of each that differ, in how many more places the same
 * stands, and how many more there are.
 */
function issueLines(issues: readonly Issue[]): string[] {
  const lines: string[] = [];
  let left = SHOWN_ISSUES;
  const byCode = grouped(issues, ({ severity, code }) => `${severity} ${code}`);
  for (const [key, group] of [...byCode].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const word = key.startsWith('error') ? 'ошибка' : 'внимание';
    const alike = [
      ...grouped(group, ({ message, column, value }) => [message, column, value].join('|')).values(),
    ];
    const shown = alike.slice(0, Math.min(SHOWN_EXAMPLES, left));
    left -= shown.length;
    for (const same of shown) {
      lines.push(`    ${word}: ${placeBefore(same[0]!)}${same[0]!.message}`);
      if (same.length > 1) lines.push(`      и то же самое ещё в местах: ${same.length - 1}`);
    }
    const told = shown.reduce((sum, same) => sum + same.length, 0);
    if (group.length > told)
      lines.push(`      ещё ${group.length - told} таких (${group[0]!.code}); все — с --json`);
  }
  return lines;
}

function placeBefore(issue: Issue): string {
  const place = placeText(issue);
  return place === '' ? '' : `${place}: `;
}

export function totalsText(totals: ImportTotals, dryRun: boolean): string {
  const done = dryRun ? 'проверено, ничего не сохранено' : `загружено ${totals.imported}`;
  return `Файлов ${totals.files}: ${done}, без изменений ${totals.unchanged}, отклонено ${totals.rejected}. Записей ${totals.records}.`;
}

const SHOWN_UNREAD = 5;

/** Files of a folder that are no tables by their names, and what to do with them. */
export function unreadText(files: readonly string[]): string {
  const more = files.length > SHOWN_UNREAD ? ` и ещё ${files.length - SHOWN_UNREAD}` : '';
  return `Не прочитано, потому что это не таблицы (${files.length}): ${files.slice(0, SHOWN_UNREAD).join(', ')}${more}. Подходят .xlsx, .xls, .csv, .txt, .html; архивы распакуйте, документы сохраните таблицей.`;
}

function total(records: Readonly<Record<string, number>>): number {
  return Object.values(records).reduce((sum, count) => sum + count, 0);
}
