import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clickhouseServer } from '../../../src/facts/engines/clickhouse-client.ts';

let server: Server | undefined;

/** What a question says where the server answers it with this text of an error. */
async function failureOf(text: string): Promise<unknown> {
  server = createServer((_request, response) => response.writeHead(500).end(text));
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = await clickhouseServer(url, { url, cluster: 'schools' }, {});
  try {
    return await client.query('SELECT 1').catch((error: unknown) => error);
  } finally {
    await client.close();
  }
}

afterEach(() => {
  server?.close();
  server = undefined;
});

/** What ClickHouse 18.16 answers where it asked other servers in vain: the log of its tries follows. */
const inVain = (...tries: string[]) =>
  `Code: 279, e.displayText() = DB::NetException: All connection tries failed. Log: \n\n${tries.join('\n')}\n\n, e.what() = DB::NetException`;
const absent = 'There is no table t.l_local on server: 127.0.0.1:32845';
const broken =
  'Code: 32, e.displayText() = DB::Exception: Attempt to read after eof, e.what() = DB::Exception';
const refused =
  'Code: 210, e.displayText() = DB::NetException: Connection refused (127.0.0.1:32845), e.what() = DB::NetException';

describe('An error of the cluster', () => {
  it.each([
    [
      'a server lacks a table',
      "Code: 60, e.displayText() = DB::Exception: Table t.l_local doesn't exist., e.what() = DB::Exception",
      'not-pushed',
    ],
    ['a server that was asked by another lacks a table', inVain(absent), 'not-pushed'],
    ['a server refuses the other', inVain(broken, refused, refused), 'cluster-shard-down'],
    ['one server lacks a table and one is not there', inVain(absent, refused), 'cluster-shard-down'],
    ['nothing more is known', inVain(), 'cluster-shard-down'],
    ['the password is wrong', 'Code: 193, e.displayText() = DB::Exception: Wrong password', 'cluster-rights'],
    ['it is none of these', 'Code: 241, e.displayText() = DB::Exception: Memory limit', 'cluster-error'],
  ])('where %s is told by the number that says most', async (_where, text, code) => {
    expect(await failureOf(text)).toMatchObject({ code });
  });
});
