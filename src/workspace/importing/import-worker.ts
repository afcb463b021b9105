// A thread that reads files for an import: a request comes in, what was read goes back.
import { parentPort, workerData } from 'node:worker_threads';
import { pseudonymiser } from '../pseudonym.ts';
import { schoolsOf } from '../schools.ts';
import { partReader } from './parts/read-part.ts';
import { readFile } from './read-file.ts';
import { rankOfFile } from './roster-first.ts';
import type { KnownSchools } from './school-lookup.ts';
import {
  packError,
  type SchoolNews,
  type TaskResult,
  type WorkerAnswer,
  type WorkerStart,
  type WorkerTask,
} from './worker-messages.ts';

const TOLD_EVERY_MILLISECONDS = 100;

const { setting, chain } = workerData as WorkerStart;
const pseudonym = pseudonymiser(...chain.map((secret) => Buffer.from(secret)));
const parts = partReader(setting, pseudonym);
const port = parentPort!;
let known: KnownSchools | undefined;

port.on('message', (task: WorkerTask) => void answer(task));

const send = (message: WorkerAnswer, handedOver: readonly ArrayBuffer[] = []) =>
  port.postMessage(message, handedOver);

async function answer(task: WorkerTask): Promise<void> {
  try {
    const result = await done(task);
    send({ kind: 'done', result }, handedOver(result));
  } catch (error) {
    send({ kind: 'failed', error: packError(error) });
  }
}

function done(task: WorkerTask): Promise<TaskResult> {
  switch (task.kind) {
    case 'rank':
      return rankOfFile(task.file);
    case 'read':
      known = knownFrom(task.schools);
      return readFile(task.request, setting, known, pseudonym, nowAndThen());
    case 'part':
      known = knownFrom(task.schools);
      return parts.read(task.request, known, nowAndThen());
  }
}

/** Memory that goes to the other thread instead of being copied: the records of a part. */
function handedOver(result: TaskResult): ArrayBuffer[] {
  if (result === null || typeof result === 'number' || !('trail' in result)) return [];
  const { lines, trail } = result;
  return [trail.buffer, ...[...lines.values()].flat().map(({ buffer }) => buffer)];
}

/** Tells how far a reading is, but not at every step. */
function nowAndThen(): (rows: number, bytes: number) => void {
  let told = 0;
  return (rows, bytes) => {
    const now = performance.now();
    if (now - told < TOLD_EVERY_MILLISECONDS) return;
    told = now;
    send({ kind: 'passed', rows, bytes });
  };
}

function knownFrom(given: SchoolNews): KnownSchools {
  if ('basis' in given) return { basis: given.basis, schools: schoolsOf(given.basis) };
  if (!known) throw new Error('a reading thread was told what is new before it was told the schools');
  for (const reference of given.met) known.schools.add(reference);
  return { schools: known.schools, basis: { ...known.basis, met: [...known.basis.met, ...given.met] } };
}
