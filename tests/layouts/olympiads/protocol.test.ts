import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/layouts/layout.ts';
import { olympiadProtocol } from '../../../src/layouts/olympiads/protocol.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const TITLE = ['Протокол муниципального этапа всероссийской олимпиады школьников по физике 2020/2021'];
const HEADER = ['№', 'ОО', 'ФИО', 'Дата рождения', 'Класс', 'Класс участия', 'Балл', 'Макс. балл', 'Статус'];
const ANNA = [1, 'СОШ № 1', 'Выдумкина Анна Олеговна', '05.03.2005', '9А', 9, 41, 50, 'победитель'];

const read = (table: readonly (readonly Shown[])[], given: Given = {}, fileName = 'файл.xlsx') =>
  readLayout(olympiadProtocol, rowsOf(table), given, { fileName, sheetName: 'Лист1' });
const codes = (table: readonly (readonly Shown[])[], given: Given = {}, fileName?: string) =>
  read(table, given, fileName).issues.map(({ code }) => code);
const people = (outcome: ReturnType<typeof read>) => outcome.records['olympiad-results'] ?? [];
/** Anna's row with some cells changed, by the header. */
const row = (changes: Record<string, Shown> = {}): Shown[] =>
  HEADER.map((header, index) => (header in changes ? changes[header] : ANNA[index]));
const one = (changes: Record<string, Shown>) => read([TITLE, HEADER, row(changes)]);

describe('a protocol of an olympiad', () => {
  it('gives a record a participant', () => {
    const outcome = read([TITLE, HEADER, ANNA]);
    expect(people(outcome)).toEqual([
      {
        ...{ year: 2021, olympiad: 'vsosh', stage: 'municipal', subject: 'physics', school: 'СОШ № 1' },
        ...{ grade: 9, gradeOwn: 9, score: 41, maximum: 50, status: 'winner', at: ['Лист1', 3] },
        ...{ participant: expect.any(String), person: expect.any(String) },
      },
    ]);
    expect(outcome.schools).toEqual([{ by: 'name', key: 'СОШ № 1' }]);
  });

  it('says at once everything that the file does not tell', () => {
    const columns = ['ФИО', 'Класс участия', 'Балл', 'Статус'];
    const silent = [columns, ['Выдумкина Анна Олеговна', 9, 41, 'победитель'], ['Придумкин И. И.', 9, 4, '']];
    expect(codes(silent).sort()).toEqual([
      'missing-school',
      'missing-stage',
      'missing-subject',
      'missing-year',
    ]);
    const given = { year: 2021, subject: 'physics', school: '990101' };
    expect(codes(silent, given, 'Олимпиады/Муниципальный этап/физика.xlsx')).toEqual([]);
    expect(people(read(silent, given, 'физика региональный.xlsx'))[0]).toMatchObject({ stage: 'regional' });
  });

  it('believes the file where options say otherwise, and warns', () => {
    const outcome = read([TITLE, HEADER, ANNA], { year: 2020, subject: 'law' });
    expect(people(outcome)[0]).toMatchObject({ year: 2021, subject: 'physics' });
    expect(outcome.issues).toMatchObject([{ severity: 'warning', code: 'given-differs' }]);
  });

  it('takes stage, subject, year and olympiad of each row from columns where the table has them', () => {
    const columns = ['Код ОО', 'Год', 'Олимпиада', 'Этап', 'Предмет', 'Класс', 'Участник', 'Балл', 'Статус'];
    const outcome = read([
      columns,
      ['990101', '2020/21', 'ВсОШ', 'Муниципальный', 'Право', 11, 'у-1', 80, 'призёр'],
      ['990101', 2021, 'Ломоносов', 'заключительный', 'Экономика', 11, 'у-1', 60, 'Победитель'],
      ['990101', 2021, 'ВсОШ', 'отборочный', 'Чтение', 11, 'у-1', 60, 'Победитель'],
    ]);
    expect(people(outcome)).toMatchObject([
      { school: '990101', year: 2021, olympiad: 'vsosh', stage: 'municipal', subject: 'law', grade: 11 },
      { school: '990101', year: 2021, olympiad: 'lomonosov', stage: 'final', subject: 'economics' },
    ]);
    expect(outcome.issues.map(({ code }) => code)).toEqual(['unknown-subject', 'unknown-stage']);
  });

  it('counts those who did not come as absent, and covers their school', () => {
    for (const status of ['неявка', 'дисквалификация']) {
      const outcome = one({ Балл: null, Статус: status });
      expect(outcome.rows.absent).toBe(1);
      expect(people(outcome)).toEqual([]);
      expect(outcome.covered).toEqual([
        { year: 2021, olympiad: 'vsosh', stage: 'municipal', subject: 'physics', school: 'СОШ № 1' },
      ]);
    }
    expect(one({ Балл: 'н/я', Статус: null }).rows.absent).toBe(1);
    const neither = one({ Балл: null, Статус: null });
    expect(neither.rows.absent).toBe(1);
    expect(neither.issues).toMatchObject([{ severity: 'warning', code: 'no-result' }]);
  });

  it('stores who waits for an appeal as a participant, and says so', () => {
    const outcome = one({ Статус: 'апелляция' });
    expect(people(outcome)[0]).toMatchObject({ status: 'participant', score: 41 });
    expect(outcome.issues).toMatchObject([{ severity: 'warning', code: 'appeal-pending' }]);
  });

  it('takes an empty status for a participant, and zero for a score', () => {
    expect(people(one({ Балл: 0, Статус: null }))[0]).toMatchObject({ status: 'participant', score: 0 });
  });

  it.each<[string, Record<string, Shown>, string]>([
    ['a status that is none', { Статус: 'Выдумкина' }, 'status-unknown'],
    ['a score that is none', { Балл: 'сорок' }, 'not-a-score'],
    ['a negative score', { Балл: -1 }, 'not-a-score'],
    ['nobody', { ФИО: null }, 'missing-participant'],
    ['no school', { ОО: null }, 'missing-school'],
  ])('rejects a row with %s', (_, changes, code) => {
    const outcome = one({ 'Дата рождения': null, ...changes });
    expect(outcome.rows).toMatchObject({ record: 0, rejected: 1 });
    expect(outcome.issues).toMatchObject([{ severity: 'error', code }]);
  });

  it('warns of a score above the maximum and of a grade below the own one', () => {
    expect(one({ Балл: 51 }).issues).toMatchObject([{ severity: 'warning', code: 'score-above-maximum' }]);
    expect(one({ 'Класс участия': 8 }).issues).toMatchObject([
      { severity: 'warning', code: 'grade-below-own' },
    ]);
  });

  it('takes the own grade of a joint group, and the class where no other grade stands', () => {
    expect(people(one({ 'Класс участия': '9-11' }))[0]).toMatchObject({ grade: 9 });
    expect(people(one({ 'Класс участия': null }))[0]).toMatchObject({ grade: 9, gradeOwn: 9 });
  });

  it('needs a column of statuses', () => {
    const outcome = read([TITLE, HEADER.slice(0, -1), ANNA.slice(0, -1), ANNA.slice(0, -1)]);
    expect(outcome.issues).toMatchObject([{ severity: 'error', code: 'missing-status' }]);
    expect(outcome.rows.rejected).toBe(2);
  });

  it('reads statuses from «Результат» where scores stand elsewhere', () => {
    const columns = ['ФИО', 'Школа', 'Класс', 'Балл', 'Результат'];
    const table = [TITLE, columns, ['Выдумкина Анна Олеговна', 'СОШ № 1', 9, 41, 'Призёр']];
    expect(people(read(table))[0]).toMatchObject({ score: 41, status: 'prize-winner' });
  });

  it('reads several tables of one sheet, each with its grade, maximum and subject', () => {
    const columns = ['ФИО', 'Школа', 'Балл', 'Статус'];
    const outcome = read([
      TITLE,
      ['9 класс'],
      ['Максимальное количество баллов – 50'],
      columns,
      ['Выдумкина Анна Олеговна', 'СОШ № 1', 41, 'победитель'],
      ['Председатель жюри', '', 'Судейкина О. П.'],
      ['Протокол муниципального этапа всероссийской олимпиады школьников по праву'],
      ['10 класс'],
      ['Максимальное количество баллов', '', 100],
      columns,
      ['Придумкин Иван Ильич', 'СОШ № 2', 77, 'призёр'],
    ]);
    expect(people(outcome)).toMatchObject([
      { subject: 'physics', grade: 9, maximum: 50, year: 2021 },
      { subject: 'law', grade: 10, maximum: 100, year: 2021 },
    ]);
    expect(outcome.rows).toEqual({ preamble: 4, record: 2, absent: 0, service: 5, rejected: 0 });
  });

  it('takes a header of two rows, merged or not, and checks the total against the tasks', () => {
    const outcome = read([
      TITLE,
      ['№', 'ФИО', 'Школа', 'Класс', 'Количество баллов за задание', '', '', 'Итог', 'Статус'],
      ['', '', '', '', 1, 2, 3],
      [1, 'Выдумкина Анна Олеговна', 'СОШ № 1', 9, 10, '5,5', 7, '22,5', 'победитель'],
      [2, 'Придумкин Иван Ильич', 'СОШ № 1', 9, 1, 1, 'х', 3, 'участник'],
    ]);
    expect(outcome.rows).toMatchObject({ preamble: 3, record: 2, service: 0 });
    expect(outcome.issues).toMatchObject([{ code: 'total-differs', row: 5 }]);
    const split = read([
      TITLE,
      ['Сведения об участнике', '', '', 'Результаты', '', ''],
      ['ФИО', 'Школа', 'Класс', 1, 2, 'Итого', 'Статус'],
      ['Выдумкина Анна Олеговна', 'СОШ № 1', 9, 10, 5, 15, 'победитель'],
    ]);
    expect(people(split)).toMatchObject([{ score: 15, grade: 9 }]);
  });

  it('lets an appeal take points away', () => {
    const columns = ['ФИО', 'Школа', 'Класс', 'Первичный балл', 'Апелляция', 'Итоговый балл', 'Статус'];
    const outcome = read([
      TITLE,
      columns,
      ['Выдумкина Анна Олеговна', 'СОШ № 1', 9, 20, '-2', '', 'призёр'],
      ['Придумкин Иван Ильич', 'СОШ № 1', 9, 20, '+1,5', '', 'участник'],
    ]);
    expect(people(outcome).map(({ score }) => score)).toEqual([18, 21.5]);
  });

  it('keeps a person one: by СНИЛС, else by name and birth date, else by name within school and class', () => {
    const participant = (changes: Record<string, Shown>) => people(one(changes))[0].participant;
    expect(participant({ ОО: 'СОШ № 2' })).toBe(participant({}));
    expect(participant({ 'Дата рождения': '2005-03-05' })).toBe(participant({}));
    expect(participant({ 'Дата рождения': '06.03.2005' })).not.toBe(participant({}));
    const undated = { 'Дата рождения': null };
    expect(participant({ ...undated, ОО: 'СОШ № 2' })).not.toBe(participant(undated));
    expect(participant({ ...undated, ФИО: 'ВЫДУМКИНА  Анна Олеговна' })).toBe(participant(undated));
  });
});

describe('the recognition of olympiad protocols', () => {
  const recognise = (rows: readonly (readonly Shown[])[], fileName = 'файл.xlsx') =>
    olympiadProtocol.recognise({ fileName, sheetName: 'Лист1', sheetNames: ['Лист1'], rows: rowsOf(rows) });

  it('goes by the title, by the grade of participation, or by the statuses', () => {
    expect(recognise([TITLE, HEADER, ANNA])?.confidence).toBeGreaterThan(0.95);
    expect(recognise([['ФИО', 'Класс участия', 'Балл', 'Статус']])?.confidence).toBeGreaterThan(0.95);
    const plain = [
      ['ФИО', 'Класс', 'Балл', 'Статус'],
      ['Выдумкина Анна Олеговна', 9, 41, 'победитель'],
    ];
    expect(recognise(plain)?.confidence).toBeLessThan(0.7);
    expect(recognise(plain.slice(0, 1))).toBeUndefined();
  });

  it('leaves protocols of ГИА and plain results alone', () => {
    const gia = ['№', 'Код ОО', 'Класс', 'Код ППЭ', 'Фамилия', 'Имя', 'Отчество', 'Первичный балл', 'Балл'];
    expect(recognise([['Протокол проверки результатов'], gia], 'основной этап.csv')).toBeUndefined();
    const results = ['Код ОО', 'Год', 'Процедура', 'Предмет', 'Класс', 'Участник', 'Первичный балл'];
    expect(recognise([results])).toBeUndefined();
  });
});

describe('whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.constantFrom<Shown>(null, '', '-', 9, '9А', 41, '22½', 'победитель', 'н/я', 'апелляция', 'СОШ № 1'),
    fc.constantFrom<Shown>('Члены жюри:', 'Итого', 'Дата проведения:', '10 класс', 'ФИО', 'Балл', 'Статус'),
    fc.constantFrom<Shown>('Выдумкина Анна Олеговна', 'Придумкин И. И.', '05.03.2005', '990-000-001 01'),
  );
  const table = fc.array(fc.array(cell, { maxLength: HEADER.length + 1 }), { maxLength: 12 });

  it('every row below the header is a record, absent, service or rejected, and a rejected sheet says why', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { records, rows: kinds, issues } = read([TITLE, HEADER, ...rows]);
        const given = rowsOf([TITLE, HEADER, ...rows]).length;
        const { preamble, record, absent, service, rejected } = kinds;
        expect(preamble + record + absent + service + rejected).toBe(given);
        expect(records['olympiad-results']?.length ?? 0).toBe(record);
        if (rejected > 0) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
      }),
    );
  });

  it('no name, birth date or СНИЛС leaves a row', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const outcome = read([TITLE, [...HEADER, 'СНИЛС'], ...rows]);
        const stored = JSON.stringify([outcome.records, outcome.issues]);
        // The column «ОО» names a school; a person in it would be asked for as a school, and is not our matter.
        const asked = new Set(outcome.schools.map(({ key }) => key));
        for (const secret of ['Выдумкина', 'Придумкин', '05.03.2005', '990-000']) {
          if ([...asked].some((key) => key.includes(secret))) continue;
          expect(stored).not.toContain(secret);
        }
      }),
    );
  });
});
