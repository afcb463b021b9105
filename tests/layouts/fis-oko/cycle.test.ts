import { describe, expect, it } from 'vitest';
import { parseCycle } from '../../../src/layouts/fis-oko/cycle.ts';
import { groupReader } from '../../../src/layouts/fis-oko/group.ts';

describe('the line of the cycle', () => {
  it.each([
    [
      'ВПР 2026 Русский язык 4 класс',
      { procedure: 'vpr', year: 2026, subjectText: 'Русский язык', grade: 4 },
    ],
    ['ВПР 2021. 4 класс', { procedure: 'vpr', year: 2021, grade: 4 }],
    [
      'ВПР. Весна 2019. Математика. 11 класс',
      { procedure: 'vpr', year: 2019, subjectText: 'Математика', grade: 11 },
    ],
    [
      'ВПР 2020 Биология 6 класс (по программе 5 класса)',
      { procedure: 'vpr', year: 2020, subjectText: 'Биология', grade: 6, programmeGrade: 5 },
    ],
    [
      'ВПР 2020 Биология 6 класс (по программе предыдущего года)',
      { procedure: 'vpr', year: 2020, subjectText: 'Биология', grade: 6, programmeGrade: 5 },
    ],
    [
      'ВПР 2021 Биология 7 класс (по образцу 7 класса)',
      { procedure: 'vpr', year: 2021, subjectText: 'Биология', grade: 7, programmeGrade: 7 },
    ],
    [
      'ВПР 2022 Иностранный язык (английский) 7 класс',
      { procedure: 'vpr', year: 2022, subjectText: 'Иностранный язык (английский)', grade: 7 },
    ],
    ['НИКО 2022 Математика 5 класс', { procedure: 'niko', year: 2022, subjectText: 'Математика', grade: 5 }],
  ])('%s', (line, told) => {
    expect(parseCycle(line)).toEqual(told);
  });

  it('is no other text', () => {
    expect(parseCycle('Статистика по отметкам')).toBeUndefined();
    expect(parseCycle('ВПРОК 2026')).toBeUndefined();
  });
});

describe('the level of a group', () => {
  const levels = (names: string[]) => {
    const groupOf = groupReader();
    return names.map((name) => groupOf(name).unit);
  };

  it('follows from codes in the last brackets', () => {
    expect(
      levels(['МБОУ «СОШ №1» (бывшая №3)(edu990001)', '(sch990001) МБОУ СОШ №1', 'г. Энск(reg99_m001)']),
    ).toEqual(['school', 'school', 'municipality']);
  });

  it('follows from the words of the name where there is no code', () => {
    expect(levels(['РФ', 'Энская область', 'Ивовский район', 'город Энск', 'МБОУ СОШ №1'])).toEqual([
      'country',
      'region',
      'municipality',
      'municipality',
      'school',
    ]);
  });

  it('follows from the order where the name says nothing', () => {
    expect(levels(['Вся выборка', 'Энск-Югра', 'Ивы'])).toEqual(['country', 'region', 'municipality']);
  });

  it('of the country in a municipal report is still the country', () => {
    expect(groupReader()('Вся выборка')).toEqual({ unit: 'country', code: 'РФ' });
  });
});
