import { describe, expect, it } from 'vitest';
import { FIS_OKO_LAYOUTS } from '../../../src/layouts/fis-oko/layouts.ts';
import { VPR_LAYOUTS } from '../../../src/layouts/vpr/layouts.ts';
import { readFixture } from '../read-fixture.ts';

describe('whole files of ФИС ОКО', () => {
  it.each([
    ['Ф3_Статистика по отметкам.xlsx', 'fis-oko-marks', { record: 4, service: 0 }, []],
    ['статистика-2019.xlsx', 'fis-oko-marks', { record: 4, service: 1 }, []],
    ['2849657.xlsx', 'fis-oko-journal-wide', { record: 3, service: 0 }, []],
    ['сравнение-2021.xlsx', 'fis-oko-journal-long', { record: 2, service: 8 }, []],
    ['распределение-первичных-баллов.xlsx', 'fis-oko-primary-scores', { record: 2, service: 0 }, []],
    [
      'Ф1_Индивидуальные результаты.xlsx',
      'fis-oko-individual-results',
      { record: 3, service: 2 },
      ['count-differs'],
    ],
    ['свод-отметки.xlsx', 'regional-marks', { record: 2, service: 0 }, []],
    ['свод-баллы.xlsx', 'regional-primary-scores', { record: 2, service: 0 }, []],
    ['маркеры.xlsx', 'bias-markers', { record: 2, service: 1 }, ['duplicate-rows']],
    ['выполнение-заданий.xlsx', 'fis-oko-unused', { record: 0, service: 0 }, ['report-not-used']],
  ])('%s is read as %s', async (name, layout, rows, codes) => {
    const sheets = await readFixture(`fis-oko/${name}`, [...VPR_LAYOUTS, ...FIS_OKO_LAYOUTS]);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ layout, rows });
    expect(sheets[0]!.issues.map(({ code }) => code)).toEqual(codes);
  });
});
