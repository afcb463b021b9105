import { describe, expect, it } from 'vitest';
import { COLLECTION_FORM } from '../../../src/layouts/vpr/collection-form.ts';
import { PROTOCOL_2022 } from '../../../src/layouts/vpr/protocol-2022.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const HEADER = [
  ...['Код участника', 'Вариант', '1 (5б)', '4К1 (3б)', '4К2 (2б)', 'Порядковый номер класса'],
  ...['Отметка за предыдущий триместр/ четверть/полугодие', 'Итого баллов'],
];
const GIVEN = { year: 2026, subject: 'english', grade: 8, school: 'edu990001' };
const PUPIL: Shown[] = [80001, 1, 4, 'X', 2, 1, 4, 6];
const BLANK: Shown[] = [null, null, null, null, null, null, null, 0];

function read(rows: Shown[][], given: Parameters<typeof readLayout>[2] = GIVEN, header: Shown[] = HEADER) {
  return readLayout(COLLECTION_FORM, rowsOf([header, ...rows]), given, { sheetName: 'Протокол' });
}

describe('the collection form of a school', () => {
  it('stores those who wrote under the school of the options, and counts the rest', () => {
    const { records, rows, issues, schools } = read([
      PUPIL,
      [80002, 'отсутствовал', null, null, null, 1, 3, 0],
      BLANK,
    ]);
    expect(issues).toEqual([]);
    expect(rows).toMatchObject({ record: 1, absent: 1, service: 1 });
    expect(schools).toEqual([{ by: 'login', key: '990001' }]);
    expect(records.results![0]).toMatchObject({
      school: '990001',
      class: '1',
      tasks: [4, null, 2],
      primaryScore: 6,
      maximumScore: 10,
    });
  });

  it('takes a school named by code', () => {
    expect(read([PUPIL], { ...GIVEN, school: '490101' }).schools).toEqual([{ by: 'code', key: '490101' }]);
  });

  it('says once which option is missing where no school is given', () => {
    const { school: _, ...rest } = GIVEN;
    const { issues, rows } = read([PUPIL, [80002, ...PUPIL.slice(1)]], rest);
    expect(issues).toMatchObject([{ severity: 'error', code: 'missing-school', row: 1 }]);
    expect(issues[0]!.message).toContain('--school');
    expect(rows.rejected).toBe(2);
  });

  it('overlooks the lists of scores to the right of the table, also in blank rows', () => {
    const { issues, rows } = read([
      [...PUPIL, 5, 4, 3],
      [...BLANK, 2, 1, 0],
    ]);
    expect(issues).toEqual([]);
    expect(rows).toMatchObject({ record: 1, service: 1 });
  });

  it('does not lose a participant whose code was not filled in', () => {
    const { issues } = read([[null, ...PUPIL.slice(1)]]);
    expect(issues).toMatchObject([{ severity: 'error', code: 'participant-code-missing' }]);
  });

  describe('for a work in two parts', () => {
    const header = [
      'Код',
      'Вариант (часть 1)',
      '1 (1б)',
      'Вариант (часть 2)',
      '2 (2б)',
      'Пол',
      'Итого баллов',
    ];
    it('keeps both variants', () => {
      expect(read([[80001, 1, 1, 2, 2, 'м', 3]], GIVEN, header).records.results![0].variant).toBe('1/2');
    });
    it('counts as absent who was absent and has no other part', () => {
      const { rows } = read(
        [
          [80001, 'отсутствовал'],
          [80002, 'отсутствовал', null, 'отсутствовал'],
        ],
        GIVEN,
        header,
      );
      expect(rows.absent).toBe(2);
    });
    it('stores who wrote one part, with a warning', () => {
      const { records, issues } = read([[80001, 'отсутствовал', null, 2, 2, 'м', 2]], GIVEN, header);
      expect(records.results![0].tasks).toEqual([null, 2]);
      expect(issues).toMatchObject([{ severity: 'warning', code: 'part-absent' }]);
    });
  });

  it('is told apart from a protocol that names schools', () => {
    const preview = (header: Shown[]) => ({
      fileName: '1.xlsx',
      sheetName: 'Протокол',
      sheetNames: ['Протокол', 'Служебный', 'Порядковый номер класса'],
      rows: rowsOf([header]),
    });
    expect(COLLECTION_FORM.recognise(preview(HEADER))).toBeDefined();
    expect(PROTOCOL_2022.recognise(preview(HEADER))).toBeUndefined();
    expect(COLLECTION_FORM.recognise(preview(['Пользователь', ...HEADER]))).toBeUndefined();
    expect(PROTOCOL_2022.recognise(preview(['Пользователь', ...HEADER]))).toBeDefined();
  });
});
