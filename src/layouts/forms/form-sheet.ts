import { cutsAsked, type Question } from '../../records/variables/question.ts';
import { variableById } from '../../records/variables/variables.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type FormIdentity, parseIdentity } from './identity.ts';

/** A form as far as its rows have been read. */
export interface FormSheet {
  identity: FormIdentity;
  /** Row of the identity. */
  row: number;
  /** Column in which each row says what it is. */
  keyColumn: number;
  /** Rows above the questions, by their key. */
  head: Map<string, Row>;
  answerColumn?: number | undefined;
}

/** The form that begins with this row; `undefined` where the row holds no identity. */
export function formSheet(row: Row): FormSheet | undefined {
  for (const [keyColumn, cell] of row.cells.entries()) {
    const identity = cell && parseIdentity(cell.text);
    if (identity) return { identity, row: row.number, keyColumn, head: new Map() };
  }
  return undefined;
}

/** The question of a row by its key. */
export function findQuestion(key: string): Question | undefined {
  const [id = '', breakdown] = key.split('/');
  const variable = variableById(id);
  if (!variable || breakdown === undefined) return variable && { variable };
  return cutsAsked(variable).find((cut) => cut.breakdown === breakdown);
}
