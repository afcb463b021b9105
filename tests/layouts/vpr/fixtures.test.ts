import { describe, expect, it } from 'vitest';
import { FIS_OKO_LAYOUTS } from '../../../src/layouts/fis-oko/layouts.ts';
import type { Given } from '../../../src/layouts/layout.ts';
import { VPR_LAYOUTS } from '../../../src/layouts/vpr/layouts.ts';
import { readFixture } from '../read-fixture.ts';

const read = (path: string, given?: Given) => readFixture(path, [...VPR_LAYOUTS, ...FIS_OKO_LAYOUTS], given);

describe('whole files of ВПР', () => {
  it('2020: paper and grade from the folders and the name', async () => {
    const [sheet] = await read('vpr/2020/4/Математика.xlsx');
    expect(sheet).toMatchObject({
      layout: 'vpr-2020-participants',
      rows: { preamble: 1, record: 3, absent: 1, service: 0, rejected: 0 },
    });
    expect(sheet!.records.results![0]).toMatchObject({
      year: 2020,
      subject: 'mathematics',
      grade: 4,
      gradeWritten: 5,
    });
    expect(sheet!.issues.map(({ code }) => code)).toEqual(['row-wider-than-header']);
  });

  it('2021: paper from the name in the dative, odd rows stored with their warnings', async () => {
    const [sheet] = await read('vpr/Проведение работы по математике, 4 класс. ВПР 2021.xlsx');
    expect(sheet).toMatchObject({ layout: 'vpr-2021-participants', rows: { record: 5, absent: 1 } });
    expect(sheet!.records.results!.map(({ primaryScore }) => primaryScore)).toEqual([4, 3, 9, 5, 2]);
    expect(sheet!.records.results![1]).toMatchObject({
      variant: '2',
      tasks: [0, null, 3],
      journalMark: null,
    });
    expect(sheet!.issues.map(({ code, row }) => [code, row])).toEqual([
      ['total-differs', 5],
      ['journal-mark-unknown', 5],
      ['total-missing', 6],
      ['row-wider-than-header', 7],
    ]);
  });

  it('2022: «Классы» is a companion, «Протокол» is read', async () => {
    const [classes, protocol] = await read('vpr/2022/4_Математика.xlsx');
    expect(classes).toMatchObject({ sheet: 'Классы', layout: undefined });
    expect(protocol).toMatchObject({
      layout: 'vpr-2022-protocol',
      rows: { record: 3, absent: 1 },
      issues: [],
    });
  });

  it('the form: its formulas, blank rows and lists of scores', async () => {
    const path = 'vpr/Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx';
    const [protocol, ...others] = await read(path, { school: 'edu990001' });
    expect(protocol).toMatchObject({
      layout: 'vpr-collection-form',
      rows: { record: 2, absent: 1, service: 2, rejected: 0 },
      issues: [],
    });
    expect(
      protocol!.records.results!.map(({ primaryScore, year, grade }) => [primaryScore, year, grade]),
    ).toEqual([
      [6, 2026, 8],
      [0, 2026, 8],
    ]);
    expect(others.map(({ layout }) => layout)).toEqual([undefined, undefined]);
  });
});
