import { describe, expect, it } from 'vitest';
import { papersWithAttempts } from '../../src/facts/papers-with-attempts.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { place } from '../support/place.ts';
import { results, roster } from '../support/plain-tables.ts';

const YEARS = [2019, 2020, 2021];
const exam = (school: string, participants: readonly string[], procedure = 'ОГЭ', year = 2021) =>
  results(
    ...participants.map((who) => [school, year, procedure, 'Математика', 9, who, null, null, 3] as const),
  );

/** Papers of which participants are looked at one by one, after these files. */
async function lookedAt(...files: readonly string[]): Promise<string[]> {
  const at = place();
  for (const [index, text] of files.entries()) {
    const { status } = await at.take(`${index}.csv`, text);
    expect(status).toBe('imported');
  }
  return papersWithAttempts(openWorkspace(at.directory), YEARS).map(
    ({ procedure, subject, year }) => `${procedure} ${subject} ${year}`,
  );
}

describe('Papers in which a person may have several results', () => {
  it('are none where each school has its results from one file', async () => {
    expect(await lookedAt(exam('1', ['а', 'б']), exam('2', ['а', 'б']))).toEqual([]);
    expect(await lookedAt(exam('1', ['а']), exam('1', ['а'], 'ОГЭ', 2020))).toEqual([]);
  });

  it('are none where the earlier file no longer counts', async () => {
    expect(await lookedAt(exam('1', ['а', 'б']), exam('1', ['а', 'в']))).toEqual([]);
  });

  it('are those that a school has under two codes, which a roster joins', async () => {
    const joined = roster(['1', 'sch990102', null, null, 'Школа 1', null]);
    expect(await lookedAt(joined, exam('1', ['а']))).toEqual([]);
    const both = exam('1', ['а']) + exam('sch990102', ['б']).split('\r\n').slice(1).join('\r\n');
    expect(await lookedAt(both, joined)).toEqual(['oge mathematics 2021']);
  });

  it('are never those of procedures in which each class has one attempt', async () => {
    expect(await lookedAt(exam('1', ['а'], 'ВПР'), exam('1', ['б'], 'ВПР'))).toEqual([]);
  });

  it('are not asked for in years that nobody asks about', async () => {
    const joined = roster(['1', 'sch990102', null, null, 'Школа 1', null]);
    const both =
      exam('1', ['а'], 'ОГЭ', 2016) +
      exam('sch990102', ['б'], 'ОГЭ', 2016).split('\r\n').slice(1).join('\r\n');
    expect(await lookedAt(both, joined)).toEqual([]);
  });
});
