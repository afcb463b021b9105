import { beforeAll, describe, expect, it } from 'vitest';
import { ranges } from '../../src/commands/explain-text.ts';
import type { IndicatorStep } from '../../src/commands/trace-indicator.ts';
import { writeDemoFile } from '../../src/demo/write-file.ts';
import { marksReport } from '../support/exports.ts';
import { type Place, place } from '../support/place.ts';
import { marks, results } from '../support/plain-tables.ts';
import { sampleWorkspace } from '../support/sample.ts';

const RUSSIAN = 'low.vpr4-russian-low';

let at: Place;

beforeAll(async () => {
  at = await sampleWorkspace();
});

describe('msoko explain of a criterion', () => {
  it('gives the clause, the formula, the parameters, the numbers, and the rows behind them', async () => {
    const answer = await at.ask('explain', RUSSIAN, '--year', '2021', '--school', '990101');
    expect(answer).toMatchObject({
      command: 'explain',
      id: RUSSIAN,
      year: 2021,
      school: '990101',
      clause: 'раздел 1.2, показатель 1, критерий 1',
      verdict: 'met',
      required: 2,
    });
    expect(answer.parameters.map(({ id }: { id: string }) => id)).toContain('low.vpr4-low-share');
    const { imports } = await at.ask('imports');
    const importOf = (file: string) => imports.find((one: { file: string }) => one.file === file).import;
    expect(answer.trace).toEqual(
      [
        [2018, [2, 3, 4, 5]],
        [2019, [2, 3, 4, 5]],
        [2020, [2, 3, 4]],
      ].map(([year, rows]) => ({
        year,
        what: 'vpr-4-russian',
        title: 'ВПР · Русский язык, 4 класс',
        sources: [
          {
            import: importOf(`впр 1 ${year}.csv`),
            file: `впр 1 ${year}.csv`,
            kind: 'results',
            sheet: '',
            rows,
          },
        ],
      })),
    );
  });

  it('tells the same in words', async () => {
    const ran = await at.run(['explain', RUSSIAN, '--year', '2021', '--school', '990101']);
    const out = ran.out.replaceAll('\u00a0', ' ');
    expect(ran.exit).toBe(0);
    expect(out).toContain('МБОУ «СОШ № 1» (990101)');
    expect(out).toContain('раздел 1.2, показатель 1, критерий 1');
    expect(out).toContain('2 ÷ 4 = 50,0 %');
    expect(out).toMatch(/впр 1 2019\.csv, строки 2–5 \[загрузка [0-9A-Z]{26}\]/);
    expect(out).toMatch(/впр 1 2020\.csv, строки 2–4/);
  });

  it('names the sheet of a workbook, and the rows of this school alone', async () => {
    const own = place();
    const folder = own.file('x', '').replace(/x$/, '');
    const header = ['Код ОО', 'Год', 'Процедура', 'Предмет', 'Класс', 'Участник', 'Отметка'];
    const row = (school: string, participant: string) => [
      school,
      2019,
      'ВПР',
      'Русский язык',
      4,
      participant,
      3,
    ];
    const sheets = [
      {
        name: '4А',
        rows: [['Результаты 4А'], header, row('990101', 'а'), row('990102', 'б'), row('990101', 'в')],
      },
      { name: '4Б', rows: [header, row('990101', 'г')] },
    ];
    await writeDemoFile(folder, { path: 'книга.xlsx', content: { format: 'xlsx', sheets } });
    await own.run(['import', `${folder}книга.xlsx`]);
    const { trace } = await own.ask('explain', RUSSIAN, '--year', '2020', '--school', '990101');
    const step = trace.find(({ year }: { year: number }) => year === 2019);
    expect(step.sources.map(({ sheet, rows }: { sheet: string; rows: number[] }) => [sheet, rows])).toEqual([
      ['4А', [3, 5]],
      ['4Б', [2]],
    ]);
    const { out } = await own.run(['explain', RUSSIAN, '--year', '2020', '--school', '990101']);
    expect(out).toContain('книга.xlsx, лист «4А», строки 3, 5');
    expect(out).toContain('книга.xlsx, лист «4Б», строка 2');
  });

  it('leaves out what was superseded, and a distribution beside results', async () => {
    const own = place();
    await own.take('отчёт.csv', marksReport(2020, [['СОШ № 1(sch990101)', 4, 25, 25, 25, 25]]));
    await own.take('прежний.csv', marks('990101', 2020, [2, 3, 4, 5]));
    await own.take('новый.csv', marks('990101', 2020, [3, 3, 4, 5]));
    const files = async (): Promise<string[]> =>
      (await own.ask('explain', RUSSIAN, '--year', '2021', '--school', '990101')).trace.flatMap(
        ({ sources }: { sources: { file: string }[] }) => sources.map(({ file }) => file),
      );
    expect(await files()).toEqual(['новый.csv']);
    const { imports } = await own.ask('imports');
    await own.run(['imports', 'remove', imports[2].import]);
    expect(await files()).toEqual(['прежний.csv']);
    await own.run(['imports', 'remove', imports[1].import]);
    expect(await files()).toEqual(['отчёт.csv']);
  });

  it('names the distribution where results say nothing of marks', async () => {
    const own = place();
    // The scale of 2025 is not confirmed.
    await own.take('отчёт.csv', marksReport(2025, [['СОШ № 1(sch990101)', 4, 25, 25, 25, 25]]));
    await own.take('баллы.csv', results(['990101', 2025, 'ВПР', 'Русский язык', 4, 'а', 20, null, null]));
    const answer = await own.ask('explain', RUSSIAN, '--year', '2026', '--school', '990101');
    expect(answer.years[2]).toMatchObject({ basis: 'distribution', participants: 4 });
    expect(answer.trace[2].sources.map(({ file }: { file: string }) => file)).toEqual(['отчёт.csv']);
  });

  it('of values of a school names the cells of each value', async () => {
    const { trace } = await at.ask(
      'explain',
      'low.single-parent-share',
      '--year',
      '2021',
      '--school',
      '990101',
    );
    expect(
      trace.map(({ what, sources }: { what: string; sources: { rows: number[] }[] }) => [
        what,
        sources[0]!.rows,
      ]),
    ).toEqual([
      ['single-parent', [3]],
      ['pupils', [2]],
    ]);
  });

  it('of an unknown id names the nearest; of an unknown school too', async () => {
    const unknown = await at.run(['explain', 'low.vpr4-rusian-low', '--year', '2021', '--json']);
    expect(unknown.exit).toBe(2);
    expect(unknown.json().error).toMatchObject({
      code: 'unknown-id',
      hint: expect.stringContaining(`«${RUSSIAN}»`),
    });
    const school = await at.run(['explain', RUSSIAN, '--year', '2021', '--school', '990103', '--json']);
    expect(school.exit).toBe(1);
    expect(school.json().error).toMatchObject({
      code: 'unknown-school',
      hint: expect.stringContaining('«990101»'),
    });
  });
});

describe('msoko explain of an indicator', () => {
  it('gives numerator, denominator and the schools behind them', async () => {
    const id = 'low.low-result-or-adverse-or-risk-school-share';
    const answer = await at.ask('explain', id, '--year', '2021');
    expect(answer).toMatchObject({ command: 'explain', id, numerator: 1, denominator: 2, value: 0.5 });
    const { out } = await at.run(['explain', id, '--year', '2021']);
    expect(out.replaceAll('\u00a0', ' ')).toContain('1 ÷ 2 = 50,0 %');
    const line = out.split('\n').find((text) => text.includes('  990101 '))!;
    expect(line).toContain('да (критерии 1, 4, 7)');
  });
});

describe('msoko explain of a reported indicator', () => {
  let own: Place;

  beforeAll(async () => {
    own = place({
      municipality: 'Приозёрный муниципальный округ',
      roster: { schools: [{ code: '990101', name: 'СОШ № 1', kind: 'school' }] },
    });
    const header = ['Код ОО', 'Год', 'Показатель', 'Разрез', 'Значение'];
    const rows = [
      ['990101', 2021, 'level-pupils', '', 100],
      ['990101', 2021, 'volunteers', '', 20],
      ['990101', 2021, 'volunteers', 'level:ooo', 15],
      ['990101', 2020, 'vsosh-participants', '', 7],
      ['990101', 2021, 'vsosh-participants', '', 9],
      ['муниципалитет', 2021, 'young-teacher-projects', '', 2],
    ];
    const folder = own.file('x', '').replace(/x$/, '');
    await writeDemoFile(folder, {
      path: 'ответы.xlsx',
      content: { format: 'xlsx', sheets: [{ name: 'Ответы', rows: [header, ...rows] }] },
    });
    await own.run(['import', `${folder}ответы.xlsx`]);
  });

  const placesOf = async (id: string) => {
    const { trace } = await own.ask('explain', id, '--year', '2021');
    return trace.map(({ code, what, year, breakdown, value, sources }: IndicatorStep) => [
      ...[code, what, year, breakdown, value],
      sources.map(({ file, sheet, rows }) => `${file} ${sheet} ${rows}`).join('; '),
    ]);
  };

  it('names file, sheet and row of part and whole, and of each cut', async () => {
    expect(await placesOf('upb.volunteering-share')).toEqual([
      ['990101', 'volunteers', 2021, null, 20, 'ответы.xlsx Ответы 3'],
      ['990101', 'volunteers', 2021, 'level:ooo', 15, 'ответы.xlsx Ответы 4'],
      ['990101', 'level-pupils', 2021, null, 100, 'ответы.xlsx Ответы 2'],
    ]);
    const { out } = await own.run(['explain', 'upb.volunteering-share', '--year', '2021']);
    expect(out).toMatch(/\(основное общее\) — 15\n {6}ответы\.xlsx, лист «Ответы», строка 4/);
  });

  it("names the row of the authority's own value", async () => {
    expect(await placesOf('meth.young-teacher-project-count')).toEqual([
      ['municipality', 'young-teacher-projects', 2021, null, 2, 'ответы.xlsx Ответы 7'],
    ]);
  });

  it('names the rows of every year of a running total', async () => {
    expect(await placesOf('gift.vsosh-participant-count')).toEqual([
      ['990101', 'vsosh-participants', 2020, null, 7, 'ответы.xlsx Ответы 5'],
      ['990101', 'vsosh-participants', 2021, null, 9, 'ответы.xlsx Ответы 6'],
    ]);
    const { out } = await own.run(['explain', 'gift.vsosh-participant-count', '--year', '2021']);
    expect(out).toContain(', 2020 год — 7');
  });
});

describe("msoko explain of the municipality's indicators of 1.2", () => {
  it('traces a criterion to the rows of results of every school over its window', async () => {
    const { trace } = await at.ask('explain', RUSSIAN, '--year', '2021');
    const first = trace.find(({ code }: IndicatorStep) => code === '990101');
    expect(first).toMatchObject({ what: RUSSIAN, value: 1 });
    expect(first.sources.map(({ file, rows }: IndicatorStep['sources'][number]) => [file, rows])).toEqual([
      ['впр 1 2018.csv', [2, 3, 4, 5]],
      ['впр 1 2019.csv', [2, 3, 4, 5]],
      ['впр 1 2020.csv', [2, 3, 4]],
    ]);
  });

  it('traces the share of schools in the categories to what decided each of them', async () => {
    const { trace } = await at.ask(
      'explain',
      'low.low-result-or-adverse-or-risk-school-share',
      '--year',
      '2021',
    );
    const first = trace.find(({ code }: IndicatorStep) => code === '990101');
    expect(first.value).toBe(1);
    expect(first.sources.map(({ file }: { file: string }) => file)).toContain('впр 1 2019.csv');
  });
});

describe('ranges', () => {
  it('writes rows as a person does', () => {
    expect([ranges([3]), ranges([3, 4, 5, 9]), ranges([1, 3, 5, 6])]).toEqual(['3', '3–5, 9', '1, 3, 5–6']);
  });
});
