import { describe, expect, it } from 'vitest';
import { PLAIN_LAYOUTS } from '../../src/layouts/plain/layouts.ts';
import { PARTICIPANTS_2021 } from '../../src/layouts/vpr/participants-2021.ts';
import { readLayout } from '../support/read-layout.ts';
import { rowsOf } from '../support/rows.ts';

describe('a school in which all were absent', () => {
  it('is covered by a ВПР file of 2021, without a record', () => {
    const rows = rowsOf([
      [
        'логин школы',
        'регион',
        'номер обучающегося',
        'код обучающегося',
        'вариант',
        'всего баллов',
        'балл за 1',
      ],
      ['sch990001', 'город Энск', '1', '40001', 'отсутствовал', null, null],
    ]);
    const read = readLayout(PARTICIPANTS_2021, rows, { year: 2021, subject: 'mathematics', grade: 4 });
    expect(read.rows.absent).toBe(1);
    expect(read.records).toEqual({});
    expect(read.covered).toEqual([
      { year: 2021, procedure: 'vpr', subject: 'mathematics', grade: 4, school: '990001' },
    ]);
  });

  it('is covered by a plain table of results, without a record', () => {
    const layout = PLAIN_LAYOUTS.find(({ id }) => id === 'plain-results')!;
    const rows = rowsOf([
      ['Код ОО', 'Год', 'Процедура', 'Предмет', 'Класс', 'Участник', 'Первичный балл', 'Отметка'],
      ['490101', 2020, 'ВПР', 'Русский язык', 4, 'у1', 'отсутствовал', null],
    ]);
    const read = readLayout(layout, rows);
    expect(read.rows.absent).toBe(1);
    expect(read.records).toEqual({});
    expect(read.covered).toEqual([
      { year: 2020, procedure: 'vpr', subject: 'russian', grade: 4, school: '490101' },
    ]);
  });
});
