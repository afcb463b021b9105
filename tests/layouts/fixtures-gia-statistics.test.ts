import { describe, expect, it } from 'vitest';
import { GIA_LAYOUTS } from '../../src/layouts/gia/layouts.ts';
import type { Given, Layout } from '../../src/layouts/layout.ts';
import { PLAIN_LAYOUTS } from '../../src/layouts/plain/layouts.ts';
import { STATISTICS_LAYOUTS } from '../../src/layouts/statistics/layouts.ts';
import { openSheets } from '../../src/sheets/open.ts';
import type { Row } from '../../src/sheets/sheet.ts';
import { type ReadOutcome, readLayout } from '../support/read-layout.ts';

const LAYOUTS: readonly Layout[] = [...GIA_LAYOUTS, ...STATISTICS_LAYOUTS, ...PLAIN_LAYOUTS];

/** Opens a fixture, lets the surest layout read each sheet, and gives the first sheet's outcome. */
async function readFixture(path: string, given: Given = {}) {
  const opened = await openSheets(`fixtures/${path}`);
  const outcomes: (ReadOutcome & { layout: string | undefined })[] = [];
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  for (const sheet of opened.sheets) {
    const rows: Row[] = [];
    for await (const batch of sheet.rows()) rows.push(...batch);
    const preview = {
      fileName,
      sheetName: sheet.name,
      sheetNames: opened.sheets.map(({ name }) => name),
      rows,
    };
    const ranked = LAYOUTS.map((layout) => ({
      layout,
      confidence: layout.recognise(preview)?.confidence ?? 0,
    }))
      .filter(({ confidence }) => confidence > 0)
      .sort((a, b) => b.confidence - a.confidence);
    const layout = ranked[0]?.layout;
    if (ranked[1]) expect(ranked[1].confidence).toBeLessThan(ranked[0]!.confidence);
    if (!layout) continue;
    outcomes.push({
      layout: layout.id,
      ...readLayout(layout, rows, given, { fileName, sheetName: sheet.name || 'CSV' }),
    });
  }
  await opened.close();
  return outcomes;
}

describe.each<[path: string, layout: string, records: number, problems: string[], given?: Given]>([
  ['gia/ege-russian-sparse.csv', 'gia-protocol', 3, ['no-result']],
  ['gia/ege-english-two-dates.csv', 'gia-protocol', 1, []],
  ['gia/oge-two-exams.xls', 'gia-protocol', 3, ['count-differs']],
  ['gia/gve-merged.xlsx', 'gia-protocol', 2, []],
  ['gia/04_2026.06.03.csv', 'gia-machine', 1, []],
  ['gia/flat-ege-2018.xlsx', 'gia-flat', 2, [], { year: 2018 }],
  ['gia/appeals.xlsx', 'gia-appeals', 0, ['appeals-not-read']],
  ['statistics/roster.xlsx', 'roster', 2, []],
  ['statistics/school-values-long.csv', 'school-values-long', 3, []],
  ['statistics/school-values-wide.csv', 'school-values-wide', 5, ['unknown-column']],
  ['statistics/observations.csv', 'school-values-long', 4, []],
  ['statistics/admissions.csv', 'admissions', 3, []],
  ['statistics/results.csv', 'plain-results', 2, []],
  ['statistics/contextual-survey-2022.xlsx', 'contextual-survey', 2, []],
  ['statistics/social-passport.xlsx', 'social-passport', 2, ['ambiguous-count']],
  ['statistics/pupil-list.xlsx', 'pupil-list', 0, ['personal-data']],
  ['statistics/oo-1.xlsx', 'federal-form', 0, []],
  ['statistics/85-К МБДОУ «Ромашка».xlsx', 'federal-form', 2, ['unmapped']],
  ['statistics/oo-2.xlsx', 'federal-form', 0, ['unmapped']],
  ['statistics/1-ДО Дом творчества.xlsx', 'federal-form', 0, ['unmapped']],
])('%s', (path, layout, records, problems, given) => {
  it(`is read as ${layout}`, async () => {
    const [first] = await readFixture(path, given);
    expect(first?.layout).toBe(layout);
    expect(Object.values(first!.records).flat()).toHaveLength(records);
    expect(first!.issues.map(({ code }) => code)).toEqual(problems);
    expect(JSON.stringify([first!.records, first!.issues])).not.toMatch(
      /Выдумк|Придумк|Небылиц|Сочинил|Мнимая/,
    );
  });
});

describe('what the fixtures say', () => {
  it('survives encodings, sparse columns and merged cells', async () => {
    const [russian] = await readFixture('gia/ege-russian-sparse.csv');
    expect(russian?.records.results?.map(({ school, testScore }) => [school, testScore])).toEqual([
      ['5811', 58],
      ['5811', 0],
      ['5812', undefined],
    ]);
    const [gve] = await readFixture('gia/gve-merged.xlsx');
    expect(gve?.records.results?.map(({ procedure, mark, tasks }) => [procedure, mark, tasks])).toEqual([
      ['gve9', 4, [1, 1, 0]],
      ['gve11', 3, [1, 0, 0]],
    ]);
    expect(gve?.rows.absent).toBe(1);
  });

  it('joins one person over protocols by the document', async () => {
    const [russian] = await readFixture('gia/ege-russian-sparse.csv');
    const [english] = await readFixture('gia/ege-english-two-dates.csv');
    expect(english?.records.results?.[0].participant).toBe(russian?.records.results?.[0].participant);
    expect(english?.records.results?.[0].person).toBe(russian?.records.results?.[0].person);
  });
});
