import { describe, expect, it } from 'vitest';
import { federalForm } from '../../../src/layouts/statistics/federal-form.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const BODY: Shown[][] = [
  ['Код по ОКЕИ: единица – 642, человек – 792'],
  ['Наименование показателя', '№\nстроки', 'Всего', '1-й класс'],
  [1, 2, 3, 4],
  ['Число классов, ед.', '01', 120, 14],
];
const sure = (table: Shown[][]) =>
  federalForm.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf(table) })?.confidence ??
  0;

describe('a federal statistical form', () => {
  it.each(['ОО-1', 'ОО-2', '85-К', '1-ДОП', 'СПО-1'])('%s is refused with what to do instead', (form) => {
    const table = [['ФЕДЕРАЛЬНОЕ СТАТИСТИЧЕСКОЕ НАБЛЮДЕНИЕ'], [`Форма № ${form}`], ...BODY];
    expect(sure(table)).toBeGreaterThan(0.9);
    const { issues, rows, records } = readLayout(federalForm, rowsOf(table));
    expect(issues).toMatchObject([{ severity: 'error', code: 'form-not-supported' }]);
    expect(issues[0]?.message).toContain(form);
    expect(issues[0]?.message).toContain('«Показатель»');
    expect(rows).toMatchObject({ preamble: 4, rejected: 2 });
    expect(records).toEqual({});
  });

  it('is recognised by a section alone, and refused even without a table', () => {
    expect(sure(BODY)).toBeGreaterThan(0.7);
    const { issues } = readLayout(federalForm, rowsOf([['Федеральное статистическое наблюдение']]));
    expect(issues).toHaveLength(1);
  });

  it('is not seen in tables of values', () => {
    expect(sure([['Код ОО', 'Год', 'Показатель', 'Значение']])).toBe(0);
    expect(sure([['Код ОО', 'Наименование', 'Вид']])).toBe(0);
  });
});
