import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

/** The error of a command in a workspace with these settings. */
async function errorWith(settings: string | object) {
  const ran = await place(settings).run(['risk-schools', '--year', '2021', '--json']);
  expect(ran.exit).toBe(1);
  return ran.json().error;
}

describe('msoko.json', () => {
  it('may hold comments and a comma after the last key', async () => {
    const at = place('{\n  // комментарий\n  "municipality": "Приозёрный", /* ещё */\n}\n');
    expect((await at.run(['risk-schools', '--year', '2021'])).exit).toBe(0);
  });

  it('made by init is read back', async () => {
    const at = place();
    rmSync(join(at.directory, 'msoko.json'));
    expect((await at.run(['init'])).exit).toBe(0);
    expect((await at.run(['risk-schools', '--year', '2021'])).exit).toBe(0);
    expect((await at.run(['init', '--json'])).json().error.code).toBe('workspace-exists');
  });

  it('with an unknown key is refused, and the key and the known ones are named', async () => {
    const error = await errorWith({ municipalty: 'Приозёрный' });
    expect(error.code).toBe('bad-settings');
    expect(error.message).toContain('«municipalty»');
    expect(error.hint).toContain('municipality');
    expect((await errorWith({ roster: { close: true } })).message).toMatch(/roster.*«close»/);
  });

  it('that is broken is refused in Russian, with the line', async () => {
    const error = await errorWith('{\n  "municipality": "Приозёрный"\n  "region": "Энская область"\n}\n');
    expect(error.code).toBe('bad-settings');
    expect(error.message).toMatch(/msoko\.json, строка 3: /);
    expect(error.message.replace('msoko.json', '')).not.toMatch(/[a-z]{3}/i);
    expect((await errorWith('{ "region": "Энская\n область" }')).message).toMatch(/строка 1: /);
    expect((await errorWith('')).code).toBe('bad-settings');
  });

  it('with a value of another kind is refused in Russian, with the place', async () => {
    const error = await errorWith({ roster: { schools: [{ code: 990101, name: 'СОШ № 1' }] } });
    expect(error.code).toBe('bad-settings');
    expect(error.message).toContain('roster.schools.0.code');
    expect(error.message).toMatch(/нужно: текст в кавычках/);
  });

  it('that overrides a parameter nobody knows is refused', async () => {
    const error = await errorWith({ parameters: { 'low.vpr4-low-shar': 25 } });
    expect(error.message).toContain('«low.vpr4-low-shar»');
    expect(error.hint).toContain('msoko rules');
  });

  it('stops an import before anything is read or stored', async () => {
    const at = place({ oops: 1 });
    const ran = await at.run(['import', at.file('1.csv', marks('990101', 2020, [2])), '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json().error.code).toBe('bad-settings');
  });

  it('is found from a folder below, and named where there is none', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2]));
    const below = await at.run(['imports', '--json'], { directory: join(at.directory, 'imports') });
    expect(below.json().imports).toHaveLength(1);
    const outside = await at.run(['imports', '--json'], { directory: at.home.replace(/home$/, '') });
    expect(outside.exit).toBe(1);
    expect(outside.json().error.code).toBe('no-workspace');
  });
});
