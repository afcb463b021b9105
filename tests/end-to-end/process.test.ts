import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { readManifests } from '../../src/workspace/manifest.ts';
import { start } from '../support/child.ts';
import { type Place, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';
import { sampleWorkspace } from '../support/sample.ts';

let at: Place;

beforeAll(async () => {
  at = await sampleWorkspace();
});

describe('the built program', () => {
  it('answers as the one that is tested in this process', async () => {
    const args = ['risk-schools', '--year', '2021', '--json'];
    const { code, out, err } = await start(args, at).exited;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual((await at.run(args)).json());
  });

  it('knows its version', async () => {
    const { out } = await start(['--version'], at).exited;
    expect(out).toMatch(/^\d+\.\d+\.\d+/);
    expect(VERSION).not.toBe('');
  });

  it('colours nothing where its output is a pipe, whatever the environment wishes', async () => {
    const { out } = await start(['risk-schools', '--year', '2021'], {
      ...at,
      env: { FORCE_COLOR: '1', TERM: 'xterm-256color' },
    }).exited;
    expect(out).toContain('990101');
    expect(out).not.toContain('\u001b');
  });

  it.each([
    [0, ['rules']],
    [1, ['import', 'нет.csv']],
    [2, ['risk-school']],
    [2, []],
  ])('exits with %i for %j', async (code, args) => {
    const exited = await start(args, at).exited;
    expect(exited.code).toBe(code);
    if (code !== 0) expect(exited.out).toBe('');
  });

  it('ends quietly when nobody reads its answer any more', async () => {
    const { child, exited } = start(['risk-schools', '--year', '2021', '--json'], at);
    child.stdout!.destroy();
    expect(await exited).toMatchObject({ code: 0, err: '' });
  });

  /** A folder whose import takes a while. */
  function manyExports(own: Place): string {
    const files = Array.from({ length: 60 }, (_, file) =>
      own.file(`${file}.csv`, marks('990101', 2000 + (file % 20), Array(200).fill(3))),
    );
    return dirname(files[0]!);
  }

  it('interrupted says so, exits with 130 and leaves only whole imports', async () => {
    const own = place();
    const { child, exited } = start(['import', manyExports(own)], own);
    child.stderr!.once('data', () => child.kill('SIGINT'));
    const { code, err } = await exited;
    expect(code, err).toBe(130);
    expect(err.trimEnd().split('\n').at(-1)).toBe('Прервано.');
    const stored = readManifests(own.directory);
    expect(stored.length).toBeLessThan(60);
    const told = [...err.matchAll(/^✔ (.+) — загружен/gm)].map(([, file]) => file);
    expect(stored.map(({ file }) => file)).toEqual(expect.arrayContaining(told));
  });

  it('interrupted with --json says so in a document', async () => {
    const own = place();
    const { child, exited } = start(['import', manyExports(own), '--json'], own);
    const begun = setInterval(() => {
      if (!existsSync(join(own.directory, '.msoko'))) return;
      clearInterval(begun);
      child.kill('SIGINT');
    }, 5);
    const { code, out } = await exited;
    expect(code, out).toBe(130);
    expect(JSON.parse(out)).toEqual({ error: { code: 'interrupted', message: 'Прервано.' } });
  });
});
