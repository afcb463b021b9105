import { distance } from 'fastest-levenshtein';
import { foldText } from '../records/fold.ts';
import { isWholeUnit } from '../records/variables/units.ts';
import type { Variable } from '../records/variables/variable.ts';
import { findVariable, VARIABLES } from '../records/variables/variables.ts';
import { parseNumber } from './number.ts';

/** A variable by the text of a header or a cell, also with its unit: «Всего обучающихся, чел.». */
export function variableOf(text: string): Variable | undefined {
  return (
    findVariable(text) ??
    findVariable(text.replace(/[,\s]*\(?(?<![а-яё])(чел(овек)?|ед(иниц)?|шт|баллов|да\/нет)\.?\)?\s*$/iu, ''))
  );
}

/** Titles of the three variables that are nearest to a text. */
export function nearestVariables(text: string): string[] {
  const folded = foldText(text).slice(0, 200);
  return VARIABLES.map(({ id, title, aliases }) => ({
    title: `«${title}» (${id})`,
    far: Math.min(...[id, title, ...(aliases ?? [])].map((name) => distance(folded, foldText(name)))),
  }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ title }) => title);
}

export type ReadValue =
  | { value: number }
  /** A cell without a value: no data, never zero. */
  | { blank: true }
  | { code: string; message: string };

/** Reads the value of a variable: a count, points, posts, or да/нет where the variable asks it. */
export function readValue(variable: Variable, text: string): ReadValue {
  const trimmed = text.trim();
  if (/^[-–—…]?$/.test(trimmed)) return { blank: true };
  if (variable.unit === 'yes-no') {
    if (/^(да|есть|\+|1|1[.,]0)$/iu.test(trimmed)) return { value: 1 };
    if (/^(нет|отсутствуют|0|0[.,]0)$/iu.test(trimmed)) return { value: 0 };
    return {
      code: 'not-yes-or-no',
      message: `Для показателя «${variable.title}» нужно «да» или «нет» (1 или 0). Исправьте ячейку.`,
    };
  }
  if (trimmed.includes('%')) {
    return {
      code: 'percent-not-count',
      message: `Для показателя «${variable.title}» нужно количество, а не проценты: доли считаются сами. Впишите число.`,
    };
  }
  const number = parseNumber(trimmed);
  if (number === undefined || number < 0) {
    return {
      code: 'not-a-number',
      message: `Для показателя «${variable.title}» нужно число от 0. Исправьте ячейку, а если данных нет, оставьте её пустой.`,
    };
  }
  if (isWholeUnit(variable.unit) && !Number.isInteger(number)) {
    return {
      code: 'not-a-count',
      message: `Для показателя «${variable.title}» нужно целое число (количество). Исправьте ячейку.`,
    };
  }
  const [least, greatest] = variable.range ?? [0, Number.POSITIVE_INFINITY];
  if (number < least || number > greatest) {
    return {
      code: 'out-of-range',
      message: `Для показателя «${variable.title}» нужно число от ${least} до ${greatest}. Исправьте ячейку.`,
    };
  }
  return { value: number };
}
