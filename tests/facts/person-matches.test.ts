import { describe, expect, it } from 'vitest';
import { duckdbEngine } from '../../src/facts/engines/duckdb.ts';
import { type MatchedCandidate, matchCandidates } from '../../src/facts/medal-candidates.ts';
import { type MatchedHolder, matchHolders } from '../../src/facts/olympiad-holders.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { type Examinee, egeProtocol } from '../support/exports.ts';
import { type Place, place } from '../support/place.ts';
import { results, table } from '../support/plain-tables.ts';

const RUSSIAN = '01 - Русский язык';
const PHYSICS = '03 - Физика';

/** Medal candidates of 2024: school, surname, name, document (series and number), status. */
const medals = (...rows: readonly (readonly (string | number | null)[])[]): string =>
  table('Код ОО;Фамилия;Имя;Отчество;Серия документа;Номер документа;Статус;Степень;Год', ...rows);

const candidate = (
  surname: string,
  { school = '990101', document = [null, null] as readonly (string | null)[], year = 2024 } = {},
) => [school, surname, 'Ольга', 'Юрьевна', ...document, 'кандидат', 1, year];

const examinee = (surname: string, result: number, more: Partial<Examinee> = {}): Examinee => ({
  school: '990101',
  surname,
  name: 'Ольга',
  patronymic: 'Юрьевна',
  class: '11А',
  result,
  ...more,
});

/** Municipal stage: surname, own grade, status. */
async function takeOlympiad(
  at: Place,
  year: number,
  people: readonly (readonly [surname: string, grade: string, status: string])[],
  subject = 'Физика',
): Promise<void> {
  const taken = await at.take(
    `олимпиада-${subject}-${year}.csv`,
    table(
      'Код ОО;Год;Олимпиада;Этап;Предмет;Фамилия;Имя;Отчество;Класс;Балл;Статус',
      ...people.map(([surname, grade, status]) => [
        ...['990101', year, 'ВсОШ', 'муниципальный', subject, surname, 'Ольга', 'Юрьевна'],
        ...[grade, 40, status],
      ]),
    ),
  );
  expect(taken.status).toBe('imported');
}

async function asked<T>(
  at: Place,
  question: (
    workspace: ReturnType<typeof openWorkspace>,
    engine: Awaited<ReturnType<typeof duckdbEngine>>,
  ) => Promise<T>,
): Promise<T> {
  const engine = await duckdbEngine();
  try {
    return await question(openWorkspace(at.directory), engine);
  } finally {
    engine.close();
  }
}

const candidates = (at: Place, year = 2024): Promise<MatchedCandidate[]> =>
  asked(at, (workspace, engine) => matchCandidates(workspace, engine, year));
const holders = (at: Place, year: number): Promise<MatchedHolder[]> =>
  asked(at, (workspace, engine) => matchHolders(workspace, engine, year, 4));
const seen = (found: readonly { match: string; scores: object }[]) =>
  found.map(({ match, scores }) => [match, scores]);

describe('medal candidates', () => {
  it('are joined with their ЕГЭ by the full name, however it is spelled', async () => {
    const at = place();
    await at.take('медали.csv', medals(candidate('Омулёва'), candidate('Ветлугина')));
    await at.take(
      'егэ.csv',
      egeProtocol(RUSSIAN, '2024.05.28', [examinee('ОМУЛЕВА', 91), examinee('Клюквина', 50)]),
    );
    const found = await candidates(at);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({
      ...{ school: '990101', year: 2024, status: 'candidate', degree: 1 },
      ...{ match: 'matched', scores: { russian: 91 }, baseMathematics: null },
    });
    expect(found).toContainEqual(expect.objectContaining({ match: 'unmatched', scores: {} }));
  });

  it('who share a name with two participants of their school are not joined with either', async () => {
    const at = place();
    await at.take('медали.csv', medals(candidate('Омулёва')));
    const namesakes = [examinee('Омулёва', 91), examinee('Омулёва', 40, { class: '11Б' })];
    await at.take('егэ.csv', egeProtocol(RUSSIAN, '2024.05.28', namesakes));
    expect(seen(await candidates(at))).toEqual([['ambiguous', {}]]);
  });

  it('who are namesakes are not joined with the only participant of that name', async () => {
    const at = place();
    const both = [candidate('Омулёва', { document: ['9900', '000001'] }), candidate('Омулёва')];
    await at.take('медали.csv', medals(...both));
    await at.take('егэ.csv', egeProtocol(RUSSIAN, '2024.05.28', [examinee('Омулёва', 91)]));
    expect(seen(await candidates(at))).toEqual([
      ['ambiguous', {}],
      ['ambiguous', {}],
    ]);
  });

  it('of one name in two schools are each joined within their own', async () => {
    const at = place();
    await at.take('медали.csv', medals(candidate('Омулёва'), candidate('Омулёва', { school: '990102' })));
    const both = [examinee('Омулёва', 91), examinee('Омулёва', 62, { school: '990102' })];
    await at.take('егэ.csv', egeProtocol(RUSSIAN, '2024.05.28', both));
    const found = await candidates(at);
    expect(found.map(({ school, scores }) => [school, scores.russian])).toEqual([
      ['990101', 91],
      ['990102', 62],
    ]);
  });

  it('are not looked for in another school or another year', async () => {
    const at = place();
    await at.take('медали.csv', medals(candidate('Омулёва')));
    await at.take(
      '1.csv',
      egeProtocol(RUSSIAN, '2024.05.28', [examinee('Омулёва', 91, { school: '990102' })]),
    );
    await at.take('2.csv', egeProtocol(RUSSIAN, '2023.05.28', [examinee('Омулёва', 91)]));
    expect(seen(await candidates(at))).toEqual([['unmatched', {}]]);
  });

  it('are told by the document before the name, which leaves the namesake to the other', async () => {
    const at = place();
    const first = candidate('Омулёва', { document: ['9900', '000001'] });
    await at.take('медали.csv', medals(first, candidate('Омулёва')));
    const people = [
      examinee('Омулёва', 91, { document: ['9900', '000001'] }),
      examinee('Омулёва', 40, { document: ['9900', '000002'] }),
    ];
    await at.take('егэ.csv', egeProtocol(RUSSIAN, '2024.05.28', people));
    const found = await candidates(at);
    expect(found.map(({ match }) => match)).toEqual(['matched', 'matched']);
    expect(found.map(({ scores }) => scores.russian).sort()).toEqual([40, 91]);
  });

  it('are joined by the document where the name has changed', async () => {
    const at = place();
    await at.take('медали.csv', medals(candidate('Омулёва', { document: ['9900', '000001'] })));
    const people = [
      examinee('Клюквина', 91, { document: ['9900', '000001'] }),
      examinee('Омулёва', 40, { document: ['9900', '000002'] }),
    ];
    await at.take('егэ.csv', egeProtocol(RUSSIAN, '2024.05.28', people));
    expect(seen(await candidates(at))).toEqual([['matched', { russian: 91 }]]);
  });

  it('are not joined by name with somebody whose document is another', async () => {
    const at = place();
    await at.take('медали.csv', medals(candidate('Омулёва', { document: ['9900', '000001'] })));
    const other = examinee('Омулёва', 40, { document: ['9900', '000002'] });
    await at.take('егэ.csv', egeProtocol(RUSSIAN, '2024.05.28', [other]));
    expect(seen(await candidates(at))).toEqual([['ambiguous', {}]]);
  });

  it('have the best of several attempts, and nothing from an annulled one', async () => {
    const at = place();
    const document = ['9900', '000001'] as const;
    await at.take('медали.csv', medals(candidate('Омулёва')));
    const days = [
      egeProtocol(RUSSIAN, '2024.05.28', [examinee('Омулёва', 52, { document })]),
      egeProtocol(RUSSIAN, '2024.07.04', [examinee('Омулёва', 74, { document })]),
      egeProtocol(PHYSICS, '2024.06.04', [
        { ...examinee('Омулёва', 0, { document }), result: 'Аннулирован' },
      ]),
    ];
    await at.take('егэ.csv', days.join(''));
    expect(seen(await candidates(at))).toEqual([['matched', { russian: 74 }]]);
  });

  it('are joined by «Участник» of the plain tables, with the mark of base mathematics', async () => {
    const at = place();
    await at.take(
      'медали.csv',
      table('Код ОО;Год;Участник;Степень;Статус', ['990101', 2024, 'М-1', 2, 'отказано']),
    );
    await at.take(
      'результаты.csv',
      results(
        ['990101', 2024, 'ЕГЭ', 'Русский язык', 11, 'М-1', null, 66, null],
        ['990101', 2024, 'ЕГЭ', 'Математика базовая', 11, 'М-1', null, null, 4],
        ['990101', 2024, 'ЕГЭ', 'Русский язык', 11, 'М-2', null, 99, null],
      ),
    );
    expect(await candidates(at)).toEqual([
      {
        ...{ school: '990101', year: 2024, status: 'refused', degree: 2 },
        ...{ match: 'matched', scores: { russian: 66 }, baseMathematics: 4 },
      },
    ]);
  });

  it('are those of the later list where a school sent two', async () => {
    const at = place();
    await at.take(
      '1.csv',
      medals(candidate('Омулёва'), candidate('Ветлугина'), candidate('Клюквина', { school: '990102' })),
    );
    await at.take('2.csv', medals(candidate('Омулёва')));
    expect((await candidates(at)).map(({ school }) => school)).toEqual(['990101', '990102']);
  });
});

describe('holders of olympiad diplomas', () => {
  it('are found in ЕГЭ of the year in which their grade finishes school', async () => {
    const at = place();
    await takeOlympiad(at, 2022, [
      ['Омулёва', '9', 'Победитель'],
      ['Ветлугина', '11', 'Призёр'],
      ['Клюквина', '11', 'Участник'],
    ]);
    const people = [examinee('Омулёва', 91), examinee('Ветлугина', 60), examinee('Клюквина', 80)];
    await at.take('егэ.csv', egeProtocol(PHYSICS, '2024.06.04', people));
    const found = await holders(at, 2024);
    expect(found.map(({ year, status, match }) => [year, status, match]).sort()).toEqual([
      [2022, 'prize-winner', 'unmatched'],
      [2022, 'winner', 'matched'],
    ]);
    expect(await holders(at, 2023)).toEqual([
      expect.objectContaining({ match: 'unmatched' }),
      expect.objectContaining({ match: 'unmatched' }),
    ]);
  });

  it('count while the diploma is valid: four years after its own and no longer', async () => {
    const at = place();
    await takeOlympiad(at, 2020, [['Омулёва', '7', 'Победитель']]);
    await at.take('егэ.csv', egeProtocol(PHYSICS, '2024.06.04', [examinee('Омулёва', 91)]));
    expect(seen(await holders(at, 2024))).toEqual([['matched', { physics: 91 }]]);
    expect(await holders(at, 2025)).toEqual([]);
    expect(await holders(at, 2019)).toEqual([]);
  });

  it('with diplomas of several years in one subject are one person', async () => {
    const at = place();
    await takeOlympiad(at, 2022, [['Омулёва', '9', 'Призёр']]);
    await takeOlympiad(at, 2023, [['Омулёва', '10', 'Победитель']]);
    await takeOlympiad(at, 2023, [['Омулёва', '10', 'Победитель']], 'Химия');
    await at.take('егэ.csv', egeProtocol(PHYSICS, '2024.06.04', [examinee('Омулёва', 70)]));
    const found = await holders(at, 2024);
    expect(found.map(({ subject, year, scores }) => [subject, year, scores]).sort()).toEqual([
      ['chemistry', 2023, { physics: 70 }],
      ['physics', 2023, { physics: 70 }],
    ]);
  });

  it('whose name two participants of ЕГЭ bear are not joined with either', async () => {
    const at = place();
    await takeOlympiad(at, 2024, [['Омулёва', '11А', 'Победитель']]);
    await takeOlympiad(at, 2024, [['Омулёва', '11А', 'Победитель']], 'Химия');
    const namesakes = [examinee('Омулёва', 91), examinee('Омулёва', 40, { class: '11Б' })];
    await at.take('егэ.csv', egeProtocol(PHYSICS, '2024.06.04', namesakes));
    expect((await holders(at, 2024)).map(({ match }) => match)).toEqual(['ambiguous', 'ambiguous']);
  });

  it('are those of the later protocol of a subject; the other subjects stay', async () => {
    const at = place();
    await takeOlympiad(at, 2024, [['Омулёва', '11', 'Победитель']]);
    await takeOlympiad(at, 2024, [['Омулёва', '11', 'Победитель']], 'Химия');
    await at.take(
      'после апелляции.csv',
      table('Код ОО;Год;Олимпиада;Этап;Предмет;Фамилия;Имя;Отчество;Класс;Балл;Статус', [
        '990101',
        2024,
        'ВсОШ',
        'муниципальный',
        'Физика',
        'Омулёва',
        'Ольга',
        'Юрьевна',
        '11',
        30,
        'участник',
      ]),
    );
    expect((await holders(at, 2024)).map(({ subject }) => subject)).toEqual(['chemistry']);
  });
});
