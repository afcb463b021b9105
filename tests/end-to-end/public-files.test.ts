import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, type Place, place } from '../support/place.ts';
import { results } from '../support/plain-tables.ts';
import { readBook } from '../support/read-workbook.ts';

/** Marks «2», «3», «4» and «5» of a paper by school. */
type Marks = Readonly<Record<string, readonly [number, number, number, number]>>;

/** The second school has one «2», the third two; the fourth is a group of seven. */
const GIVEN: Marks = {
  '990101': [12, 40, 41, 19],
  '990102': [1, 24, 30, 12],
  '990103': [2, 23, 30, 12],
  '990104': [0, 4, 3, 0],
  '990105': [3, 5, 5, 4],
};

/** The «2» of the second and third school exchanged; nothing that is shown changes. */
const EXCHANGED: Marks = { ...GIVEN, '990102': [2, 23, 30, 12], '990103': [1, 24, 30, 12] };

const REPORT = ['report', '--year', '2021', '--public', '--format', 'xlsx,html,docx'];

async function published(marks: Marks): Promise<{ at: Place; files: Map<string, Buffer>; err: string }> {
  const at = place({ municipality: 'Приозёрный округ' });
  expect(await at.take('результаты.csv', table(marks))).toMatchObject({ status: 'imported' });
  const { exit, err } = await at.run(REPORT);
  expect(exit).toBe(0);
  return { at, files: filesBelow(join(at.directory, 'reports')), err };
}

function table(marks: Marks): string {
  return results(
    ...Object.entries(marks).flatMap(([school, counts]) =>
      counts
        .flatMap((count, index) => Array.from({ length: count }, () => index + 2))
        .map((mark, index) => [school, 2021, 'ВПР', 'Математика', 5, index + 1, null, null, mark]),
    ),
  );
}

const differing = (one: Map<string, Buffer>, other: Map<string, Buffer>): string[] =>
  [...one].filter(([name, bytes]) => !other.get(name)?.equals(bytes)).map(([name]) => name);

describe('the written files of a public report', () => {
  let first: Awaited<ReturnType<typeof published>>;

  beforeAll(async () => {
    first = await published(GIVEN);
  });

  it('are the same to the last byte where only hidden numbers differ: nothing in them depends on what is hidden', async () => {
    const second = await published(EXCHANGED);
    expect([...second.files.keys()]).toEqual([...first.files.keys()]);
    expect(differing(first.files, second.files)).toEqual([]);
  });

  it('count what is hidden apart from what nobody knows, and leave no indicator out', () => {
    const book = readBook(first.files.get('msoko-summary-2021-public.xlsx')!);
    const { header, rows } = book.tables.find(({ sheet }) => sheet === 'Системы')!;
    const kinds = ['Вычислено', 'Неполно', 'Скрыто', 'Нет данных', 'Не применяется'].filter((one) =>
      header.includes(one),
    );
    const counts = rows.map((row) => ({
      all: row[header.indexOf('Всего')],
      kinds: kinds.map((kind) => Number(row[header.indexOf(kind)])),
    }));
    for (const { all, kinds: each } of counts) expect(each.reduce((sum, one) => sum + one, 0)).toBe(all);
    expect(counts.some(({ kinds: each }) => each[2]! > 0)).toBe(true);
  });

  it('name no school whose verdict is not known: beside the count of the others that would name them', () => {
    const page = first.files.get('msoko-2021-public.html')!.toString('utf8');
    expect(page).not.toMatch(
      /Доля школ с низкими результатами, в неблагоприятных(?:(?!<\/tr>)[\s\S])*Нет данных: 9901/,
    );
    expect(page).toContain('в отчёте не названы');
  });

  it('differ where a number that is shown does', async () => {
    const second = await published({ ...GIVEN, '990101': [12, 40, 40, 20] });
    expect(differing(first.files, second.files)).toEqual(
      expect.arrayContaining([
        'msoko-1.2-2021-public.xlsx',
        'msoko-2021-public.html',
        'msoko-2021-public.docx',
      ]),
    );
  });

  it('come with a warning where others of the same year went out before, and with none where the same did or only the analyst wrote', async () => {
    const { at } = first;
    expect(first.err).not.toContain('уже выгружали');
    expect((await at.run(REPORT)).err).not.toContain('уже выгружали');
    writeFileSync(join(at.directory, 'texts', 'введение.md'), 'Слово начальника управления.\n');
    expect((await at.run(REPORT)).err).not.toContain('уже выгружали');
    await at.take('результаты.csv', table({ ...GIVEN, '990101': [13, 40, 41, 19] }));
    const { err } = await at.run(REPORT);
    expect(err).toContain('публичный отчёт за 2021 год уже выгружали');
    expect(err).toContain('Снимите прежний отовсюду');
  });
});
