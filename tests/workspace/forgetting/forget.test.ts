import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { egeProtocol } from '../../support/exports.ts';
import { filesBelow, type Place, place, storedRecords } from '../../support/place.ts';
import { marks, roster, table } from '../../support/plain-tables.ts';

const VERA = { school: '9101', surname: 'Ветлугина', document: ['9900', '000001'] as const };
const OLGA = { school: '9101', surname: 'Придумкина', name: 'Ольга', document: ['9900', '000002'] as const };
/** Called as Vera is, in the same school and year, and another person. */
const NAMESAKE = { ...VERA, document: ['9900', '000003'] as const };

const FULL = 'Ветлугина Вера Олеговна';
const EGE = egeProtocol('01 - Русский язык', '2021.06.03', [
  { ...VERA, result: 45 },
  { ...OLGA, result: 90 },
]);
const medal = (...people: readonly (readonly [surname: string, name: string, birth: string])[]): string =>
  table(
    'Код ОО;Год;Фамилия;Имя;Отчество;Дата рождения;Степень;Статус',
    ...people.map(([surname, name, birth]) => [
      ...['990101', 2021, surname, name, 'Олеговна', birth, '', 'кандидат'],
    ]),
  );
const MEDALS = medal(['Ветлугина', 'Вера', '07.11.2003'], ['Придумкина', 'Ольга', '05.05.2003']);

async function filled(...files: readonly (readonly [name: string, content: string])[]): Promise<Place> {
  const at = place({ id: 'okrug' });
  await at.take('реестр.csv', roster(['990101', '', '9101', '9101', 'МБОУ «СОШ № 1»', 'СОШ № 1']));
  for (const [name, content] of files) await at.take(name, content);
  return at;
}

const forget = (at: Place, input: string | readonly string[], ...args: readonly string[]) =>
  at.run(['forget', ...args], { input });

const counts = (at: Place) =>
  Object.fromEntries(
    ['results', 'medal-candidates'].map((kind) => [kind, storedRecords(at.directory, kind).length]),
  );

describe('msoko forget', () => {
  it('takes a person out of every import by document, and out of those by name where it was found', async () => {
    const at = await filled(['егэ.csv', EGE], ['медали.csv', MEDALS]);
    const ran = await forget(at, `ФИО: ${FULL}\nДокумент: 9900 000001\n`);
    expect(ran).toMatchObject({ exit: 0, out: 'Удалено записей: 2.\n' });
    expect(ran.err).toContain(
      'Найдено записей 2 (результаты 1, медали 1) в загрузках: 2. Школы: 990101. Годы: 2021.',
    );
    expect(counts(at)).toEqual({ results: 1, 'medal-candidates': 1 });
    const { imports } = await at.ask('imports');
    for (const { rows, records, skipped } of imports.slice(1)) {
      expect(skipped.forgotten).toBe(1);
      const kept = Object.values<number>(records).reduce((sum, count) => sum + count, 0);
      expect(rows).toBe(kept + skipped.absent + skipped.service + skipped.setAside + skipped.forgotten);
    }
    expect((await at.run(['imports'])).out).toContain('по требованию удалено: 1');
  });

  it('leaves the person out again when the same files come back, and says how many rows', async () => {
    const at = await filled(['егэ.csv', EGE], ['медали.csv', MEDALS]);
    await forget(at, `ФИО: ${FULL}\nДокумент: 9900 000001`);
    for (const { import: id } of (await at.ask('imports')).imports.slice(1))
      await at.run(['imports', 'remove', id]);
    const again = await at.run(['import', at.file('егэ.csv', EGE), at.file('медали.csv', MEDALS)]);
    expect(again.err.match(/= записей 1 .*\+ по требованию удалено 1/g)).toHaveLength(2);
    expect(counts(at)).toEqual({ results: 1, 'medal-candidates': 1 });

    // In another file too, and after a change of the key.
    await at.run(['key', 'rotate']);
    const next = egeProtocol('02 - Математика', '2021.06.07', [{ ...VERA, result: 50 }]);
    const taken = await at.take('математика.csv', next);
    expect(taken).toMatchObject({ status: 'imported', records: {}, skipped: { forgotten: 1 } });
    expect((await at.run(['objectivity', '--year', '2021'])).exit).toBe(0);
    expect((await at.run(['risk-schools', '--year', '2022'])).exit).toBe(0);
  });

  it('keeps the ground covered: what was superseded does not come back with the person in it', async () => {
    const one = (result: number) => egeProtocol('01 - Русский язык', '2021.06.03', [{ ...VERA, result }]);
    const at = await filled(['старый.csv', one(40)], ['новый.csv', one(45)]);
    await forget(at, 'Паспорт: 9900 000001');
    expect(counts(at).results).toBe(0);
    expect((await at.ask('imports')).imports[1].supersededBy).toHaveLength(1);
    expect((await at.run(['status', '--year', '2022'])).exit).toBe(0);
  });

  it('does not touch a namesake whose document is another', async () => {
    const two = egeProtocol('01 - Русский язык', '2021.06.03', [
      { ...VERA, result: 45 },
      { ...NAMESAKE, result: 77 },
    ]);
    const at = await filled(['егэ.csv', two]);
    expect((await forget(at, `ФИО: ${FULL}\nСерия: 9900\nНомер документа: 1`)).exit).toBe(0);
    expect(storedRecords(at.directory, 'results').map(({ testScore }) => testScore)).toEqual([77]);
    await at.run(['imports', 'remove', (await at.ask('imports')).imports[1].import]);
    await at.take('егэ.csv', two);
    expect(storedRecords(at.directory, 'results').map(({ testScore }) => testScore)).toEqual([77]);
  });

  it('refuses to choose between namesakes, and changes nothing', async () => {
    const at = await filled([
      'медали.csv',
      medal(['Ветлугина', 'Вера', '07.11.2003'], ['Ветлугина', 'Вера', '01.01.2004']),
    ]);
    const before = filesBelow(at.directory);
    const refused = await forget(at, `ФИО: ${FULL}\nШкола: 990101`, '--json');
    expect(refused).toMatchObject({ exit: 1 });
    expect(refused.json().error).toMatchObject({ code: 'forget-ambiguous' });
    expect(filesBelow(at.directory)).toEqual(before);
    // The birth date tells them apart.
    expect((await forget(at, `ФИО: ${FULL}\nДата рождения: 7.11.2003\nШкола: 990101`)).exit).toBe(0);
    expect(counts(at)['medal-candidates']).toBe(1);
  });

  it('takes the name alone in a school that is named, and in the years that are', async () => {
    const at = await filled(['егэ.csv', EGE], ['медали.csv', MEDALS]);
    const told = `Фамилия: Ветлугина\nИмя: Вера\nОтчество: Олеговна\nШкола: 990101`;
    expect((await forget(at, `${told}\nГод: 2020`, '--json')).json().error.code).toBe(
      'participant-not-found',
    );
    const shown = await forget(at, `${told}\nГод: 2021`, '--dry-run', '--json');
    expect(shown.json()).toMatchObject({ removed: false, records: 2, schools: ['990101'], years: [2021] });
    expect(counts(at)).toEqual({ results: 2, 'medal-candidates': 2 });
    expect((await forget(at, told, '--json')).json()).toMatchObject({ removed: true, records: 2 });
  });

  it('finds a participant of whom only a code is known by the row of the file, and all papers under it', async () => {
    const at = await filled(
      ['рус.csv', marks('990101', 2020, [2, 3])],
      ['мат.csv', marks('990101', 2020, [4, 5], 'Математика')],
    );
    const id = (await at.ask('imports')).imports[1].import;
    const ran = await at.run(['forget', '--import', id, '--row', '3', '--json']);
    expect(ran.json()).toMatchObject({ removed: true, records: 2, kinds: { results: 2 } });
    expect(storedRecords(at.directory, 'results').map(({ mark }) => mark)).toEqual([2, 4]);
    expect(
      (await at.run(['forget', '--import', id.slice(0, 10), '--row', '99', '--json'])).json().error.code,
    ).toBe('participant-not-found');
  });

  it('asks in a terminal, and goes on only after «да»', async () => {
    const at = await filled(['егэ.csv', EGE]);
    const answers = [FULL, '', '9900 000001', '', '', ''];
    expect((await forget(at, [...answers, 'нет'])).out).toBe('Ничего не изменено.\n');
    expect(counts(at).results).toBe(2);
    expect((await forget(at, [...answers, 'да'])).out).toBe('Удалено записей: 1.\n');
    expect(counts(at).results).toBe(1);
  });

  it.each([
    ['too little', `ФИО: ${FULL}`, 'forget-too-little'],
    ['nobody', '', 'forget-too-little'],
    ['a line that is none', `ФИО: ${FULL}\n9900 000001`, 'forget-unclear'],
    ['an unknown field', `Прозвище: ${FULL}`, 'forget-unclear'],
    ['a year that is none', `Документ: 9900 000001\nГод: прошлый`, 'forget-unclear'],
  ])('refuses %s without repeating it', async (_, input, code) => {
    const at = await filled(['егэ.csv', EGE]);
    const ran = await forget(at, input, '--json');
    expect(ran.exit).toBe(2);
    expect(ran.json().error.code).toBe(code);
    expect(ran.out + ran.err).not.toMatch(/ветлугин|000001|прошлый/i);
  });

  it('never shows or writes the name, and takes the cache away', async () => {
    const at = await filled(['егэ.csv', EGE], ['медали.csv', MEDALS]);
    await at.run(['objectivity', '--year', '2021']);
    const ran = [
      await forget(at, `ФИО: ${FULL}\nДокумент: 9900 000001`, '--verbose', '--dry-run'),
      await forget(at, `ФИО: ${FULL}\nДокумент: 9900 000001`, '--verbose'),
      await forget(at, `ФИО: ${FULL}\nДокумент: 9900 000001`, '--json'),
    ];
    for (const { out, err } of ran) expect(out + err).not.toMatch(/ветлугин|9900|000001/i);
    for (const [name, bytes] of [...filesBelow(at.directory), ...filesBelow(at.home)])
      expect(bytes.toString('utf8'), name).not.toMatch(/ветлугин|9900/i);
    expect(existsSync(join(at.directory, '.msoko', 'facts'))).toBe(false);
    expect(readdirSync(join(at.directory, '.msoko', 'importing'))).toEqual([]);
  });

  it('removes nothing where something was imported between the search and the «да»', async () => {
    const at = await filled(['егэ.csv', EGE]);
    const { exit, out, err } = await at.run(['forget'], {
      input: {
        terminal: true,
        read: () => Promise.reject(new Error('a terminal is asked, not read')),
        async ask(question) {
          if (question.startsWith('Серия')) return '9900 000001';
          if (!question.startsWith('Удалить')) return '';
          await at.take('медали.csv', MEDALS);
          return 'да';
        },
      },
    });
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain('Пока шёл поиск, загрузки изменились. Ничего не удалено.');
    expect(counts(at)).toEqual({ results: 2, 'medal-candidates': 2 });
  });
});
