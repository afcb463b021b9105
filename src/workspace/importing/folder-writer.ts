import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { foundOrMade } from '../../records/found-or-made.ts';
import { IMPORTS_FOLDER } from '../import-id.ts';
import { MANIFEST_FILE, type Manifest } from '../manifest.ts';
import { type LineBuffer, lineBuffer, putLine } from './line-buffer.ts';

/** Bytes that are written at one go. */
const BUFFERED = 1 << 16;

/** Takes the lines of an import. */
export interface LineWriter {
  /** Appends one line to `<name>.ndjson`. */
  line(name: string, json: string): void;
  /** Where lines of `<name>.ndjson` are put together. */
  lines(name: string): LineBuffer;
}

/** Writes the records of one import into a folder of its own, aside. */
export interface FolderWriter extends LineWriter {
  /** Syncs everything: the folder is ready to be published. */
  seal(): void;
  /** Throws the folder away. */
  discard(): void;
}

interface Stream {
  descriptor: number;
  pending: LineBuffer;
}

/** Writes into a folder and knows its files. */
interface OwnFolderWriter extends FolderWriter {
  /** Makes a file that may stay empty. */
  open(name: string): void;
  /** Appends many lines at one go. */
  append(name: string, lines: Uint8Array): void;
}

/** Opens a new folder for the records of an import. */
export function folderWriter(folder: string): OwnFolderWriter {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const streams = new Map<string, Stream>();

  const streamOf = (name: string): Stream =>
    foundOrMade(streams, name, () => {
      const descriptor = openSync(join(folder, `${name}.ndjson`), 'wx', 0o600);
      return { descriptor, pending: lineBuffer(BUFFERED, (bytes) => writeAll(descriptor, bytes)) };
    });

  return {
    open: (name) => void streamOf(name),
    line: (name, json) => putLine(streamOf(name).pending, json),
    lines: (name) => streamOf(name).pending,
    append(name, lines) {
      const { descriptor, pending } = streamOf(name);
      pending.flush();
      writeAll(descriptor, lines);
    },
    seal() {
      for (const [name, { descriptor, pending }] of streams) {
        pending.flush();
        fsyncSync(descriptor);
        // Where the disk is full at the next one, `discard` must not close this one again.
        streams.delete(name);
        closeSync(descriptor);
      }
    },
    discard() {
      for (const { descriptor } of streams.values()) closeSync(descriptor);
      streams.clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a sealed folder an import, whole or not at all: `import.json` is written last, then the folder is renamed. */
export function publishFolder(folder: string, directory: string, manifest: Manifest): void {
  const descriptor = openSync(join(folder, MANIFEST_FILE), 'wx', 0o600);
  try {
    writeAll(descriptor, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  syncFolder(folder);
  const imports = join(directory, IMPORTS_FOLDER);
  if (!existsSync(imports)) mkdirSync(imports, { recursive: true, mode: 0o700 });
  renameSync(folder, join(imports, manifest.import));
  syncFolder(imports);
}

/** Puts a file that lies aside in its place, whole or not at all. */
export function publishFile(aside: string, file: string): void {
  syncFile(aside);
  renameSync(aside, file);
  syncFolder(dirname(file));
}

/** Makes what was written to a file outlast a power cut. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/** A rename is durable once its folder is synced; Windows cannot open folders and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
