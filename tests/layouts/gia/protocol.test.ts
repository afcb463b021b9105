import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giaProtocol } from '../../../src/layouts/gia/protocol.ts';
import type { Given } from '../../../src/layouts/layout.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

type Table = (readonly Shown[])[];

const EGE = [
  '№',
  'Код МСУ',
  'Код ОО',
  'Класс',
  'Код ППЭ',
  'Аудитория',
  'Фамилия',
  'Имя',
  'Отчество',
  'Серия',
  'Номер',
  'Задания с кратким ответом',
  'Задания с развёрнутым ответом',
  'Первичный балл',
  'Балл',
];
const OGE = [
  '№',
  'Код ОО',
  'Класс',
  'Код ППЭ',
  'Аудитория',
  'Код МСУ',
  'Фамилия',
  'Имя',
  'Отчество',
  'Задания с кратким ответом',
  'Задания с развёрнутым ответом',
  'Первичный балл',
  'Оценка',
];
const egeRow = (changes: Record<string, Shown> = {}): Shown[] => {
  const values: Record<string, Shown> = {
    '№': 1,
    'Код МСУ': 209,
    'Код ОО': '005811',
    Класс: '11А',
    'Код ППЭ': '0102',
    Аудитория: '0003',
    Фамилия: 'Выдумкина',
    Имя: 'Анна',
    Отчество: 'Олеговна',
    Серия: '9900',
    Номер: '000001',
    'Задания с кратким ответом': '++-+2--3',
    'Задания с развёрнутым ответом': '1(2)0(3)',
    'Первичный балл': 21,
    Балл: 58,
    ...changes,
  };
  return EGE.map((header) => values[header]);
};
const ogeRow = (changes: Record<string, Shown> = {}): Shown[] => {
  const values: Record<string, Shown> = {
    '№': 1,
    'Код ОО': 5811,
    Класс: '9А',
    'Код ППЭ': 101,
    Аудитория: 3,
    'Код МСУ': 209,
    Фамилия: 'Придумкин',
    Имя: 'Иван',
    Отчество: 'Ильич',
    'Задания с кратким ответом': '++-+3--2',
    'Задания с развёрнутым ответом': '1(2)2(3)0(2)',
    'Первичный балл': 27,
    Оценка: 4,
    ...changes,
  };
  return OGE.map((header) => values[header]);
};
const ege = (...rows: Table): Table => [['01 - Русский язык 2022.06.23'], EGE, ...rows];
const oge = (...rows: Table): Table => [['12 - Обществознание 2026.07.03'], OGE, ...rows];

const read = (table: Table, given: Given = {}) => readLayout(giaProtocol, rowsOf(table), given);
const results = (table: Table, given: Given = {}) => read(table, given).records.results ?? [];
const codes = (table: Table, given: Given = {}) => read(table, given).issues.map(({ code }) => code);
const recognise = (table: Table) =>
  giaProtocol.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf(table) });

/** Every column followed by an empty one, as merged cells of a printed report leave it. */
const sparse = (row: readonly Shown[]) => row.flatMap((value) => [value, null]);

describe('a protocol of ЕГЭ', () => {
  it('gives the result of each participant', () => {
    const { records, issues, rows, schools } = read(ege(egeRow()));
    expect(issues).toEqual([]);
    expect(rows).toEqual({ preamble: 2, record: 1, absent: 0, service: 0, rejected: 0 });
    expect(records.results?.[0]).toMatchObject({
      year: 2022,
      procedure: 'ege',
      subject: 'russian',
      date: '2022-06-23',
      school: '5811',
      class: '11А',
      primaryScore: 21,
      testScore: 58,
      tasks: [1, 1, 0, 1, 2, 0, 0, 3, 1, 0],
      status: 'valid',
    });
    expect(schools).toEqual([{ by: 'ege', key: '5811' }]);
  });

  it('knows a participant by the document, in one column or two', () => {
    const [two] = results(ege(egeRow()));
    const header = [...EGE.slice(0, 9), 'Документ', ...EGE.slice(11)];
    const row = egeRow();
    const [one] = results([
      ['01 - Русский язык 2022.06.23'],
      header,
      [...row.slice(0, 9), '9900 000001', ...row.slice(11)],
    ]);
    expect(one.participant).toBe(two.participant);
    expect(two.document).toBe(two.participant);
    expect(two.person).not.toBe(two.participant);
  });

  it('knows one person under two spellings of the name', () => {
    const [first, second] = results(
      ege(egeRow({ Фамилия: 'Ёжикова' }), egeRow({ '№': 2, Фамилия: ' ЕЖИКОВА', Номер: '000002' })),
    );
    expect(first.person).toBe(second.person);
    expect(first.participant).not.toBe(second.participant);
  });

  it('knows a participant by the code where there is no document, and by name and class where there is neither', () => {
    const header = [
      '№',
      'Код ОО',
      'Класс',
      'Фамилия',
      'Имя',
      'Отчество',
      'Вариант',
      'Код участника',
      '№ бланка',
      'Ответы в краткой форме',
      'Ответы в развернутой форме',
      'Первичный балл',
      'Итоговый балл',
    ];
    const row = [1, '5811', '11', 'Выдумкина', 'Анна', 'Олеговна', '305', 'A-17', 77, '++-', '1(2)', 3, 30];
    const compact = results([
      ['03 - Физика 2022.06.23'],
      header,
      row,
      [...row.slice(0, 7), 'A-18', ...row.slice(8)],
    ]);
    expect(compact[0]).toMatchObject({
      subject: 'physics',
      variant: '305',
      testScore: 30,
      tasks: [1, 1, 0, 1],
    });
    expect(compact[0].participant).not.toBe(compact[1].participant);
    expect(compact[0].document).toBeUndefined();

    const [a, b] = results(
      ege(egeRow({ Серия: '', Номер: '' }), egeRow({ Серия: '', Номер: '', Класс: '11Б' })),
    );
    expect(a.participant).not.toBe(b.participant);
    expect(a.person).toBe(b.person);
  });

  it('reads base mathematics by its marks', () => {
    const header = [...EGE.slice(1, 12), 'Первичный балл', 'Оценка'];
    const row = [...egeRow().slice(1, 12), 13, 4];
    expect(results([['22 - Математика базовая 2022.06.27'], header, row])[0]).toMatchObject({
      procedure: 'ege',
      subject: 'mathematics-base',
      primaryScore: 13,
      mark: 4,
    });
  });

  it('names mathematics with code 02 the profile paper', () => {
    const [, header, row] = ege(egeRow());
    expect(results([['02 - Математика 2022.06.02'], header!, row!])[0].subject).toBe('mathematics-profile');
  });

  it('takes the written day of a foreign language and its oral part', () => {
    const header = [
      '№',
      'Код ОО',
      'Класс',
      'Код ППЭ',
      'Аудитория',
      'Фамилия',
      'Имя',
      'Отчество',
      'Серия',
      'Номер',
      'Часть с кратким ответом',
      'Часть с развёрнутым ответом',
      'Устная часть',
      'Первичный балл устной части',
      'Первичный балл письм. части',
      'Первичный балл',
      'Тестовый балл',
    ];
    const row = [
      1,
      '5811',
      '11',
      'п:1111 у:1081',
      'п:0003 у:0002',
      'Выдумкина',
      'Анна',
      'Олеговна',
      9900,
      1,
      '+-',
      '2(3)',
      '4(7)',
      4,
      3,
      7,
      44,
    ];
    expect(results([['Английский язык п:2022.06.14; у:2022.06.16'], header, row])[0]).toMatchObject({
      subject: 'english',
      date: '2022-06-14',
      primaryScore: 7,
      testScore: 44,
      tasks: [1, 0, 2, 4],
    });
  });

  it('finds values in sparse columns, under the header or beside it', () => {
    const row = egeRow();
    const shifted = sparse(row);
    shifted[28] = null;
    shifted[29] = 58;
    const found = results([
      [null, null, null, '01 - Русский язык 2022.06.23'],
      sparse(EGE),
      sparse(row),
      shifted,
    ]);
    expect(found.map(({ testScore }) => testScore)).toEqual([58, 58]);
    expect(found[0].tasks).toHaveLength(10);
  });

  it('understands Код ОУ, Latin look-alikes and АТЕ', () => {
    const header = EGE.map((name) => (name === 'Код ОО' ? 'Код OУ' : name === 'Код МСУ' ? 'АТЕ' : name));
    expect(results([['01 - Русский язык 2022.06.23'], header, egeRow()])[0].school).toBe('5811');
  });

  it('keeps zero as a result, and a blank as none', () => {
    const table = ege(
      egeRow({ Балл: 0, 'Первичный балл': 0 }),
      egeRow({ '№': 2, Номер: '000002', Балл: null }),
    );
    const { records, issues } = read(table);
    expect(records.results?.[0]).toMatchObject({ testScore: 0, primaryScore: 0, status: 'valid' });
    expect(records.results?.[1]).toMatchObject({ status: 'no-result' });
    expect(records.results?.[1]).not.toHaveProperty('testScore');
    expect(records.results?.[1]).not.toHaveProperty('primaryScore');
    expect(issues).toMatchObject([{ severity: 'warning', code: 'no-result', row: 4, header: 'Балл' }]);
  });

  it('counts who did not come, and keeps an annulled work without scores', () => {
    const { records, rows } = read(
      ege(egeRow({ Балл: 'Не явился' }), egeRow({ Балл: 'Удалён за нарушение' })),
    );
    expect(rows).toMatchObject({ absent: 1, record: 1 });
    expect(records.results?.[0]).toMatchObject({ status: 'annulled' });
    expect(records.results?.[0]).not.toHaveProperty('primaryScore');
  });

  it('refuses what is no score, and a row without a school or a participant', () => {
    expect(codes(ege(egeRow({ Балл: 101 })))).toEqual(['not-a-score']);
    expect(codes(ege(egeRow({ Балл: 'много' })))).toEqual(['not-a-score']);
    expect(codes(ege(egeRow({ 'Первичный балл': -1 })))).toEqual(['not-a-score']);
    expect(codes(ege(egeRow({ 'Код ОО': null })))).toEqual(['missing-school']);
    expect(codes(ege(egeRow({ 'Код ОО': 'школа' })))).toEqual(['school-code-unknown']);
    expect(
      codes(ege(egeRow({ Фамилия: null, Имя: null, Отчество: null, Серия: null, Номер: null }))),
    ).toEqual(['missing-participant']);
  });

  it('leaves tasks out where a spreadsheet spoiled the mask, and keeps the total', () => {
    const { records, issues } = read(ege(egeRow({ 'Задания с кратким ответом': '#NAME?' })));
    expect(records.results?.[0]).toMatchObject({ primaryScore: 21, testScore: 58 });
    expect(records.results?.[0]).not.toHaveProperty('tasks');
    expect(issues).toMatchObject([{ severity: 'warning', code: 'answers-unreadable', value: '#NAME?' }]);
  });

  it('trusts the name of the subject over its code', () => {
    const [, header, row] = ege(egeRow());
    const { records, issues } = read([['09 - Обществознание 2022.06.09'], header!, row!]);
    expect(records.results?.[0].subject).toBe('social-studies');
    expect(issues).toMatchObject([{ severity: 'warning', code: 'subject-code-differs', row: 1 }]);
  });
});

describe('a protocol of ОГЭ or ГВЭ', () => {
  it('gives marks, and asks schools by their ОГЭ code', () => {
    const { records, schools } = read(oge(ogeRow()));
    expect(records.results?.[0]).toMatchObject({
      procedure: 'oge',
      subject: 'social-studies',
      year: 2026,
      mark: 4,
      primaryScore: 27,
      class: '9А',
      tasks: [1, 1, 0, 1, 3, 0, 0, 2, 1, 2, 0],
    });
    expect(records.results?.[0]).not.toHaveProperty('testScore');
    expect(schools[0]?.by).toBe('oge');
  });

  it('is ГВЭ for codes from 51, of the level of the class', () => {
    const [, header] = oge();
    const table: Table = [['51 - Русский язык 2026.06.03'], header!, ogeRow(), ogeRow({ Класс: '11' })];
    expect(results(table).map(({ procedure }) => procedure)).toEqual(['gve9', 'gve11']);
  });

  it('asks for the procedure once, where nothing tells it', () => {
    const { issues, rows } = read(oge(ogeRow({ Класс: null }), ogeRow({ '№': 2, Класс: null })));
    expect(issues).toMatchObject([{ severity: 'error', code: 'missing-procedure' }]);
    expect(issues[0]?.message).toContain('--procedure oge');
    expect(rows.rejected).toBe(2);
    expect(results(oge(ogeRow({ Класс: null })), { procedure: 'oge' })).toHaveLength(1);
  });

  it('refuses a mark that does not exist', () => {
    expect(codes(oge(ogeRow({ Оценка: 1 })))).toEqual(['mark-unknown']);
    expect(codes(oge(ogeRow({ Оценка: 27 })))).toEqual(['mark-unknown']);
  });

  it('does not mix the scales: ЕГЭ needs a test score, ОГЭ a mark', () => {
    expect(codes(oge(ogeRow()), { procedure: 'ege' })).toEqual(['missing-result-column']);
    expect(codes(ege(egeRow()), { procedure: 'oge' })).toEqual(['missing-result-column']);
  });
});

describe('a sheet of several exams', () => {
  const table: Table = [
    ['Протокол проверки результатов'],
    ['99 - Энская область'],
    ['12 - Обществознание 2026.07.03'],
    [],
    OGE,
    ogeRow(),
    OGE,
    ogeRow({ '№': 2, Фамилия: 'Небылицын' }),
    ['Средние', null, null, null, null, null, null, null, null, null, null, 27, 4],
    ['Минимальная граница', null, null, null, null, null, null, null, null, null, null, 14],
    ['Всего участников', 2],
    ['04 - Химия 2026.07.05'],
    OGE,
    ogeRow({ Оценка: 5 }),
    ['Всего участников: 3'],
  ];

  it('gives each row the exam of its block', () => {
    expect(results(table).map(({ subject, date }) => [subject, date])).toEqual([
      ['social-studies', '2026-07-03'],
      ['social-studies', '2026-07-03'],
      ['chemistry', '2026-07-05'],
    ]);
  });

  it('takes titles, repeated headers and footers for service rows', () => {
    expect(read(table).rows).toEqual({ preamble: 4, record: 3, absent: 0, service: 7, rejected: 0 });
  });

  it('warns of a footer that counts other participants than were read', () => {
    expect(read(table).issues).toMatchObject([{ severity: 'warning', code: 'count-differs', row: 15 }]);
  });
});

describe('a protocol that does not say enough', () => {
  it('needs the subject and the year', () => {
    const { issues } = read([OGE, ogeRow()]);
    expect(issues.map(({ code }) => code)).toEqual(['missing-subject', 'missing-year']);
    const given: Given = { subject: 'history', year: 2024 };
    expect(results([OGE, ogeRow()], given)[0]).toMatchObject({
      subject: 'history',
      year: 2024,
      procedure: 'oge',
    });
  });

  it('needs a header', () => {
    expect(codes([['Протокол проверки результатов'], ['12 - Обществознание 2026.07.03'], ['пусто']])).toEqual(
      ['missing-header'],
    );
  });
});

describe('recognition of a protocol', () => {
  it('is sure of an exam line over a table of participants', () => {
    expect(recognise(ege(egeRow()))?.confidence).toBeGreaterThan(0.9);
    expect(recognise([OGE, ogeRow()])?.confidence).toBeGreaterThan(0.7);
  });

  it('leaves other tables alone', () => {
    expect(
      recognise([['Код ОО', 'Год', 'Процедура', 'Предмет', 'Участник', 'Первичный балл', 'Отметка']]),
    ).toBeUndefined();
    expect(
      recognise([['№', 'Фамилия', 'Имя', 'Отчество', 'Класс участия', 'Балл', 'Статус']]),
    ).toBeUndefined();
    expect(recognise([['Код ОО', 'Фамилия', 'Балл', 'Балл до изменения', 'Код ППЭ']])).toBeUndefined();
  });
});

describe('whatever stands in the rows', () => {
  const cell = fc.oneof(
    fc.constantFrom<Shown>(
      null,
      '',
      '-',
      'нет',
      'Всего',
      'Средние',
      '5811',
      0,
      3,
      58,
      101,
      '++-',
      '1(2)',
      'Не явился',
      '#NAME?',
      '11А',
    ),
    fc.string({ maxLength: 8 }),
    fc.integer({ min: -5, max: 2000 }),
  );
  const person = fc.constantFrom('Выдумкина', 'Придумкин', 'Небылицын', 'Сочинилова');

  it('balances, never throws, and shows no name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(person, fc.array(cell, { minLength: EGE.length, maxLength: EGE.length })), {
          maxLength: 8,
        }),
        fc.boolean(),
        (people, asOge) => {
          const header = asOge ? OGE : EGE;
          const surname = header.indexOf('Фамилия');
          const body = people.map(([name, cells]) =>
            cells.map((value, index) => (index === surname ? name : value)),
          );
          const table: Table = [
            [asOge ? '12 - Обществознание 2026.07.03' : '01 - Русский язык 2022.06.23'],
            header,
            ...body,
          ];
          const { rows, records, issues } = read(table);
          expect(rows.preamble).toBe(2);
          expect(rows.record + rows.absent + rows.service + rows.rejected).toBe(body.length);
          expect(records.results?.length ?? 0).toBe(rows.record);
          if (rows.rejected > 0) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
          expect(JSON.stringify([records, issues])).not.toMatch(/Выдумкина|Придумкин|Небылицын|Сочинилова/);
        },
      ),
    );
  });
});
