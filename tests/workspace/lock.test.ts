import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whileLocked } from '../../src/workspace/lock.ts';
import { start } from '../support/child.ts';
import { type Place, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

const lockOf = (at: Place) => join(at.directory, '.msoko', 'lock');

const locked = <T>(
  at: Place,
  change: () => Promise<T>,
  tell: (text: string) => void = () => {},
  wait = 300,
) => whileLocked(at.directory, { doing: 'проверка', now: Date.now, tell, wait }, change);

/** A lock as another process would have left it. */
function leave(at: Place, holder: object | string): void {
  mkdirSync(join(at.directory, '.msoko'), { recursive: true });
  const text = typeof holder === 'string' ? holder : JSON.stringify(holder);
  writeFileSync(lockOf(at), text);
}

const HOLDER = {
  doing: 'загрузка файлов',
  host: hostname(),
  born: null,
  since: '2026-01-01T10:05:00.000Z',
  token: 'т',
};

describe('the lock of a workspace', () => {
  it('is there while a change runs, tells who holds it, and goes with it', async () => {
    const at = place();
    await locked(at, async () => {
      expect(JSON.parse(readFileSync(lockOf(at), 'utf8'))).toMatchObject({
        pid: process.pid,
        doing: 'проверка',
      });
    });
    expect(existsSync(lockOf(at))).toBe(false);
  });

  it('goes with a change that fails', async () => {
    const at = place();
    await expect(locked(at, () => Promise.reject(new Error('нет')))).rejects.toThrow('нет');
    expect(existsSync(lockOf(at))).toBe(false);
  });

  it('lets one change after the other through, never two', async () => {
    const at = place();
    let inside = 0;
    let most = 0;
    const change = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    };
    await Promise.all(Array.from({ length: 5 }, () => locked(at, change, () => {}, 20_000)));
    expect(most).toBe(1);
  });

  it('of another living process is waited for, and then named', async () => {
    const at = place();
    leave(at, { ...HOLDER, pid: process.ppid });
    const told: string[] = [];
    await expect(
      locked(
        at,
        async () => {},
        (text) => told.push(text),
      ),
    ).rejects.toMatchObject({
      code: 'workspace-busy',
      message: `Рабочий каталог занят: идёт загрузка файлов (процесс ${process.ppid}, с 10:05 UTC).`,
      hint: expect.stringContaining('Дождитесь конца'),
    });
    expect(told).toHaveLength(1);
    expect(existsSync(lockOf(at))).toBe(true);
  });

  it('of a process on another computer is not taken away, and the computer is named', async () => {
    const at = place();
    leave(at, { ...HOLDER, host: 'другой', pid: 1 });
    await expect(locked(at, async () => {})).rejects.toMatchObject({
      message: expect.stringContaining('на компьютере другой'),
    });
  });

  it.each([
    ['a process that is no more', { ...HOLDER, pid: 2 ** 22 + 1 }],
    ['a number that another process has now', { ...HOLDER, pid: process.ppid, born: 'тогда 1' }],
  ])('of %s is nobody’s', async (_, holder) => {
    const at = place();
    leave(at, holder);
    // Where the system does not tell when a process began, a number that is used again cannot be told apart.
    if (holder.born !== null && !existsSync('/proc/self/stat')) return;
    await expect(locked(at, async () => 'сделано')).resolves.toBe('сделано');
  });

  it('that nobody can read is nobody’s after a while', async () => {
    const at = place();
    leave(at, '{"doing":"загр');
    await expect(
      locked(
        at,
        async () => 'сделано',
        () => {},
        5000,
      ),
    ).resolves.toBe('сделано');
  });

  it('of a killed import does not stop the next one', async () => {
    const at = place();
    const file = at.file('1.csv', marks('990101', 2020, Array(2000).fill(3)));
    const { child, exited } = start(['import', file], at);
    while (!existsSync(lockOf(at)) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await exited;
    const ran = await at.run(['import', file, '--json']);
    expect(ran.exit, ran.out).toBe(0);
  });
});
