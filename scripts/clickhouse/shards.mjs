// Two ClickHouse servers on loopback as two shards of one cluster, for tests:
// node scripts/clickhouse/shards.mjs FOLDER starts them, prints their addresses, and stops them at Ctrl-C.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const PROGRAM = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].find((path) =>
  existsSync(path),
);
const STARTED_WITHIN_MILLISECONDS = 60_000;

/** Name of the cluster of the shards. */
export const CLUSTER = 'msoko_test';

/** Says where ClickHouse is installed; `undefined` where it is not. */
export const clickhouseProgram = () => PROGRAM;

/**
 * Starts two servers that know each other as shards.
 * @param folder where they keep everything; made where it is not there
 * @returns addresses by HTTP, and ways to stop one (as a failure would) or all of them
 */
export async function startShards(folder, count = 2) {
  if (!PROGRAM) throw new Error('no clickhouse-server here: apt-get install clickhouse-server');
  const ports = await freePorts(count * 3);
  const shards = Array.from({ length: count }, (_, index) => ({
    http: ports[index * 3],
    tcp: ports[index * 3 + 1],
    interserver: ports[index * 3 + 2],
    folder: resolve(folder, `shard-${index + 1}`),
    process: undefined,
  }));
  const start = async (shard) => {
    writeConfig(shard, shards);
    shard.process = spawn(PROGRAM, [`--config-file=${join(shard.folder, 'config.xml')}`], {
      cwd: shard.folder,
      stdio: 'ignore',
    });
    await answering(shard);
  };
  const stop = async (shard) => {
    const { process: child } = shard;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  };
  const stopAll = () => Promise.all(shards.map(stop));
  try {
    await Promise.all(shards.map(start));
  } catch (error) {
    await stopAll();
    throw error;
  }
  return {
    cluster: CLUSTER,
    urls: shards.map(({ http }) => `http://127.0.0.1:${http}`),
    kill: (index) => stop(shards[index]),
    restart: (index) => start(shards[index]),
    stop: stopAll,
  };
}

async function answering({ http, process: child, folder }) {
  const until = Date.now() + STARTED_WITHIN_MILLISECONDS;
  while (Date.now() < until) {
    if (child.exitCode !== null) break;
    const alive = await fetch(`http://127.0.0.1:${http}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (alive) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`clickhouse-server did not start; see ${join(folder, 'errors.log')}`);
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((done, fail) => {
          const server = createServer().once('error', fail);
          server.listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function writeConfig({ folder, http, tcp, interserver }, shards) {
  mkdirSync(join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  const replicas = shards
    .map((shard) => `<shard><replica><host>127.0.0.1</host><port>${shard.tcp}</port></replica></shard>`)
    .join('');
  writeFileSync(
    join(folder, 'config.xml'),
    `<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/errors.log</errorlog></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${interserver}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <mark_cache_size>67108864</mark_cache_size><uncompressed_cache_size>67108864</uncompressed_cache_size>
  <users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <remote_servers><${CLUSTER}>${replicas}</${CLUSTER}></remote_servers>
</yandex>
`,
  );
  writeFileSync(
    join(folder, 'users.xml'),
    `<yandex>
  <profiles><default><max_memory_usage>4000000000</max_memory_usage></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`,
  );
}

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  if (!folder) throw new Error('node scripts/clickhouse/shards.mjs FOLDER');
  const { urls, stop } = await startShards(folder);
  console.log(urls.join('\n'));
  process.once('SIGINT', () => void stop().then(() => process.exit(130)));
}
