import { describe, expect, it } from 'vitest';
import { parseDate, parseMoment } from '../../src/layouts/date.ts';

describe('dates of exports', () => {
  it('are read in every order and spelling, and only where the calendar has them', () => {
    for (const text of ['2022.06.23', '2022-06-23', '23.06.2022', '23.06.2022 г.', '2022-06-23T10:00:00']) {
      expect(parseDate(text)).toBe('2022-06-23');
    }
    expect(parseDate('29.02.2020')).toBe('2020-02-29');
    expect(parseDate('29.02.2021')).toBeUndefined();
    expect(parseDate('2022.13.01')).toBeUndefined();
    expect(parseDate('июнь')).toBeUndefined();
  });

  it('sort by time when they name a moment', () => {
    expect(parseMoment('02.07.2021 6:55:40')).toBe('2021-07-02T06:55:40');
    expect(parseMoment('02.07.2021')).toBe('2021-07-02T00:00:00');
    expect(parseMoment('вчера')).toBeUndefined();
  });
});
