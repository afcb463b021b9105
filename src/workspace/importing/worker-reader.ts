import { Worker } from 'node:worker_threads';
import type { SchoolBasis } from '../schools.ts';
import type { FileRead, ReadSetting } from './file-read.ts';
import { readInParts } from './parts/read-in-parts.ts';
import type { PartRead, PartRequest } from './parts/read-part.ts';
import type { Reader } from './reader.ts';
import {
  type SchoolNews,
  type TaskResult,
  unpackError,
  type WorkerAnswer,
  type WorkerStart,
  type WorkerTask,
} from './worker-messages.ts';

/** Files that are read or lie aside before their turn, for each thread: enough that none waits for a large one. */
const AHEAD_OF_EACH = 3;

interface Thread {
  worker: Worker;
  /** The schools that it was told. */
  told: SchoolBasis | undefined;
  passed(rows: number, bytes: number): void;
  settle: { resolve(result: TaskResult): void; reject(error: unknown): void } | undefined;
}

/**
 * Reads in threads of their own, each one file at a time, so that memory does not grow with the number of files.
 * @param program file of the built reading thread
 */
export function workerReader(
  program: URL,
  threads: number,
  setting: ReadSetting,
  chain: readonly Uint8Array[],
): Reader {
  const all = Array.from({ length: threads }, () => startThread(program, { setting, chain }));
  const idle = [...all];
  const waiting: ((thread: Thread) => void)[] = [];

  const release = (thread: Thread) => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };

  /** Gives a task to the next idle thread. */
  const ask = async <T extends TaskResult>(
    taskFor: (thread: Thread) => WorkerTask,
    passed: Thread['passed'] = () => {},
  ): Promise<T> => {
    const thread = idle.pop() ?? (await new Promise<Thread>((resolve) => waiting.push(resolve)));
    try {
      return await new Promise<T>((resolve, reject) => {
        thread.settle = { resolve: (result) => resolve(result as T), reject };
        thread.passed = passed;
        thread.worker.postMessage(taskFor(thread));
      });
    } finally {
      thread.settle = undefined;
      // What this file brought is stored first, so that the next one is read with it.
      setImmediate(() => release(thread));
    }
  };

  return {
    ahead: threads * AHEAD_OF_EACH,
    rank: (file) => ask<number>(() => ({ kind: 'rank', file })),
    async read(request, known, passed) {
      const now = known();
      const part = (one: PartRequest, read: Thread['passed']) =>
        ask<PartRead | null>(
          (thread) => ({ kind: 'part', request: one, schools: newsFor(thread, now.basis) }),
          read,
        );
      const inParts = await readInParts(request, setting, now, threads, part, passed);
      if (inParts) return inParts;
      return ask<FileRead>(
        (thread) => ({ kind: 'read', request, schools: newsFor(thread, known().basis) }),
        passed,
      );
    },
    async close() {
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(program: URL, workerData: WorkerStart): Thread {
  const worker = new Worker(program, { workerData });
  const thread: Thread = { worker, told: undefined, passed: () => {}, settle: undefined };
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.kind === 'passed') thread.passed(answer.rows, answer.bytes);
    else if (answer.kind === 'done') thread.settle?.resolve(answer.result);
    else thread.settle?.reject(unpackError(answer.error));
  });
  worker.on('error', (error) => thread.settle?.reject(error));
  worker.on('exit', (code) => thread.settle?.reject(new Error(`a reading thread ended with code ${code}`)));
  return thread;
}

/** What a thread lacks of the schools, which it is told now: those met since its last task, or everything. */
function newsFor(thread: Thread, basis: SchoolBasis): SchoolNews {
  const { told } = thread;
  thread.told = basis;
  const grown = told && told.rosters === basis.rosters && told.met.length <= basis.met.length;
  if (!grown || told.met.some((reference, index) => reference !== basis.met[index])) return { basis };
  return { met: basis.met.slice(told.met.length) };
}
