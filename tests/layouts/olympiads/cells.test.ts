import { describe, expect, it } from 'vitest';
import { parseGrades } from '../../../src/layouts/olympiads/grade.ts';
import { parseScore } from '../../../src/layouts/olympiads/score.ts';
import { parseStanding } from '../../../src/layouts/olympiads/status.ts';

describe('cells of olympiad protocols', () => {
  it.each([
    ['winner', ['Победитель', 'ПОБЕДИТЕЛЬНИЦА', 'поб.', 'Диплом победителя', 'диплом I степени']],
    ['prize-winner', ['Призёр', 'призер', 'приз.', 'диплом призёра', 'Диплом III степени']],
    ['participant', ['Участник', 'участница', 'уч.', 'сертификат участника']],
    ['absent', ['неявка', 'Н/Я', 'не явился', 'отсутствовал', 'дисквалификация', 'Дисквалифицирован']],
    ['appeal', ['апелляция', 'на апелляции']],
    [null, ['', '-', '—', '___']],
    [undefined, ['Выдумкина', '45', 'учитель']],
  ])('%s is said by %j', (standing, texts) => {
    for (const text of texts) expect(parseStanding(text), text).toBe(standing);
  });

  it('scores are numbers with a comma, a point or a half', () => {
    expect(['22,5', '22.5', '22½', '22 ½', '½', '0', ' 7 '].map(parseScore)).toEqual([
      ...[22.5, 22.5, 22.5, 22.5, 0.5, 0, 7],
    ]);
    expect(['', '-', '—'].map(parseScore)).toEqual([null, null, null]);
    expect(['-3', '75 %', 'н/я', '2020-05-12', '½½'].map(parseScore)).toEqual(Array(5).fill(undefined));
  });

  it('grades are single ones or joint groups', () => {
    for (const text of ['9', '9А', '9 «А»', '9-А', '9 класс'])
      expect(parseGrades(text)).toEqual({ from: 9, to: 9 });
    expect(parseGrades('9–11')).toEqual({ from: 9, to: 11 });
    for (const text of ['', 'А', '13', '2025-11-09', '05.03.2005']) expect(parseGrades(text)).toBeUndefined();
  });
});
