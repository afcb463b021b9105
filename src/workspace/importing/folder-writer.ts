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

const BUFFERED = 1 << 18;
const LINE_FEED = 10;

/** Writes the records of one import into a folder of its own, aside. */
export interface FolderWriter {
  /** Appends one line to `<name>.ndjson`. */
  line(name: string, json: string): void;
  /** Syncs everything: the folder is ready to be published. */
  seal(): void;
  /** Throws the folder away. */
  discard(): void;
}

interface Stream {
  descriptor: number;
  pending: Buffer;
  used: number;
}

/** Opens a new folder for the records of an import; `open` makes a file that may stay empty. */
export function folderWriter(folder: string): FolderWriter & { open(name: string): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const streams = new Map<string, Stream>();

  const flush = (stream: Stream) => {
    writeAll(stream.descriptor, stream.pending.subarray(0, stream.used));
    stream.used = 0;
  };

  const streamOf = (name: string): Stream => {
    const opened = streams.get(name);
    if (opened) return opened;
    const descriptor = openSync(join(folder, `${name}.ndjson`), 'wx', 0o600);
    const stream = { descriptor, pending: Buffer.allocUnsafe(BUFFERED), used: 0 };
    streams.set(name, stream);
    return stream;
  };

  return {
    open: (name) => void streamOf(name),
    line(name, json) {
      const stream = streamOf(name);
      const room = json.length * 3 + 1;
      if (stream.used + room > stream.pending.length) flush(stream);
      if (room > stream.pending.length) stream.pending = Buffer.allocUnsafe(room);
      stream.used += stream.pending.write(json, stream.used);
      stream.pending[stream.used++] = LINE_FEED;
    },
    seal() {
      for (const [name, stream] of streams) {
        flush(stream);
        fsyncSync(stream.descriptor);
        // Where the disk is full at the next one, `discard` must not close this one again.
        streams.delete(name);
        closeSync(stream.descriptor);
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
