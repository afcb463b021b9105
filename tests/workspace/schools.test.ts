import { describe, expect, it } from 'vitest';
import { evidence } from '../support/evidence.ts';
import { egeProtocol, marksReport, ogeProtocol } from '../support/exports.ts';
import { type Place, place } from '../support/place.ts';
import { marks, results, roster, table, values } from '../support/plain-tables.ts';

const ROSTER = roster(
  ['990101', 'sch990101, edu990101', '9101', '9111', 'МБОУ «СОШ № 1 п. Приозёрный»', 'СОШ № 1'],
  ['990104', 'sch990104', '9104', '9114', 'МБОУ «СОШ с. Каменка»', 'СОШ с. Каменка'],
);

const SURVEY = table(
  'Пользователь;Муниципалитет;Школа;Дата загрузки;2. СОКРАЩЕННОЕ наименование образовательной организации;7. Код ОГЭ;8. Код ЕГЭ',
  [
    'edu990101',
    'reg99_m001 | Приозёрный',
    'edu990101 | МБОУ «СОШ № 1 п. Приозёрный»',
    '21.02.2022 09:30:00',
    'СОШ № 1',
    '9101',
    '9111',
  ],
);

const FILES: readonly (readonly [name: string, text: string])[] = [
  ['плоская.csv', marks('990101', 2018, [2, 3, 5])],
  ['логин.csv', marks('edu990101', 2019, [2, 2, 5])],
  ['отчёт.csv', marksReport(2020, [['СОШ № 1(sch990101)', 4, 25, 25, 25, 25]])],
  [
    'огэ.csv',
    ogeProtocol('01 - Русский язык', '2019.05.29', [{ school: '9101', surname: 'Ветлугина', result: 4 }]),
  ],
  [
    'егэ.csv',
    egeProtocol('01 - Русский язык', '2019.06.03', [
      { school: '009111', surname: 'Клюквина', document: ['9917', '100200'], result: 20 },
    ]),
  ],
];

/** What every file says of school 990101. */
async function answers(at: Place) {
  return [
    await evidence(at, '990101', 'low.vpr4-russian-low', 2018),
    await evidence(at, '990101', 'low.vpr4-russian-low', 2019),
    await evidence(at, '990101', 'low.vpr4-russian-low', 2020),
    await evidence(at, '990101', 'low.oge-russian-low', 2019),
    await evidence(at, '990101', 'low.ege-russian-low', 2019),
  ];
}

describe('schools of a workspace', () => {
  it('are found by code, login of any year, and codes of ОГЭ and ЕГЭ', async () => {
    const at = place();
    await at.take('реестр.csv', ROSTER);
    for (const [name, text] of FILES) expect((await at.take(name, text)).issues, name).toEqual([]);
    expect(await answers(at)).toMatchObject([
      { participants: 3, low: 1, top: 1 },
      { participants: 3, low: 2, top: 1 },
      { participants: 4, low: 1, top: 1 },
      { participants: 1, low: 0, top: 0 },
      { participants: 1, low: 1, top: 0 },
    ]);
    const { schools } = await at.ask('risk-schools', '--year', '2021');
    expect(schools.map((one: { school: string }) => one.school)).toEqual(['990101', '990104']);
  });

  it('are the same whether the roster came before the results or after them', async () => {
    const [before, after] = [place(), place()];
    await before.take('реестр.csv', ROSTER);
    for (const [name, text] of FILES) {
      await before.take(name, text);
      await after.take(name, text);
    }
    await after.take('реестр.csv', ROSTER);
    const [first, second] = await Promise.all(
      [before, after].map((at) => at.ask('risk-schools', '--year', '2021')),
    );
    expect(second).toEqual(first);
  });

  it('are told apart again when the roster is taken back', async () => {
    const [never, once] = [place(), place()];
    const { import: id } = await once.take('реестр.csv', ROSTER);
    for (const [name, text] of FILES) {
      await never.take(name, text);
      await once.take(name, text);
    }
    await once.run(['imports', 'remove', id]);
    const [first, second] = await Promise.all(
      [never, once].map((at) => at.ask('risk-schools', '--year', '2021')),
    );
    expect(second).toEqual(first);
  });

  it('take codes of ГИА from the contextual survey, before or after the results', async () => {
    const plain = roster(['990101', 'sch990101', null, null, 'МБОУ «СОШ № 1 п. Приозёрный»', 'СОШ № 1']);
    const [before, after] = [place(), place()];
    await before.take('опрос.csv', SURVEY);
    await before.take('реестр.csv', plain);
    for (const [name, text] of FILES) {
      await before.take(name, text);
      await after.take(name, text);
    }
    await after.take('реестр.csv', plain);
    await after.take('опрос.csv', SURVEY);
    expect(await answers(after)).toEqual(await answers(before));
    expect((await answers(after))[3].participants).toBe(1);
    const { schools } = await after.ask('risk-schools', '--year', '2021');
    expect(schools.map((one: { school: string }) => one.school)).toEqual(['990101']);
  });

  it('keep the name of the roster, not that of a file or a survey', async () => {
    const at = place();
    await at.take('отчёт.csv', marksReport(2020, [['Школа из отчёта(sch990101)', 4, 25, 25, 25, 25]]));
    await at.take('опрос.csv', SURVEY.replaceAll('МБОУ', 'МУНИЦИПАЛЬНОЕ БЮДЖЕТНОЕ'));
    await at.take('реестр.csv', ROSTER);
    const { schools } = await at.ask('risk-schools', '--year', '2021', '--school', '990101');
    expect(schools[0].name).toBe('МБОУ «СОШ № 1 п. Приозёрный»');
  });

  it('are in the municipality that the roster says, whatever a survey says', async () => {
    const at = place();
    await at.take('опрос.csv', SURVEY.replace('reg99_m001 | Приозёрный', 'reg99_m002 | Заречный'));
    await at.take(
      'реестр.csv',
      table('Код ОО;Наименование;Логин ФИС ОКО;Муниципалитет', [
        '990101',
        'МБОУ «СОШ № 1 п. Приозёрный»',
        'edu990101',
        'Приозёрный округ',
      ]),
    );
    const asked = await at.ask('risk-schools', '--year', '2021', '--municipality', 'Приозёрный округ');
    expect(asked.schools).toMatchObject([{ school: '990101' }]);
    expect((await at.run(['risk-schools', '--year', '2021', '--municipality', 'Заречный'])).exit).toBe(1);
  });

  it('keep their codes where a survey gives them to another one', async () => {
    const at = place();
    await at.take('реестр.csv', ROSTER);
    await at.take('опрос.csv', SURVEY.replace('9101;9111', '9104;9114'));
    const text = ogeProtocol('01 - Русский язык', '2019.05.29', [
      { school: '9104', surname: 'Ветлугина', result: 2 },
    ]);
    await at.take('огэ.csv', text);
    expect(await evidence(at, '990104', 'low.oge-russian-low', 2019)).toMatchObject({ participants: 1 });
  });

  it('may stand in msoko.json', async () => {
    const at = place({
      roster: {
        closed: true,
        schools: [
          { code: '990101', name: 'СОШ № 1', logins: ['sch990101'], ogeCode: '9101', egeCode: '9111' },
        ],
      },
    });
    for (const [name, text] of FILES) expect((await at.take(name, text)).status, name).toBe('imported');
    expect((await answers(at))[4]).toMatchObject({ participants: 1, low: 1 });
  });

  it('are asked for by code, login or name', async () => {
    const at = place();
    await at.take('реестр.csv', ROSTER);
    for (const key of ['990104', 'edu990104', 'мбоу «сош с. каменка»', 'СОШ с. Каменка']) {
      const { schools } = await at.ask('risk-schools', '--year', '2021', '--school', key);
      expect(schools, key).toMatchObject([{ school: '990104' }]);
    }
  });

  it('that teach no school programme are not identified', async () => {
    const at = place();
    await at.take(
      'реестр.csv',
      table(
        'Код ОО;Наименование;Вид',
        ['1', 'Школа', 'школа'],
        ['2', 'Сад', 'детский сад'],
        ['3', 'Кружок', 'дополнительное образование'],
      ),
    );
    const { schools } = await at.ask('risk-schools', '--year', '2021');
    expect(schools.map((one: { school: string }) => one.school)).toEqual(['1']);
  });

  it('count one person once where the roster came between the main day and the reserve day', async () => {
    const day = (date: string, mark: number) =>
      ogeProtocol('02 - Математика', date, [{ school: '9101', surname: 'Ветлугина', result: mark }]);
    const at = place();
    await at.take('осн.csv', day('2019.06.06', 2));
    await at.take('реестр.csv', ROSTER);
    await at.take('рез.csv', day('2019.06.25', 4));
    expect(await evidence(at, '990101', 'low.oge-mathematics-low', 2019)).toMatchObject({
      participants: 1,
      low: 0,
    });
  });
});

describe('a name that several schools have', () => {
  const namesakes = () =>
    roster(
      ['990101', 'sch990101', null, null, 'МБОУ «СОШ № 1 п. Приозёрный»', 'СОШ № 1'],
      ['990201', 'sch990201', null, null, 'МБОУ «СОШ № 1 с. Заречье»', 'СОШ № 1'],
    );

  it('is refused in a file with the codes of all of them, and the full name is not', async () => {
    const at = place();
    await at.take('реестр.csv', namesakes());
    const refused = await at.take('отчёт.csv', marksReport(2020, [['СОШ № 1', 4, 25, 25, 25, 25]]));
    expect(refused).toMatchObject({
      status: 'rejected',
      issues: [
        { code: 'unknown-school', message: expect.stringMatching(/у нескольких школ: 990101, 990201\./) },
      ],
    });
    const full = marksReport(2020, [['МБОУ «СОШ № 1 с. Заречье»', 4, 25, 25, 25, 25]]);
    expect(await at.take('отчёт 2.csv', full)).toMatchObject({ status: 'imported' });
    expect(await evidence(at, '990201', 'low.vpr4-russian-low', 2020)).toMatchObject({ participants: 4 });
  });

  it('is answered with the codes of all of them where it is asked for', async () => {
    const at = place();
    await at.take('реестр.csv', namesakes());
    const { exit, err } = await at.run(['risk-schools', '--year', '2021', '--school', 'СОШ № 1']);
    expect([exit, err]).toEqual([1, expect.stringMatching(/Укажите код: 990101, 990201/)]);
  });

  it('leads to the one in the roster where the other was only met in a file', async () => {
    const at = place();
    await at.take('реестр.csv', ROSTER);
    await at.take('777.csv', marksReport(2019, [['СОШ № 1(sch990777)', 4, 25, 25, 25, 25]]));
    await at.take('отчёт.csv', marksReport(2020, [['СОШ № 1', 4, 25, 25, 25, 25]]));
    expect(await evidence(at, '990101', 'low.vpr4-russian-low', 2020)).toMatchObject({ participants: 4 });
  });
});

describe('a school that the roster lacks', () => {
  it('is added with a warning by each file that brings it, until one of them is stored', async () => {
    const at = place();
    at.file('папка/1.csv', results(['777', 2020, 'ВПР', 'Русский язык', 4, 'а', null, null, 7]));
    at.file('папка/2.csv', marks('777', 2020, [3]));
    const folder = at.file('папка/3.csv', marks('777', 2019, [3])).replace(/[\\/]3\.csv$/, '');
    const { files } = (await at.run(['import', folder, '--json'])).json();
    const codes = files.map((one: { issues: { code: string }[] }) => one.issues.map(({ code }) => code));
    expect(codes).toEqual([['school-added', 'mark-unknown'], ['school-added'], []]);
  });

  it('is refused where the roster is closed, and nothing of the file is stored', async () => {
    const at = place({ roster: { closed: true } });
    await at.take('реестр.csv', ROSTER);
    const refused = await at.take('чужая.csv', marks('990199', 2020, [2, 3]));
    expect(refused).toMatchObject({ status: 'rejected', import: null });
    expect(refused.issues[0]).toMatchObject({
      severity: 'error',
      code: 'unknown-school',
      row: 2,
      column: 'Код ОО',
      value: '990199',
    });
    expect((await at.ask('imports')).imports).toHaveLength(1);
    expect((await at.take('значения.csv', values(['990199', 2021, 'pupils', 10]))).status).toBe('rejected');
  });

  it('is left out alone of a file of a closed roster with --set-aside', async () => {
    const at = place({ roster: { closed: true } });
    await at.take('реестр.csv', ROSTER);
    const report = marksReport(2020, [
      ['СОШ № 1(sch990101)', 4, 25, 25, 25, 25],
      ['Чужая(sch990199)', 4, 25, 25, 25, 25],
    ]);
    const taken = await at.take('отчёт.csv', report, '--set-aside');
    expect(taken).toMatchObject({
      status: 'imported',
      records: { distributions: 1 },
      skipped: { setAside: 1 },
    });
  });

  it('does not enter a closed roster by a contextual survey', async () => {
    const at = place({ roster: { closed: true } });
    await at.take('реестр.csv', ROSTER);
    await at.take(
      'опрос.csv',
      SURVEY.replaceAll('990101', '990199').replaceAll('910', '990').replaceAll('911', '991'),
    );
    const { schools } = await at.ask('risk-schools', '--year', '2021');
    expect(schools.map((one: { school: string }) => one.school)).toEqual(['990101', '990104']);
  });
});
