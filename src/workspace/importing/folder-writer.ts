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
import { IMPORTS_FOLDER } from '../import-id.ts';
import { MANIFEST_FILE, type Manifest } from '../manifest.ts';

/** Characters that are written at one go; far more are put together slower, as the collector meets them half done. */
const BUFFERED = 1 << 16;

/** Writes the records of one import into a folder of its own, aside. */
export interface FolderWriter {
  /** Appends one line to `<name>.ndjson`. */
  line(name: string, json: string): void;
  /** The same of a line that is a character for each byte already; see `recordLine`. */
  bytes(name: string, line: string): void;
  /** Syncs everything: the folder is ready to be published. */
  seal(): void;
  /** Ends without that: what is in it will be written once more. */
  end(): void;
  /** Throws the folder away. */
  discard(): void;
}

interface Stream {
  descriptor: number;
  /** What is not written yet, a character for each byte. */
  pending: string;
}

/** Opens a new folder for the records of an import; `open` makes a file that may stay empty. */
export function folderWriter(folder: string): FolderWriter & { open(name: string): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const streams = new Map<string, Stream>();

  const flush = (stream: Stream) => {
    writeAll(stream.descriptor, Buffer.from(stream.pending, 'latin1'));
    stream.pending = '';
  };

  const streamOf = (name: string): Stream => {
    const opened = streams.get(name);
    if (opened) return opened;
    const descriptor = openSync(join(folder, `${name}.ndjson`), 'wx', 0o600);
    const stream = { descriptor, pending: '' };
    streams.set(name, stream);
    return stream;
  };

  const bytes = (name: string, line: string) => {
    const stream = streamOf(name);
    stream.pending += line;
    stream.pending += '\n';
    if (stream.pending.length >= BUFFERED) flush(stream);
  };

  const end = (sync: (stream: Stream) => void) => {
    for (const [name, stream] of streams) {
      flush(stream);
      sync(stream);
      // Where the disk is full at the next one, `discard` must not close this one again.
      streams.delete(name);
      closeSync(stream.descriptor);
    }
  };

  return {
    open: (name) => void streamOf(name),
    line: (name, json) => bytes(name, Buffer.from(json).toString('latin1')),
    bytes,
    seal: () => end((stream) => fsyncSync(stream.descriptor)),
    end: () => end(() => {}),
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

function writeAll(descriptor: number, bytes: Buffer): void {
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
