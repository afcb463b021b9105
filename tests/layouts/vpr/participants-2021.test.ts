import { describe, expect, it } from 'vitest';
import { PARTICIPANTS_2021 } from '../../../src/layouts/vpr/participants-2021.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const HEADER = [
  ...['логин школы', 'регион', 'номер обучающегося', 'код обучающегося'],
  ...['отметка за предыдущую четверть/триместр', 'пол', 'класс', 'вариант', 'всего баллов'],
  ...['балл за 1', 'балл за 2', 'балл за 3', 'Учебник', 'Др.уч. автор', 'Др.уч. название'],
];
const GIVEN = { year: 2021, subject: 'mathematics', grade: 4 };
const TEXTBOOK = 'Автор А.А. Математика 4 класс';

function pupil(changes: Record<number, Shown> = {}): Shown[] {
  const row: Shown[] = [
    'sch990001',
    'город Энск',
    '1',
    '40001',
    '4',
    'Ж',
    'А',
    '1',
    '4',
    '1',
    'X',
    '3',
    TEXTBOOK,
  ];
  for (const [column, value] of Object.entries(changes)) row[Number(column)] = value;
  return row;
}

function read(rows: Shown[][], given: Parameters<typeof readLayout>[2] = GIVEN) {
  return readLayout(PARTICIPANTS_2021, rowsOf([HEADER, ...rows]), given);
}

const codes = (outcome: ReturnType<typeof read>) => outcome.issues.map(({ code }) => code);

describe('results of 2021 by participant', () => {
  it('keeps scores in order, with null for a task that was not begun', () => {
    const { records, issues } = read([pupil()]);
    expect(issues).toEqual([]);
    expect(records.results).toMatchObject([
      {
        year: 2021,
        procedure: 'vpr',
        subject: 'mathematics',
        grade: 4,
        school: '990001',
        class: 'А',
        gender: 'f',
        variant: '1',
        journalMark: 4,
        primaryScore: 4,
        tasks: [1, null, 3],
        status: 'valid',
      },
    ]);
    expect(records.results![0]).not.toHaveProperty('mark');
  });

  it('takes the municipality from «регион», and never the textbook from anywhere', () => {
    const outcome = read([pupil({ 13: 'Другой А.', 14: 'Другое' })]);
    expect(outcome.schools[0]).toEqual({ by: 'login', key: '990001', municipality: 'город Энск' });
    expect(JSON.stringify(outcome)).not.toMatch(/Автор|Другой/);
  });

  it('counts an absent participant without a record, whatever the total says', () => {
    const { rows, records } = read([
      pupil({ 4: null, 7: 'отсутствовал', 8: null, 9: null, 10: null, 11: null }),
      pupil({ 7: 'отсутствовал', 8: '12' }),
    ]);
    expect(rows.absent).toBe(2);
    expect(records.results).toBeUndefined();
  });

  it('knows one participant across the subjects of a year, and tells years, schools and codes apart', () => {
    const key = (row: Shown[], given = GIVEN) => read([row], given).records.results![0].participant;
    const base = key(pupil());
    expect(key(pupil(), { ...GIVEN, subject: 'russian' })).toBe(base);
    expect(key(pupil({ 0: 'edu990001' }))).toBe(base);
    expect(key(pupil(), { ...GIVEN, year: 2022 })).not.toBe(base);
    expect(key(pupil({ 0: 'sch990002' }))).not.toBe(base);
    expect(key(pupil({ 3: '40002' }))).not.toBe(base);
  });

  it('lets the published total stand where it differs from the sum, and says so', () => {
    const { records, issues } = read([pupil({ 8: '9' })]);
    expect(records.results![0].primaryScore).toBe(9);
    expect(issues).toMatchObject([
      { severity: 'warning', code: 'total-differs', row: 2, column: 8, header: 'всего баллов', value: '9' },
    ]);
  });

  it('takes the sum of the tasks where the total is empty, and says so', () => {
    const outcome = read([pupil({ 8: null })]);
    expect(outcome.records.results![0]).toMatchObject({ primaryScore: 4, status: 'valid' });
    expect(codes(outcome)).toEqual(['total-missing']);
  });

  it('stores no result, not zero, where there is neither a total nor a score', () => {
    const outcome = read([pupil({ 8: null, 9: null, 10: 'X', 11: null })]);
    expect(outcome.records.results![0].status).toBe('no-result');
    expect(outcome.records.results![0]).not.toHaveProperty('primaryScore');
    expect(codes(outcome)).toEqual(['no-result']);
  });

  it('stores a real zero as zero', () => {
    const outcome = read([pupil({ 8: '0', 9: '0', 10: 'X', 11: '0' })]);
    expect(outcome.records.results![0]).toMatchObject({
      primaryScore: 0,
      status: 'valid',
      tasks: [0, null, 0],
    });
    expect(outcome.issues).toEqual([]);
  });

  it.each([
    ['a value right of the last header', { 16: '2' }],
    ['a score under «Учебник»', { 12: '1' }],
    ['an X under «Учебник»', { 12: 'Х' }],
  ])('stores a row with %s, and warns once without showing the text', (_, changes) => {
    const { records, issues } = read([pupil(changes)]);
    expect(records.results).toHaveLength(1);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'row-wider-than-header' }]);
    expect(issues[0]).not.toHaveProperty('value');
  });

  it.each([['нет отметки'], ['-'], ['X'], [null]])('stores %s as no journal mark, silently', (text) => {
    const { records, issues } = read([pupil({ 4: text })]);
    expect(records.results![0].journalMark).toBeNull();
    expect(issues).toEqual([]);
  });

  it('warns of a journal mark that does not exist, and stores that there is none', () => {
    const { records, issues } = read([pupil({ 4: '0' })]);
    expect(records.results![0].journalMark).toBeNull();
    expect(issues).toMatchObject([{ severity: 'warning', code: 'journal-mark-unknown', value: '0' }]);
  });

  it.each([
    ['a negative score', { 9: '-2' }, 'score-negative'],
    ['a negative total', { 8: '-1' }, 'score-negative'],
    ['a letter for a score', { 9: 'б' }, 'not-a-number'],
    ['a word for a total', { 8: 'много' }, 'not-a-number'],
    ['a participant without a code', { 3: null }, 'participant-code-missing'],
    ['a name for a code', { 3: 'Иванов' }, 'participant-code-missing'],
    ['no login', { 0: 'школа' }, 'login-unknown'],
  ])('rejects a row with %s', (_, changes, code) => {
    const outcome = read([pupil(changes), pupil({ 3: '40002' })]);
    expect(codes(outcome)).toEqual([code]);
    expect(outcome.rows).toMatchObject({ rejected: 1, record: 1 });
    expect(JSON.stringify(outcome.issues)).not.toContain('Иванов');
  });

  it('leaves the class out where the file says «нет»', () => {
    const { records } = read([pupil({ 6: 'НЕТ' }), pupil({ 3: '40002', 6: ' 4А ' })]);
    expect(records.results![0]).not.toHaveProperty('class');
    expect(records.results![1].class).toBe('4А');
  });

  it('counts repeated headers and blank rows as service', () => {
    const { rows } = read([pupil(), HEADER, ['sch990001', 'город Энск']]);
    expect(rows).toMatchObject({ preamble: 1, record: 1, service: 2, rejected: 0 });
  });

  it('warns once, with the count, of codes that contradict the grade', () => {
    const { issues } = read([pupil(), pupil({ 3: '50001' }), pupil({ 3: '50002' })]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'grade-mismatch', row: 3 }]);
    expect(issues[0]!.message).toContain(': 2.');
  });

  it('does not judge the grade by codes of the senior grades', () => {
    expect(read([pupil({ 3: '20001' })], { ...GIVEN, grade: 10 }).issues).toEqual([]);
  });

  it('tells the grade from the codes where nothing else names it and all agree', () => {
    const outcome = read([pupil(), pupil({ 3: '40002' })], { year: 2021, subject: 'mathematics' });
    expect(codes(outcome)).toEqual(['grade-assumed']);
    expect(outcome.records.results!.map(({ grade }) => grade)).toEqual([4, 4]);
  });

  it('does not guess the grade where codes disagree or say nothing', () => {
    const unknown = { year: 2021, subject: 'mathematics' };
    expect(read([pupil(), pupil({ 3: '50001' })], unknown).issues).toMatchObject([
      { code: 'grade-assumed' },
      { severity: 'error', code: 'missing-grade', row: 3 },
    ]);
    expect(read([pupil({ 3: '20001' })], unknown).issues).toMatchObject([
      { severity: 'error', code: 'missing-grade' },
    ]);
  });

  it('asks once for a missing year and subject, names the option, and stores nothing', () => {
    const outcome = read([pupil(), pupil({ 3: '40002' })], { grade: 4 });
    expect(codes(outcome).sort()).toEqual(['missing-subject', 'missing-year']);
    expect(outcome.issues.every(({ row, severity }) => row === 1 && severity === 'error')).toBe(true);
    expect(outcome.issues.map(({ message }) => message).join()).toMatch(/--year 2021.*|--subject/);
    expect(outcome.rows.rejected).toBe(2);
    expect(outcome.records.results).toBeUndefined();
  });

  it('names a subject it does not know', () => {
    const outcome = read([pupil()], { ...GIVEN, subject: 'астрология' });
    expect(outcome.issues).toMatchObject([{ code: 'unknown-subject', value: 'астрология' }]);
  });

  it('finds its columns by meaning, in any order and letter case', () => {
    const order = [8, 3, 0, 7, 9, 10, 11, 1, 4, 5, 6, 2, 12, 13, 14];
    const row = pupil();
    const { records, issues } = readLayout(
      PARTICIPANTS_2021,
      rowsOf([[], order.map((at) => HEADER[at]!.toUpperCase()), order.map((at) => row[at])]),
      GIVEN,
    );
    expect(issues).toEqual([]);
    expect(records.results![0]).toMatchObject({ primaryScore: 4, tasks: [1, null, 3], at: ['Лист1', 3] });
  });

  it('reports a sheet without a header', () => {
    const rows = rowsOf(Array.from({ length: 45 }, (_, number) => [number]));
    const { issues, rows: kinds } = readLayout(PARTICIPANTS_2021, rows, GIVEN);
    expect(issues).toMatchObject([{ severity: 'error', code: 'header-not-found' }]);
    expect(kinds.rejected).toBe(6);
  });
});
