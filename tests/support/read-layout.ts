import { createHash } from 'node:crypto';
import type { Given, Layout, Place, RowKind, SchoolReference } from '../../src/layouts/layout.ts';
import { RECORD_SCHEMAS, type RecordKind } from '../../src/records/schemas.ts';
import { MENU } from '../../src/regulation/systems/menu.ts';
import type { Row } from '../../src/sheets/sheet.ts';

export interface ReadIssue extends Place {
  severity: 'error' | 'warning';
  code: string;
  message: string;
}

export interface ReadOutcome {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into records of every kind
  records: Record<string, any[]>;
  issues: ReadIssue[];
  rows: Record<RowKind, number>;
  schools: SchoolReference[];
  /** Grounds noted without a record: schools in which all were absent. */
  covered: object[];
}

/** Lets one layout read rows, with recording doubles for everything that comes from outside. */
export function readLayout(
  layout: Layout,
  rows: readonly Row[],
  given: Given = {},
  names: { fileName?: string; sheetName?: string; notes?: Map<string, string> } = {},
): ReadOutcome {
  const outcome: ReadOutcome = {
    records: {},
    issues: [],
    rows: { preamble: 0, record: 0, absent: 0, service: 0, rejected: 0 },
    schools: [],
    covered: [],
  };
  const sheetName = names.sheetName ?? 'Лист1';
  const reader = layout.open({
    given,
    said: given,
    fileName: names.fileName ?? 'файл.xlsx',
    sheetName,
    notes: names.notes ?? new Map(),
    school(reference) {
      outcome.schools.push(reference);
      return reference.key;
    },
    menu: MENU,
    pseudonym: (kind, ...parts) =>
      createHash('sha256')
        .update([kind, ...parts].join('\u0000'))
        .digest('base64url')
        .slice(0, 22),
    emit(kind: RecordKind, record, place, version) {
      const whole = RECORD_SCHEMAS[kind].parse({ ...record, at: [sheetName, place.row] });
      outcome.records[kind] ??= [];
      outcome.records[kind].push(version === undefined ? whole : { ...whole, version });
    },
    cover: (ground) => outcome.covered.push(ground),
    error: (code, message, place) => outcome.issues.push({ severity: 'error', code, message, ...place }),
    warn: (code, message, place) => outcome.issues.push({ severity: 'warning', code, message, ...place }),
  });
  for (const row of rows) outcome.rows[reader.row(row)]++;
  reader.end?.();
  return outcome;
}
