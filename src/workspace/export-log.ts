import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { FileContent } from './file-content.ts';

/** One file that went out of a workspace. Nobody but the user of the computer is named in it. */
const exportSchema = z.object({
  at: z.string(),
  /** User of the operating system. */
  user: z.string(),
  program: z.string(),
  /** Command with what it was asked for: `report 1.2`. */
  command: z.string(),
  year: z.number().optional(),
  system: z.string().optional(),
  school: z.string().optional(),
  municipality: z.string().optional(),
  /** Small numbers are suppressed: the file is made for everybody. */
  public: z.boolean(),
  /** Below the workspace, or the whole path where it lies elsewhere. */
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** SHA-256 of what the program says in the file, where words of the analyst stand beside it. */
  said: z.string().optional(),
});

export type Export = z.infer<typeof exportSchema>;

/** What is told of a file; the rest is found here. */
export type ExportFacts = Omit<Export, 'at' | 'user' | 'file' | 'bytes' | 'sha256'>;

const LINE_FEED = 10;

/** Path of the log of exports. */
export function exportLogFile(directory: string): string {
  return join(directory, 'log', 'exports.ndjson');
}

/** Notes that a file was written. Lines are only ever added. */
export function logExport(
  directory: string,
  path: string,
  content: FileContent,
  facts: ExportFacts,
  now: number,
): void {
  const below = relative(directory, path);
  const isBelow = below !== '' && !below.startsWith(`..${sep}`) && resolve(directory, below) === path;
  const line: Export = {
    at: new Date(now).toISOString(),
    user: userName(),
    ...facts,
    file: isBelow ? below.replaceAll(sep, '/') : path,
    bytes: content.bytes,
    sha256: content.sha256,
  };
  const file = exportLogFile(directory);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, 'a+', 0o600);
  try {
    // A line that was cut off by a kill must not swallow this one.
    const { size } = fstatSync(descriptor);
    const last = Buffer.alloc(1);
    const isCut = size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== LINE_FEED;
    writeSync(descriptor, `${isCut ? '\n' : ''}${JSON.stringify(line)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The log of exports, oldest first, and how many of its lines cannot be read. */
export function readExportLog(directory: string): { exports: Export[]; unreadable: number } {
  const file = exportLogFile(directory);
  if (!existsSync(file)) return { exports: [], unreadable: 0 };
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const exports = lines.flatMap((line) => parseLine(line) ?? []);
  return { exports, unreadable: lines.length - exports.length };
}

function parseLine(line: string): Export | undefined {
  try {
    return exportSchema.safeParse(JSON.parse(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user whom the system has no name for (containers): the number is what there is.
    return String(process.getuid?.() ?? '?');
  }
}
