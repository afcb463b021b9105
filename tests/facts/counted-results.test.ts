import { describe, expect, it } from 'vitest';
import { countedResults, countedTasks } from '../../src/facts/counted-results.ts';
import { clickhouseLiteral } from '../../src/facts/engines/clickhouse.ts';
import type { Engine } from '../../src/facts/engines/engine.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { type Place, place } from '../support/place.ts';
import { results } from '../support/plain-tables.ts';

const RUSSIAN = { procedure: 'vpr', subject: 'russian', grade: 4, year: 2021 } as const;

/** An engine that answers nothing and remembers what it was asked. */
function listener(): Engine & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    query: async (sql) => {
      asked.push(sql);
      return [];
    },
    literal: clickhouseLiteral,
    records: () => ({ from: 'shards', where: '1 = 1', import: 'import' }),
    taskCounts: ({ from, where }, keys) =>
      `SELECT tasks FROM ${from} WHERE ${where} GROUP BY ${Object.keys(keys).join(', ')}`,
    constants: () => 'given',
    close: () => {},
  };
}

/** How often rows are read, and how often they are grouped by school before anything else is made of them. */
function readings(sql: string): { read: number; grouped: number } {
  const after = sql.split('FROM shards').slice(1);
  return {
    read: after.length,
    grouped: after.filter((rest) => /^[^()]*(\([^()]*\)[^()]*)*GROUP BY school/.test(rest)).length,
  };
}

async function imported(...tables: readonly string[]): Promise<Place> {
  const at = place();
  for (const [index, table] of tables.entries()) await at.take(`${index}.csv`, table);
  return at;
}

describe('Results are counted in the SELECT that reads them, which a cluster runs where they lie', () => {
  const first = results(['990101', 2021, 'ВПР', 'Русский язык', 4, 'а', 10, null, 3]);

  it('of a single import', async () => {
    const engine = listener();
    const workspace = openWorkspace((await imported(first)).directory);
    await countedResults(workspace, engine, [RUSSIAN], { counts: { count: 'COUNT(*)' } });
    await countedTasks(workspace, engine, [RUSSIAN]);
    expect(engine.asked.map(readings)).toEqual([
      { read: 1, grouped: 1 },
      { read: 1, grouped: 1 },
    ]);
  });

  it('of imports of which one supersedes a part of another, too', async () => {
    const engine = listener();
    const again = results(['990101', 2021, 'ВПР', 'Русский язык', 4, 'а', 12, null, 4]);
    const other = results(['990102', 2021, 'ВПР', 'Русский язык', 4, 'а', 12, null, 4]);
    const workspace = openWorkspace((await imported(first, other, again)).directory);
    await countedResults(workspace, engine, [RUSSIAN], { counts: { count: 'COUNT(*)' } });
    expect(engine.asked.map(readings)).toEqual([{ read: 2, grouped: 2 }]);
  });
});
