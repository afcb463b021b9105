import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { textAt } from '../columns.ts';
import { parseDate } from '../date.ts';
import { parseInteger } from '../number.ts';
import { type Cycle, parseCycle } from './cycle.ts';

/** What stands above the table of a report of «Аналитика». */
export interface Preamble {
  cycle?: Cycle;
  /** From «Предмет:». */
  subjectText?: string;
  /** «Максимальный первичный балл:». */
  maximum?: number;
  /** «Дата:», ISO. */
  date?: string;
}

/** Gathers the preamble from the rows above the table, wherever they stand. */
export function preambleReader(): { see(row: Row): void; preamble: Preamble } {
  const preamble: Preamble = {};

  function take(label: string, value: string): void {
    if (label === 'предмет') preamble.subjectText ??= value;
    else if (/^максимальный (первичный )?балл/.test(label)) {
      const maximum = parseInteger(value);
      if (maximum !== undefined && maximum >= 1 && maximum <= 1000) preamble.maximum ??= maximum;
    } else if (/^дата/.test(label)) {
      const date = parseDate(value);
      if (date) preamble.date ??= date;
    }
  }

  return {
    preamble,
    see(row) {
      row.cells.forEach((cell, column) => {
        if (!cell) return;
        const text = textAt(row, column);
        const cycle = preamble.cycle ? undefined : parseCycle(text);
        if (cycle) {
          preamble.cycle = cycle;
          return;
        }
        const colon = text.indexOf(':');
        const label = foldText(colon < 0 ? text : text.slice(0, colon));
        const value = colon < 0 ? '' : text.slice(colon + 1).trim();
        take(label, value || textAt(row, column + 1));
      });
    },
  };
}
