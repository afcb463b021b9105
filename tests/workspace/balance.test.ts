import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_SCHEMAS, type RecordKind } from '../../src/records/schemas.ts';
import { filesBelow, linesOf, type Place, place } from '../support/place.ts';
import { results, table, values } from '../support/plain-tables.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** Checks one outcome of `import --json`: its sum, and what stands on the disk for it. */
// biome-ignore lint/suspicious/noExplicitAny: an outcome of `import --json`
function expectBalanced(at: Place, outcome: any): void {
  const { file, rows, records, skipped, status, import: id } = outcome;
  const read = Object.values(records as Record<string, number>).reduce((sum, count) => sum + count, 0);
  expect(read + skipped.absent + skipped.service + skipped.setAside, file).toBe(rows);
  if (status !== 'imported') return;
  const files = filesBelow(`${at.directory}/imports/${id}`);
  for (const [kind, count] of Object.entries(records)) {
    const lines = linesOf(files.get(`${kind}.ndjson`)!);
    expect(lines, file).toHaveLength(count as number);
    for (const line of lines)
      expect(() => RECORD_SCHEMAS[kind as RecordKind].parse(line), file).not.toThrow();
  }
  // A wide row counts once for each of its values, and stands once among those that were set aside.
  const aside = linesOf(files.get('set-aside.ndjson') ?? Buffer.alloc(0)).length;
  expect(aside, file).toBeLessThanOrEqual(skipped.setAside);
  expect(aside > 0, file).toBe(skipped.setAside > 0);
}

/** A cell that fits, is empty, or does not fit. */
const cell = (...fitting: readonly (string | number)[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fitting) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '-',
        'отсутствовал',
        'X',
        '7',
        '-1',
        '1e3',
        '#ЗНАЧ!',
        'да',
        '2020/21',
        '«;»',
      ),
    },
  );

const resultRow = fc.tuple(
  cell('990101', '990102'),
  cell(2019, 2020),
  cell('ВПР', 'ОГЭ', 'ЕГЭ'),
  cell('Русский язык', 'Математика'),
  cell('4', '9А', '11'),
  cell('а', 'б', 'в', 'г', 'д', 'е'),
  cell(0, 5, 38),
  cell('', 50),
  cell('', 2, 3, 4, 5),
);

const RUNS = { numRuns: 40 };

describe('rows in = records + absent + service + set aside', () => {
  it('whatever stands in a table of results, with --set-aside and without', async () => {
    const at = place();
    await fc.assert(
      fc.asyncProperty(fc.array(resultRow, { maxLength: 12 }), fc.boolean(), async (rows, aside) => {
        expectBalanced(
          at,
          await at.take('1.csv', results(...rows), ...(aside ? ['--set-aside'] : ['--dry-run'])),
        );
      }),
      RUNS,
    );
  });

  it('whatever stands in a table of values, long or wide', async () => {
    const at = place();
    const long = fc.array(
      fc.tuple(
        cell('990101', '990102'),
        cell(2020, 2021),
        cell('pupils', 'Неполные семьи', 'resettled'),
        cell(0, 5, 500),
      ),
      { maxLength: 12 },
    );
    const wide = fc.array(fc.tuple(cell('990101', '990102'), cell(2020, 2021), cell(0, 5, 500), cell(0, 7)), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(long, wide, async (first, second) => {
        expectBalanced(at, await at.take('1.csv', values(...first), '--set-aside'));
        expectBalanced(
          at,
          await at.take('2.csv', table('Код ОО;Год;pupils;single-parent', ...second), '--set-aside'),
        );
      }),
      RUNS,
    );
  });

  it('in every fixture of a real layout', async () => {
    const at = place();
    const ran = await at.run(['import', FIXTURES, '--set-aside', '--json']);
    const { files, totals } = ran.json();
    const tables = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(csv|xls[xm]?)$/.test(name),
    );
    expect(totals.files).toBe(tables.length);
    for (const outcome of files) expectBalanced(at, outcome);
    expect(totals.imported).toBeGreaterThan(files.length / 2);
  });
});
