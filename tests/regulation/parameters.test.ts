import { expect, test } from 'vitest';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';

test('an own value for one year leaves the other years of the catalogue in force', () => {
  const parameters = loadParameters({ 'vpr-scale.4-russian': { 2025: [10, 17, 23, 27] } });
  expect(parameters.valueAt('vpr-scale.4-russian', 2025)).toEqual([10, 17, 23, 27]);
  expect(parameters.valueAt('vpr-scale.4-russian', 2019)).toEqual([13, 23, 32, 38]);
  expect(parameters.valueAt('vpr-scale.4-russian', 2026)).toEqual([9, 15, 20, 24]);
});

test('an own value from a year on leaves the value of the years before it in force', () => {
  const parameters = loadParameters({ 'low.vpr4-low-share': { 2022: 25 } });
  expect(parameters.valueAt('low.vpr4-low-share', 2021)).toBe(20);
  expect(parameters.valueAt('low.vpr4-low-share', 2023)).toBe(25);
});

test('an own note on a year is added to the known ones', () => {
  const parameters = loadParameters({ 'calendar.note.vpr': { 2023: 'ВПР 2023 писали весной' } });
  expect(parameters.valueAt('calendar.note.vpr', 2023)).toMatchObject({
    2020: expect.stringContaining('осенью'),
    2023: 'ВПР 2023 писали весной',
  });
});
