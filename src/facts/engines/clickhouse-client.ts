import type { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { Failure } from '../../failure.ts';
import type { ClusterSettings } from '../../workspace/settings.ts';
import { exportsOf } from './commonjs.ts';
import type { SqlRow, SqlValue } from './engine.ts';

/** Name of the environment variable that holds the password of the cluster's user. */
export const PASSWORD_VARIABLE = 'MSOKO_CLICKHOUSE_PASSWORD';

const REQUEST_MILLISECONDS = 30 * 60 * 1000;

/** One server of a cluster. */
export interface ClickHouseServer {
  url: string;
  query(sql: string): Promise<SqlRow[]>;
  command(sql: string): Promise<void>;
  /** Inserts rows in the format RowBinary; ends only when every shard has its part. */
  insert(into: string, rows: Readable): Promise<void>;
  close(): Promise<void>;
}

/**
 * How queries are answered: an absent match of a join is NULL; subqueries over shards see all of them; a shard that
 * is silent is an error whatever the server's own settings say.
 */
const QUERY_SETTINGS = {
  join_use_nulls: 1,
  distributed_product_mode: 'global',
  skip_unavailable_shards: 0,
  output_format_json_quote_64bit_integers: 0,
  wait_end_of_query: 1,
  max_query_size: '1000000000',
} as const;

/** Addresses of the servers that the settings name; questions go to the first. */
export function addressesOf({ url }: ClusterSettings): string[] {
  return Array.isArray(url) ? url : [url];
}

/** Opens a way to one server. Nothing is sent before the first question. */
export async function clickhouseServer(
  url: string,
  { user }: ClusterSettings,
  env: NodeJS.ProcessEnv,
): Promise<ClickHouseServer> {
  const { createClient } = exportsOf(await import('@clickhouse/client'));
  const client: ClickHouseClient = createClient({
    url,
    username: user ?? 'default',
    password: env[PASSWORD_VARIABLE] ?? '',
    request_timeout: REQUEST_MILLISECONDS,
    application: 'msoko',
    // Old servers close idle connections without a word, and the next question on them would fail.
    keep_alive: { enabled: false },
    log: { level: 127 },
  });
  const asked = async <T>(question: () => Promise<T>): Promise<T> => {
    try {
      return await question();
    } catch (error) {
      throw clusterFailure(error, url);
    }
  };
  return {
    url,
    query: (sql) =>
      asked(async () => {
        const result = await client.query({
          query: sql,
          format: 'JSONCompact',
          clickhouse_settings: QUERY_SETTINGS,
        });
        const { meta, data } = (await result.json()) as unknown as {
          meta: { name: string }[];
          data: SqlValue[][];
        };
        return data.map((row) => Object.fromEntries(meta.map(({ name }, index) => [name, row[index]!])));
      }),
    command: (sql) =>
      asked(async () => {
        await client.command({ query: sql });
      }),
    insert: (into, rows) =>
      asked(async () => {
        const { stream } = await client.exec({
          query: `INSERT INTO ${into} FORMAT RowBinary`,
          values: rows,
          clickhouse_settings: { insert_distributed_sync: 1 },
        });
        // The answer is empty, but the connection is free only once it was read.
        for await (const part of stream) void part;
      }),
    close: () => client.close(),
  };
}

/** «All connection tries failed»: a server asked another in vain. */
const IN_VAIN = '279';

/** A table is not there. */
const ABSENT = '60';

/** What the codes of ClickHouse mean to whoever asked. */
const MEANINGS: Readonly<Record<string, { code: string; message: string; hint: string }>> = {
  ...same([IN_VAIN, '209', '210', '159'], {
    code: 'cluster-shard-down',
    message: 'Один из серверов кластера не отвечает: ответ без его данных был бы неверным, поэтому его нет.',
    hint: 'Проверьте серверы кластера (msoko doctor) и повторите.',
  }),
  ...same(['192', '193', '194', '516'], {
    code: 'cluster-rights',
    message: 'Кластер не принял имя или пароль.',
    hint: `Имя пользователя стоит в msoko.json (clickhouse.user), пароль — в переменной ${PASSWORD_VARIABLE}.`,
  }),
  ...same(['497', '291', '164'], {
    code: 'cluster-rights',
    message: 'У пользователя кластера не хватает прав.',
    hint: 'Нужны права создавать таблицы в базе данных, писать в них и читать; в профиле readonly = 0.',
  }),
  ...same([ABSENT, '81'], {
    code: 'not-pushed',
    message: 'На кластере нет таблиц msoko.',
    hint: 'Отправьте данные на кластер: msoko push.',
  }),
  ...same(['170'], {
    code: 'cluster-unknown',
    message: 'Сервер не знает кластера с таким именем.',
    hint: 'Имя кластера в msoko.json (clickhouse.cluster) должно стоять в remote_servers каждого сервера.',
  }),
};

function same<T>(codes: readonly string[], meaning: T): Record<string, T> {
  return Object.fromEntries(codes.map((code) => [code, meaning]));
}

/**
 * Number of what went wrong. A server that asked another says «in vain» also where the other one was there and lacked the
 * table: the log of its tries then says so in words, and holds no number of a failed connection.
 */
function errorNumber(code: string | undefined, message: string): string | undefined {
  const [first, ...tries] = [...message.matchAll(/Code: (\d+)/g)].map((match) => match[1]!);
  const outer = /^\d+$/.test(code ?? '') ? code : first;
  const absent = outer === IN_VAIN && tries.length === 0 && /There is no table \S+ on server/.test(message);
  return absent ? ABSENT : outer;
}

/** Puts what went wrong with a server into words. */
function clusterFailure(error: unknown, url: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const number = errorNumber(code, message);
  const known = number === undefined ? undefined : MEANINGS[number];
  if (known) return new Failure(known.code, known.message, { hint: known.hint, cause: error });
  if (number === undefined) {
    return new Failure('cluster-unreachable', `Сервер ClickHouse ${url} не отвечает (${code ?? message}).`, {
      hint: 'Проверьте адрес в msoko.json (clickhouse.url), сеть и запущен ли сервер: msoko doctor.',
      cause: error,
    });
  }
  return new Failure('cluster-error', `ClickHouse ответил ошибкой ${number}: ${message.slice(0, 500)}`, {
    hint: 'Версии, с которыми msoko проверен, названы в docs/cluster.md.',
    cause: error,
  });
}
