import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExtendedMask, parseShortMask, tasksOf } from '../../../src/layouts/gia/answers.ts';
import type { Cell } from '../../../src/sheets/sheet.ts';

const cell = (text: string, kind: Cell['kind'] = 'text'): Cell => ({ text, value: text, kind });

describe('masks of answers', () => {
  it('read a sign a task', () => {
    expect(parseShortMask('++-+3--2')).toEqual([1, 1, 0, 1, 3, 0, 0, 2]);
    expect(parseShortMask('++-+ ++--000')).toEqual([1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(parseShortMask('#NAME?')).toBeUndefined();
    expect(parseShortMask('=+++')).toBeUndefined();
    expect(parseShortMask('1,11E+05')).toBeUndefined();
  });

  it('read score and maximum of detailed answers', () => {
    expect(parseExtendedMask('1(2)2(3)0(2)')).toEqual([1, 2, 0]);
    expect(parseExtendedMask('X(2)1(1)')).toEqual([null, 1]);
    expect(parseExtendedMask('3(2)')).toBeUndefined();
    expect(parseExtendedMask('1(2')).toBeUndefined();
  });

  it('come in the order short, detailed, oral', () => {
    expect(tasksOf(cell('+-2'), [cell('1(2)'), cell('5(10)')])).toEqual({ tasks: [1, 0, 2, 1, 5] });
    expect(tasksOf(undefined, [undefined])).toEqual({ tasks: undefined });
  });

  it('are not read once a spreadsheet made them a number or a formula', () => {
    expect(tasksOf(cell('12', 'number'), [])).toEqual({ unreadable: 'short' });
    expect(tasksOf(cell('+', 'text'), [cell('#REF!', 'error')])).toEqual({ unreadable: 0 });
  });

  it('give a score for every sign, whatever the mask', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'+-0123456789')), (signs) => {
        expect(parseShortMask(signs.join(''))).toHaveLength(signs.length);
      }),
    );
  });
});
