import { expect, test } from 'vitest';
import {
  counted,
  formatDecimal,
  formatInteger,
  formatNumber,
  formatShare,
  plural,
} from '../../src/reports/number-format.ts';

const SCHOOL = ['школа', 'школы', 'школ'] as const;

test('a share is shown in per cent with a comma and a no-break space', () => {
  expect(formatShare(0.25)).toBe('25,0\u00a0%');
  expect(formatShare(1)).toBe('100,0\u00a0%');
  expect(formatShare(0.0549, 2)).toBe('5,49\u00a0%');
});

test('a share on the edge of rounding is not pulled down by binary fractions', () => {
  expect(formatShare(0.1005)).toBe('10,1\u00a0%');
});

test('whole numbers are grouped by three, decimals have a comma, and minus zero is zero', () => {
  expect(formatInteger(1234567)).toBe('1\u00a0234\u00a0567');
  expect(formatDecimal(3.456)).toBe('3,46');
  expect(formatDecimal(-0.001)).toBe('0,00');
  expect(formatInteger(-0)).toBe('0');
});

test('a noun takes the form of its number', () => {
  expect([1, 3, 5, 11, 21, 102, 112].map((count) => plural(count, SCHOOL))).toEqual([
    'школа',
    'школы',
    'школ',
    'школ',
    'школа',
    'школы',
    'школ',
  ]);
  expect(plural(1.5, SCHOOL)).toBe('школы');
  expect(counted(1003, SCHOOL)).toBe('1\u00a0003\u00a0школы');
});

test('points keep their half, whole numbers have no fraction, thousands stand apart', () => {
  expect(formatNumber(52.5)).toBe('52,5');
  expect(formatNumber(52)).toBe('52');
  expect(formatNumber(418600).replaceAll(/\s/g, ' ')).toBe('418 600');
});
