import { describe, expect, it } from 'vitest';
import { writeDemoFile } from '../../src/demo/write-file.ts';
import { evidence, participants } from '../support/evidence.ts';
import { marksReport, ogeProtocol } from '../support/exports.ts';
import { place, storedRecords } from '../support/place.ts';
import { results, roster, table, values } from '../support/plain-tables.ts';

const HEADER = ['Код ОО', 'Год', 'Процедура', 'Предмет', 'Класс', 'Участник', 'Отметка'];
const row = (participant: string, mark: number, subject = 'Русский язык') => [
  '990101',
  2020,
  'ВПР',
  subject,
  4,
  participant,
  mark,
];

describe('a repeat within one file', () => {
  it('of a participant is an error that names both rows, and the file is rejected whole', async () => {
    const at = place();
    const text = results(
      ...['а', 'б', 'а'].map((name) => ['990101', 2020, 'ВПР', 'Русский язык', 4, name, null, null, 3]),
    );
    const taken = await at.take('1.csv', text);
    expect(taken.status).toBe('rejected');
    const [issue] = taken.issues.filter((one: { severity: string }) => one.severity === 'error');
    expect(issue).toMatchObject({ code: 'duplicate-participant', row: 4 });
    expect(issue.message).toContain('строке 2');
    expect((await at.ask('imports')).imports).toEqual([]);
    expect(storedRecords(at.directory, 'results')).toEqual([]);
  });

  it('of a participant is seen across the sheets of a workbook', async () => {
    const at = place();
    const path = at.file('книга.xlsx', '');
    const sheets = [
      { name: '4А', rows: [HEADER, row('а', 3), row('б', 4)] },
      { name: '4Б', rows: [HEADER, row('в', 3), row('б', 5)] },
    ];
    await writeDemoFile(path.replace(/книга\.xlsx$/, ''), {
      path: 'книга.xlsx',
      content: { format: 'xlsx', sheets },
    });
    const { files } = await at.ask('import', path);
    expect(files[0].status).toBe('rejected');
    expect(files[0].issues.filter((one: { severity: string }) => one.severity === 'error')).toMatchObject([
      { code: 'duplicate-participant', sheet: '4Б', row: 3 },
    ]);
  });

  it('is none where the paper, the year, the school or the day differ', async () => {
    const at = place();
    const text = results(
      ['990101', 2020, 'ВПР', 'Русский язык', 4, 'а', null, null, 3],
      ['990101', 2020, 'ВПР', 'Математика', 4, 'а', null, null, 3],
      ['990101', 2020, 'ВПР', 'Русский язык', 5, 'а', null, null, 3],
      ['990101', 2019, 'ВПР', 'Русский язык', 4, 'а', null, null, 3],
      ['990102', 2020, 'ВПР', 'Русский язык', 4, 'а', null, null, 3],
      ['990101', 2020, 'ОГЭ', 'Русский язык', 9, 'а', null, null, 3],
    );
    expect(await at.take('1.csv', text)).toMatchObject({ status: 'imported', records: { results: 6 } });
    const person = { school: '9101', surname: 'Ветлугина', result: 3 };
    const days =
      ogeProtocol('02 - Математика', '2019.06.06', [person]) +
      ogeProtocol('02 - Математика', '2019.06.25', [person]);
    expect(await at.take('2.csv', days)).toMatchObject({ status: 'imported', records: { results: 2 } });
  });

  it('leaves out the second row alone with --set-aside', async () => {
    const at = place();
    const text = results(
      ...[2, 3, 4].map((mark) => ['990101', 2020, 'ВПР', 'Русский язык', 4, 'а', null, null, mark]),
    );
    expect(await at.take('1.csv', text, '--set-aside')).toMatchObject({
      status: 'imported',
      rows: 3,
      records: { results: 1 },
      skipped: { setAside: 2 },
    });
    expect(storedRecords(at.directory, 'results')).toMatchObject([{ mark: 2, at: ['', 2] }]);
    expect(await participants(at, '990101', 2020)).toBe(1);
  });

  it('of a value, a group or a school is an error too', async () => {
    const at = place();
    for (const [name, text] of [
      [
        'значения.csv',
        values(['990101', 2021, 'pupils', 10], ['990101', '2020/21', 'Всего обучающихся', 11]),
      ],
      [
        'отчёт.csv',
        marksReport(2020, [
          ['СОШ № 1(sch990101)', 4, 25, 25, 25, 25],
          ['СОШ № 1(edu990101)', 4, 0, 0, 50, 50],
        ]),
      ],
      [
        'реестр.csv',
        roster(['990101', null, null, null, 'Первая', null], ['990101', null, null, null, 'Вторая', null]),
      ],
    ] as const) {
      const taken = await at.take(name, text);
      expect(taken, name).toMatchObject({ status: 'rejected' });
      expect(
        taken.issues.map((one: { code: string }) => one.code),
        name,
      ).toContain('duplicate-row');
    }
  });
});

describe('a participant who is absent in one row and has a result in another', () => {
  const MISSED = 'не явился';
  /** What is said of a file in which these wrote or missed one paper, row by row from the second. */
  const taken = async (...rows: readonly (readonly [who: string, score: string | number])[]) => {
    const at = place();
    const lines = rows.map(([who, score]) => [
      '990101',
      2020,
      'ВПР',
      'Русский язык',
      4,
      who,
      score,
      null,
      null,
    ]);
    const { status, records, skipped, issues } = await at.take('1.csv', results(...lines));
    const said = issues
      .filter(({ code }: { code: string }) => code !== 'school-added')
      .map(({ severity, code, row }: { severity: string; code: string; row: number }) => [
        severity,
        code,
        row,
      ]);
    return { status, results: records.results ?? 0, absent: skipped.absent, said, issues };
  };
  const warned = (row: number) => ['warning', 'absent-and-present', row];

  it('is taken with the result, and a warning names both rows, whichever comes first', async () => {
    const later = await taken(['а', MISSED], ['б', 12], ['а', 15]);
    expect(later).toMatchObject({ status: 'imported', results: 2, absent: 1, said: [warned(4)] });
    expect(later.issues.at(-1).message).toContain('в строке 2 отмечен как не явившийся, а в строке 4 — как');
    const earlier = await taken(['а', 15], ['б', 12], ['а', MISSED]);
    expect(earlier).toMatchObject({ status: 'imported', results: 2, absent: 1, said: [warned(4)] });
    expect(earlier.issues.at(-1).message).toContain(
      'в строке 4 отмечен как не явившийся, а в строке 2 — как',
    );
  });

  it('may not have two results all the same', async () => {
    for (const rows of [
      [MISSED, 15, 16],
      [15, MISSED, 16],
    ]) {
      const { status, said } = await taken(...rows.map((score) => ['а', score] as const));
      expect(status).toBe('rejected');
      expect(said).toContainEqual(['error', 'duplicate-participant', 4]);
    }
  });

  it('is no matter where the papers differ, or where they were absent twice', async () => {
    const at = place();
    const missed = results(['990101', 2020, 'ВПР', 'Русский язык', 4, 'а', MISSED, null, null]);
    const wrote = results(
      ['990101', 2020, 'ВПР', 'Математика', 4, 'а', 12, null, null],
      ['990101', 2020, 'ВПР', 'Русский язык', 5, 'а', 12, null, null],
    );
    const { issues } = await at.take('1.csv', missed + wrote.split('\r\n').slice(1).join('\r\n'));
    expect(issues.map(({ code }: { code: string }) => code)).toEqual(['school-added']);
    const twice = await taken(['а', MISSED], ['а', MISSED], ['б', 12]);
    expect(twice).toMatchObject({ status: 'imported', results: 1, absent: 2, said: [] });
  });
});

describe('several uploads of the same thing within one file', () => {
  const survey = (...rows: readonly (readonly string[])[]): string =>
    table('Пользователь;Школа;Дата загрузки;7. Код ОГЭ;8. Код ЕГЭ', ...rows);
  const upload = (when: string, name: string) => ['edu990101', `edu990101 | ${name}`, when, '9101', '9111'];

  it('leave the latest, wherever it stands; the others are service rows', async () => {
    const at = place();
    const taken = await at.take(
      'опрос.csv',
      survey(
        upload('21.02.2022 09:30:00', 'Прежняя'),
        upload('02.03.2022 08:00:00', 'Поздняя'),
        upload('28.02.2022 18:00:00', 'Средняя'),
      ),
    );
    expect(taken).toMatchObject({
      status: 'imported',
      rows: 3,
      records: { roster: 1 },
      skipped: { service: 2, setAside: 0 },
    });
    expect(storedRecords(at.directory, 'roster')).toMatchObject([{ name: 'Поздняя', at: ['', 3] }]);
    expect(taken.issues.map((one: { code: string; row: number }) => [one.code, one.row])).toEqual([
      ['earlier-upload', 2],
      ['earlier-upload', 4],
    ]);
  });

  it('of the same moment are an error', async () => {
    const at = place();
    const taken = await at.take(
      'опрос.csv',
      survey(upload('21.02.2022 09:30:00', 'А'), upload('21.02.2022 09:30:00', 'Б')),
    );
    expect(taken.status).toBe('rejected');
    expect(taken.issues.map((one: { code: string }) => one.code)).toEqual(['duplicate-participant']);
  });
});

describe('a repeat in another file', () => {
  it('is a new version of the ground, not an error', async () => {
    const at = place();
    await at.take('1.csv', results(['990101', 2019, 'ОГЭ', 'Математика', 9, 'а', null, null, 2]));
    const again = await at.take(
      '2.csv',
      results(['990101', 2019, 'ОГЭ', 'Математика', 9, 'а', null, null, 5]),
    );
    expect(again.status).toBe('imported');
    expect(await evidence(at, '990101', 'low.oge-mathematics-low', 2019)).toMatchObject({
      participants: 1,
      top: 1,
    });
  });
});
