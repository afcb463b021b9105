import { describe, expect, it } from 'vitest';
import { procedureOf, readTitle, subjectOfPaper } from '../../../src/layouts/gia/procedure.ts';

const scores = { hasScore: true, hasMark: false, subject: 'russian' };
const marks = { hasScore: false, hasMark: true, subject: 'russian' };

describe('the procedure of a protocol', () => {
  it('is what was given, before all the file seems to say', () => {
    expect(procedureOf({ ...scores, given: 'oge', grade: 11 })).toBe('oge');
  });

  it('is what the title says', () => {
    const title = readTitle('Протокол проверки результатов основного государственного экзамена');
    expect(procedureOf({ ...marks, title })).toBe('oge');
    expect(procedureOf({ ...marks, title: readTitle('ГВЭ-11') })).toBe('gve11');
    expect(
      procedureOf({
        ...marks,
        title: readTitle('государственной итоговой аттестации по программам среднего общего образования'),
      }),
    ).toBe('ege');
  });

  it('is ЕГЭ where scores stand without marks', () => {
    expect(procedureOf({ ...scores })).toBe('ege');
    expect(procedureOf({ ...scores, grade: 11 })).toBe('ege');
  });

  it('is not guessed where ninth grades have test scores', () => {
    expect(procedureOf({ ...scores, grade: 9 })).toBeUndefined();
  });

  it('is told by the class where marks stand', () => {
    expect(procedureOf({ ...marks, grade: 9 })).toBe('oge');
    expect(procedureOf({ ...marks, grade: 11 })).toBe('gve11');
    expect(procedureOf({ ...marks, grade: 11, subject: 'mathematics-base' })).toBe('ege');
    expect(procedureOf({ ...marks })).toBeUndefined();
  });

  it('is ГВЭ for codes from 51, at the level that is known', () => {
    expect(procedureOf({ ...marks, code: 51, grade: 9 })).toBe('gve9');
    expect(procedureOf({ ...marks, code: 51, grade: 11 })).toBe('gve11');
    expect(procedureOf({ ...marks, code: 51, given: 'ege' })).toBe('gve11');
    expect(procedureOf({ ...marks, code: 51 })).toBeUndefined();
  });

  it('makes mathematics of ЕГЭ the profile paper, unless marks stand alone', () => {
    expect(subjectOfPaper('ege', 'mathematics', scores)).toBe('mathematics-profile');
    expect(subjectOfPaper('ege', 'mathematics', marks)).toBe('mathematics-base');
    expect(subjectOfPaper('oge', 'mathematics', marks)).toBe('mathematics');
  });
});
