import { describe, expect, it } from 'vitest';
import {
  readHeading,
  stageIn,
  stageNamed,
  subjectIn,
  yearIn,
} from '../../../src/layouts/olympiads/heading.ts';
import { olympiadIn, olympiadNamed } from '../../../src/layouts/olympiads/olympiad-id.ts';
import { rowsOf } from '../../support/rows.ts';

describe('the lines above a table', () => {
  it.each([
    ['Протокол муниципального этапа всероссийской олимпиады школьников', 'municipal'],
    ['Муниципальный (районный) этап', 'municipal'],
    ['Школьный этап ВсОШ', 'school'],
    ['Этап: региональный', 'regional'],
    ['республиканского этапа', 'regional'],
    ['Заключительный этап', 'final'],
    ['Протокол МЭ ВсОШ по физике', 'municipal'],
    ['Всероссийская олимпиада школьников', undefined],
    ['Приозёрный муниципальный округ', undefined],
    ['Протокол школьного этапа для отбора на муниципальный этап', 'school'],
  ])('«%s» names the stage %s', (text, stage) => {
    expect(stageIn(text)).toBe(stage);
  });

  it('a name of a file may say the stage by the adjective alone, in Latin too, but not by a school', () => {
    expect(stageNamed('Физика муниципальный 2021.xlsx')).toBe('municipal');
    expect(stageNamed('vsosh_regional_2021.csv')).toBe('regional');
    expect(stageNamed('shablon_school_2021.xlsx')).toBe('school');
    expect(stageNamed('school_990101.csv')).toBeUndefined();
    expect(stageNamed('физика.csv')).toBeUndefined();
  });

  it.each([
    ['Астрономия — Школьный этап — 2025/2026', 'astronomy'],
    ['муниципального этапа олимпиады по праву', 'law'],
    ['олимпиады по предмету «Обществознание» в 9 классах', 'social-studies'],
    ['по искусству (МХК)', 'art'],
    ['по основам безопасности жизнедеятельности, 2020/2021', 'life-safety'],
    ['по физической культуре', 'physical-education'],
    ['по труду (технологии)', 'technology'],
    ['по английскому языку 8 класс', 'english'],
    ['Предмет: Экономика', 'economics'],
    ['Протокол заседания жюри', undefined],
  ])('«%s» names the subject %s', (text, subject) => {
    expect(subjectIn(text)).toBe(subject);
  });

  it('the year is the one in which the academic year ends', () => {
    expect(yearIn('в 2025 - 2026 (учебном году)')).toBe(2026);
    expect(yearIn('2020/21')).toBe(2021);
    expect(yearIn('Дата: 14.11.2020')).toBe(2021);
    expect(yearIn('Дата: 20.01.2021')).toBe(2021);
    expect(yearIn('2020/2022')).toBeUndefined();
  });

  it('name the maximum and the grade, and what a later line says comes over the earlier', () => {
    const [title, maximum, grade] = rowsOf([
      ['Олимпиада', 'Физика — Муниципальный этап — 2020/2021'],
      ['Максимальное количество баллов – 50'],
      ['9 класс'],
    ]);
    const first = readHeading(title!, { subject: 'law', year: 2020 });
    expect(first).toEqual({ subject: 'physics', stage: 'municipal', year: 2021 });
    expect(readHeading(grade!, readHeading(maximum!, first))).toEqual({ ...first, maximum: 50, grade: 9 });
  });

  it('tell the all-Russian olympiad from others, and say nothing where no olympiad is named', () => {
    expect(olympiadIn('Всероссийской олимпиады школьников «Экология»')).toBe('vsosh');
    expect(olympiadIn('ВСОШ')).toBe('vsosh');
    expect(olympiadIn('Олимпиада школьников «Ломоносов»')).toBe('lomonosov');
    expect(olympiadIn('республиканской олимпиады по физике')).toBe('respublikanskaya');
    expect(olympiadIn('муниципальной олимпиады по предмету «Физика»')).toBeUndefined();
    expect(olympiadNamed('Покори Воробьёвы горы!')).toBe('pokori-vorobevy-gory');
  });
});
