import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../support/place.ts';
import { place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';
import { sampleWorkspace } from '../support/sample.ts';

let at: Place;

beforeAll(async () => {
  at = await sampleWorkspace();
});

const RUSSIAN = 'low.vpr4-russian-low';

describe('msoko risk-schools --json', () => {
  it('answers with the keys of the contract', async () => {
    const answer = await at.ask('risk-schools', '--year', '2021');
    expect(answer).toMatchObject({ command: 'risk-schools', year: 2021, rules: 'polozhenie-1.2' });
    expect(answer.parameters).toMatchObject({ 'low.vpr4-low-share': 20, 'low.gia-low-share': 30 });
    expect(answer.summary).toMatchObject({
      schools: 2,
      lowResults: 1,
      adverseConditions: 0,
      any: 1,
      share: 0.5,
    });
    for (const school of answer.schools) {
      for (const category of ['lowResults', 'adverseConditions', 'riskZone']) {
        expect(['yes', 'no', 'insufficient-data']).toContain(school[category]);
      }
      expect(school.criteria).toHaveLength(22);
      for (const one of school.criteria) {
        expect(['met', 'not-met', 'insufficient-data', 'not-applicable', 'information']).toContain(
          one.verdict,
        );
        expect(one.years.map(({ year }: { year: number }) => year)).toEqual(one.window);
        expect(one.required).toEqual(expect.any(Number));
        for (const year of one.years) {
          for (const key of ['participants', 'low', 'top', 'share']) {
            if (year[key] === null) continue;
            expect(year[key], `${one.id} ${year.year} ${key}`).toEqual(expect.any(Number));
          }
          if (year.verdict === 'no-data') expect(year.reason).toMatch(/[а-я]/);
        }
      }
    }
  });

  it('says each year of a window with its numbers, and nothing for a year without data', async () => {
    const { schools } = await at.ask('risk-schools', '--year', '2021', '--school', '990101');
    expect(schools).toHaveLength(1);
    expect(schools[0]).toMatchObject({
      school: '990101',
      name: 'МБОУ «СОШ № 1»',
      lowResults: 'yes',
      because: { lowResults: [RUSSIAN] },
    });
    const verdict = schools[0].criteria.find(({ id }: { id: string }) => id === RUSSIAN);
    expect(verdict).toMatchObject({ verdict: 'met', window: [2018, 2019, 2020], required: 2 });
    expect(verdict.years).toMatchObject([
      { year: 2018, verdict: 'not-met', branches: [], participants: 4, low: 0, top: 2, share: 0 },
      { year: 2019, verdict: 'met', branches: ['low-share'], participants: 4, low: 2, top: 1, share: 0.5 },
      { year: 2020, verdict: 'met', branches: ['no-top'], participants: 3, low: 0, top: 0, share: 0 },
    ]);
    const [lower, upper] = verdict.years[1].interval;
    expect(lower).toBeCloseTo(0.0676, 4);
    expect(upper).toBeCloseTo(0.9324, 4);
    const ege = schools[0].criteria.find(({ id }: { id: string }) => id === 'low.ege-russian-low');
    expect(ege.years[0]).toMatchObject({
      verdict: 'no-data',
      participants: null,
      low: null,
      top: null,
      share: null,
    });
  });

  it('has an empty answer for an empty workspace: no schools, and no share of nothing', async () => {
    const answer = await place().ask('risk-schools', '--year', '2021');
    expect(answer).toMatchObject({ schools: [], summary: { schools: 0, any: 0, share: null } });
  });

  it('names the parameters that msoko.json overrides', async () => {
    const own = place({ parameters: { 'low.vpr4-low-share': 60 } });
    await own.take('1.csv', marks('990101', 2019, [2, 2, 4, 5]));
    const answer = await own.ask('risk-schools', '--year', '2021');
    expect(answer.parameters['low.vpr4-low-share']).toBe(60);
    expect(answer.overridden).toEqual({ 'low.vpr4-low-share': 60 });
    const verdict = answer.schools[0].criteria.find(({ id }: { id: string }) => id === RUSSIAN);
    expect(verdict.years[1]).toMatchObject({ verdict: 'not-met', share: 0.5 });
  });
});

describe('msoko import --json', () => {
  it('answers with the keys of the contract', async () => {
    const own = place();
    const ran = await own.run(['import', own.file('1.csv', marks('990101', 2019, [2, 3])), '--json']);
    expect(ran.json()).toEqual({
      files: [
        {
          file: '1.csv',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          source: 'statistics',
          layout: 'plain-results',
          status: 'imported',
          import: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
          rows: 2,
          records: { results: 2 },
          skipped: { absent: 0, service: 0, setAside: 0 },
          covers: [{ kind: 'results', paper: 'vpr-4-russian', year: 2019, schools: 1 }],
          supersedes: [],
          issues: [
            {
              severity: 'warning',
              code: 'school-added',
              message: expect.stringMatching(/[а-я]/),
              file: '1.csv',
              row: 2,
              column: 'Код ОО',
            },
          ],
        },
      ],
      totals: { files: 1, imported: 1, unchanged: 0, rejected: 0, records: 2 },
    });
  });
});

describe('msoko import of a folder', () => {
  it('names what lies there and is no table, so that no archive or document is passed over in silence', async () => {
    const own = place();
    const folder = dirname(own.file('выгрузки/результаты.csv', marks('990101', 2020, [2, 3, 5])));
    for (const name of ['протоколы.zip', 'вложенная/паспорт.docx', '~$результаты.xlsx', '.скрытый.pdf'])
      own.file(`выгрузки/${name}`, 'x');
    const ran = await own.run(['import', folder]);
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('(2): вложенная/паспорт.docx, протоколы.zip.');
    expect((await own.ask('import', folder)).unread).toEqual(['вложенная/паспорт.docx', 'протоколы.zip']);
    expect((await own.run(['import', folder, '--quiet'])).err).toBe('');
  });
});

describe('msoko imports', () => {
  it('lists what was imported: when, from which file, what it covers, what superseded it', async () => {
    const own = place();
    const now = () => Date.UTC(2021, 8, 1, 12, 30);
    const take = (name: string, text: string) => own.run(['import', own.file(name, text), '--json'], { now });
    const first = (await take('1.csv', marks('990101', 2019, [2, 3]))).json().files[0];
    const second = (await take('2.csv', marks('990101', 2019, [2, 3, 4]))).json().files[0];
    const { imports } = await own.ask('imports');
    expect(imports).toMatchObject([
      {
        import: first.import,
        importedAt: '2021-09-01T12:30:00.000Z',
        file: '1.csv',
        sha256: first.sha256,
        covers: [{ kind: 'results', paper: 'vpr-4-russian', year: 2019, schools: 1 }],
        supersededBy: [second.import],
      },
      { import: second.import, file: '2.csv', supersededBy: [] },
    ]);
    const shown = (await own.run(['imports'])).out;
    expect(shown).toContain('2021-09-01 12:30');
    expect(shown).toContain(`заменено загрузкой ${second.import}`);
    expect(shown).toContain(first.sha256.slice(0, 12));
  });

  it('without any says how to begin, on stderr', async () => {
    const ran = await place().run(['imports']);
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(ran.err).toContain('msoko import');
  });
});

describe('msoko status', () => {
  it('says for each criterion and year what is there, what lacks, and what would supply it', async () => {
    const { criteria, schools } = await at.ask('status', '--year', '2021');
    expect(schools).toBe(2);
    const of = (id: string, year: number) =>
      criteria.find((one: { id: string; year: number }) => one.id === id && one.year === year);
    expect(of(RUSSIAN, 2020)).toMatchObject({ status: 'complete', missing: [], remedy: null });
    expect(of('low.vpr4-mathematics-low', 2020)).toMatchObject({
      status: 'no-data',
      missing: ['990101', '990102'],
    });
    expect(of('low.vpr4-mathematics-low', 2020).remedy).toContain('ВПР 2020');
    expect(of('low.ege-russian-low', 2020).remedy).toContain('ЕГЭ 2020');
    expect(of('low.single-parent-share', 2021)).toMatchObject({ status: 'incomplete', missing: ['990102'] });
    expect(of('low.single-parent-share', 2021).remedy).toContain('2020/21');
    expect(of('low.oge-russian-low', 2020).remedy).toMatch(/Не требуется/);
  });

  it('is told in words as well, with the schools that lack', async () => {
    const { out } = await at.run(['status', '--year', '2021']);
    expect(out).toMatch(/✔ ВПР, русский язык, 4 класс, 2020: есть все/);
    expect(out).toMatch(/Неполные семьи, 2021: есть 1 из 2/);
    expect(out).toMatch(/нет: 990102/);
  });
});

describe('msoko rules', () => {
  it('lists 22 criteria with clause and formula, and parameters with their source, without a workspace', async () => {
    const own = place();
    const ran = await own.run(['rules', '--json'], { directory: own.home.replace(/home$/, '') });
    const { criteria, parameters } = ran.json();
    expect(criteria.map(({ number }: { number: number }) => number)).toEqual(
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
    for (const one of criteria) {
      expect(one.id).toMatch(/^low\.[a-z0-9-]+$/);
      expect(one).toMatchObject({
        system: '1.2',
        clause: `раздел 1.2, показатель 1, критерий ${one.number}`,
      });
      for (const id of one.parameters)
        expect(parameters.map((known: { id: string }) => known.id)).toContain(id);
    }
    for (const one of parameters) expect(one.source, one.id).toEqual(expect.any(String));
    const text = (await own.run(['rules'])).out;
    for (const one of criteria) expect(text).toContain(one.id);
  });

  it('lists the indicators of every system, and for one section the values that are collected for it', async () => {
    const own = place();
    const { indicators } = await own.ask('rules');
    expect(new Set(indicators.map(({ system }: { system: string }) => system)).size).toBe(11);
    const one = await own.ask('rules', '--system', '2.4');
    expect(one.indicators.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(one.criteria).toEqual([]);
    expect(one.variables.map(({ id }: { id: string }) => id)).toContain('young-teachers-covered');
    const text = (await own.run(['rules', '--system', '2.4'])).out;
    for (const { id, title } of [...one.indicators, ...one.variables]) {
      expect(text).toContain(id);
      expect(text).toContain(title);
    }
    expect(text).not.toContain('low.vpr4-russian-low');
  });

  it('names the sections where it is asked of one that does not exist', async () => {
    const ran = await place().run(['rules', '--system', '9.9']);
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(/Раздела «9\.9» нет\.[\s\S]*1\.1, 1\.2/);
  });

  it('shows an overridden parameter beside its default', async () => {
    const own = place({ parameters: { 'low.vpr4-low-share': 60 } });
    const { parameters } = await own.ask('rules');
    expect(parameters.find(({ id }: { id: string }) => id === 'low.vpr4-low-share')).toMatchObject({
      value: 60,
      default: 20,
    });
    expect((await own.run(['rules'])).out).toMatch(/СВОЁ, по умолчанию 20/);
  });
});

describe('msoko doctor', () => {
  it('finds nothing to mend in a good workspace', async () => {
    const ran = await at.run(['doctor', '--json']);
    expect(ran.exit).toBe(0);
    expect(ran.json().checks.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    expect((await at.run(['doctor'])).out).toMatch(/✔ DuckDB: работает/);
  });
});

describe('msoko report', () => {
  it('writes the workbook of the section and says where', async () => {
    const ran = await at.run(['report', '1.2', '--year', '2021', '--out', 'отчёты', '--json']);
    expect(ran.exit).toBe(0);
    expect(ran.json().files.map(({ system }: { system: string }) => system)).toEqual(['1.2']);
    expect(ran.json().files[0].file).toMatch(/отчёты.msoko-1\.2-2021\.xlsx$/);
  });

  it('writes one page for all sections, and a page for each school', async () => {
    const line = [
      'report',
      '--year',
      '2021',
      '--out',
      'страницы',
      '--format',
      'html',
      '--per-school',
      '--json',
    ];
    const ran = await at.run(line);
    expect(ran.exit).toBe(0);
    const files: { format: string; school?: string; file: string }[] = ran.json().files;
    expect(files.map(({ format, school, file }) => [format, school, basename(file)])).toEqual([
      ['html', undefined, 'msoko-2021.html'],
      ['html', '990101', 'msoko-990101-2021.html'],
      ['html', '990102', 'msoko-990102-2021.html'],
    ]);
    const [page, school] = files.map(({ file }) => readFileSync(file, 'utf8'));
    expect(page).toContain('href="schools/msoko-990101-2021.html"');
    expect(school).toContain('<h1>МБОУ «СОШ № 1»</h1>');
    const again = await at.run(line);
    expect(again.exit).toBe(0);
    expect(files.map(({ file }) => readFileSync(file, 'utf8')).slice(0, 2)).toEqual([page, school]);
  });

  it('writes workbooks and the page together, and says what is no kind of report', async () => {
    const both = await at.run(['report', '1.2', '--year', '2021', '--out', 'оба', '--format', 'xlsx,html']);
    expect(
      both.out
        .trimEnd()
        .split('\n')
        .map((file) => basename(file)),
    ).toEqual(['msoko-1.2-2021.xlsx', 'msoko-2021.html']);
    const unknown = await at.run(['report', '--year', '2021', '--format', 'xlsx,pdf']);
    expect([unknown.exit, unknown.err]).toEqual([2, expect.stringContaining('«pdf»')]);
    const alone = await at.run(['report', '--year', '2021', '--per-school']);
    expect([alone.exit, alone.err]).toEqual([2, expect.stringContaining('--format html')]);
  });

  it('writes every workbook there is, where no section is named', async () => {
    for (const line of [['all'], []]) {
      const ran = await at.run(['report', ...line, '--year', '2020/21', '--out', 'все']);
      const files = ran.out.trimEnd().split('\n');
      const names = files.map((file) => basename(file));
      expect(names).toEqual(
        expect.arrayContaining(['1.1', '1.2', '2.1'].map((id) => `msoko-${id}-2021.xlsx`)),
      );
      for (const file of files) expect(existsSync(file)).toBe(true);
    }
  });
});
