import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { publishNew } from './new-file.ts';

/** Who changes a workspace. */
interface Holder {
  /** What the command does, for a person: «загрузка файлов». */
  doing: string;
  pid: number;
  host: string;
  /** When the process began, where the system tells: a number of a process is used again. */
  born: string | null;
  since: string;
  /** Tells two locks of one process apart. */
  token: string;
}

/** Milliseconds that a command waits for another one, and looks again. */
const WAITED = 20_000;
const LOOKED_EVERY = 100;

/** Milliseconds after which a lock that nobody can read is nobody's. */
const UNREADABLE_FOR = 2000;

/** What a lock is taken with. */
interface LockGiven {
  doing: string;
  now(): number;
  /** Told once, when there is somebody to wait for. */
  tell(text: string): void;
  /** Milliseconds to wait. */
  wait?: number;
}

/**
 * Runs a change of a workspace while no other command changes it. Whoever asks nothing but questions needs no lock:
 * imports come and go whole. A holder that is dead keeps nothing.
 * @throws Failure `workspace-busy` that tells who holds it
 */
export async function whileLocked<T>(
  directory: string,
  given: LockGiven,
  change: () => Promise<T>,
): Promise<T> {
  const folder = join(directory, '.msoko');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const mine: Holder = {
    doing: given.doing,
    pid: process.pid,
    host: hostname(),
    born: bornOf(process.pid),
    since: new Date(given.now()).toISOString(),
    token: randomBytes(9).toString('base64url'),
  };
  await take(file, mine, given);
  const release = () => {
    if (readHolder(file)?.token === mine.token) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await change();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

async function take(file: string, mine: Holder, { tell, wait = WAITED }: LockGiven): Promise<void> {
  let told = false;
  for (let waited = 0; !make(file, mine); waited += LOOKED_EVERY) {
    const holder = readHolder(file);
    if (holder ? !isAlive(holder) : waited >= UNREADABLE_FOR) {
      breakLock(file, holder);
      continue;
    }
    if (waited >= wait) throw busy(file, holder);
    if (holder && !told) {
      tell(`Рабочий каталог занят: ${holderText(holder)}. Жду.\n`);
      told = true;
    }
    await pause(LOOKED_EVERY);
  }
}

/** Makes the lock whole or not at all; says whether it was not there. */
function make(file: string, mine: Holder): boolean {
  const aside = `${file}.${mine.token}`;
  try {
    // Not synced, as it is tried again and again: a lock that a power cut left is a dead holder's.
    writeFileSync(aside, JSON.stringify(mine), { mode: 0o600 });
    publishNew(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Who holds the lock; `undefined` where it went away or cannot be read. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Says whether the holder still runs; of one on another computer nobody can tell, and it counts as running. */
function isAlive({ pid, host, born }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user answers that it may not be touched: it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = bornOf(pid);
  return born === null || now === null || now === born;
}

/** When a process began, in the system's own count since its start; `null` where that is not told. */
function bornOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name of the program, in brackets, may hold spaces.
    const began = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19];
    return `${boot} ${began}`;
  } catch {
    return null;
  }
}

/** Takes the lock of a dead holder away; one that somebody else has taken meanwhile is put back. */
function breakLock(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readHolder(aside)?.token === dead?.token) rmSync(aside);
  else renameSync(aside, file);
}

function holderText({ doing, pid, host, since }: Holder): string {
  const where = host === hostname() ? '' : ` на компьютере ${host}`;
  return `идёт ${doing} (процесс ${pid}${where}, с ${since.slice(11, 16)} UTC)`;
}

function busy(file: string, holder: Holder | undefined): Failure {
  const who = holder ? holderText(holder) : 'кем, не понятно';
  return new Failure('workspace-busy', `Рабочий каталог занят: ${who}.`, {
    hint: `Дождитесь конца и повторите. Если этой программы больше нет, удалите «${file}».`,
  });
}
