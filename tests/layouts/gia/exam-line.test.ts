import { describe, expect, it } from 'vitest';
import { parseExamLine, subjectOfExam } from '../../../src/layouts/gia/exam-line.ts';

describe('the exam line', () => {
  it('gives code, name and day', () => {
    expect(parseExamLine('12 - Обществознание 2026.07.03')).toEqual({
      code: 12,
      name: 'Обществознание',
      date: '2026-07-03',
    });
    expect(parseExamLine('001 – Русский язык 23.06.2022')).toEqual({
      code: 1,
      name: 'Русский язык',
      date: '2022-06-23',
    });
    expect(parseExamLine('03 - Физика 01.06.2026 г.')?.date).toBe('2026-06-01');
  });

  it('is not the line of a region, which has no date', () => {
    expect(parseExamLine('16 - Энская область')).toBeUndefined();
  });

  it('takes the written day of a foreign language, whichever stands first', () => {
    expect(parseExamLine('Английский язык п:2022.06.14; у:2022.06.16')).toEqual({
      name: 'Английский язык',
      date: '2022-06-14',
    });
    expect(parseExamLine('Английский язык у.: 2021.06.18, п.: 2021.06.21')?.date).toBe('2021-06-21');
  });

  it('needs a known subject where it has no code', () => {
    expect(parseExamLine('Отчёт сформирован 2022.06.14')).toBeUndefined();
  });

  it('keeps an impossible day as no day', () => {
    expect(parseExamLine('01 - Русский язык 2022.02.30')).toEqual({ code: 1, name: 'Русский язык' });
  });

  it('tells the form where the line names it', () => {
    expect(parseExamLine('51 - РУС_ГВЭ 2022.05.27')).toMatchObject({ code: 51, name: 'РУС', form: 'gve' });
    expect(parseExamLine('03 - Физика (ОГЭ) 2022.05.27')).toMatchObject({ name: 'Физика', form: 'oge' });
  });
});

describe('the subject of an exam line', () => {
  const subject = (code: number, name: string) => subjectOfExam({ code, name });

  it('is what name and code agree on', () => {
    expect(subject(12, 'Обществознание')).toEqual({ subject: 'social-studies' });
    expect(subject(5, 'Информатика и ИКТ (КЕГЭ)')).toEqual({ subject: 'informatics' });
    expect(subject(51, 'Русский язык')).toEqual({ subject: 'russian' });
    expect(subject(9, 'Английский язык (письменный)')).toEqual({ subject: 'english' });
  });

  it('is the name where the code says another subject', () => {
    expect(subject(9, 'Обществознание')).toEqual({ subject: 'social-studies', disagrees: true });
    expect(subject(2, 'Математика базовая')).toEqual({ subject: 'mathematics-base', disagrees: true });
  });

  it('is the base paper for code 22 with the bare name of mathematics', () => {
    expect(subject(22, 'Математика')).toEqual({ subject: 'mathematics-base' });
    expect(subject(2, 'Математика (профильный уровень)')).toEqual({ subject: 'mathematics-profile' });
  });

  it('is the code where the name is unknown, and nothing where both are', () => {
    expect(subject(4, 'Хим. с экспериментом')).toEqual({ subject: 'chemistry', byCode: true });
    expect(subject(99, 'Черчение')).toEqual({});
  });
});
