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
import { join } from 'node:path';
import { IMPORTS_FOLDER, MANIFEST_FILE, type Manifest } from '../manifest.ts';

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

/** Opens a new folder for the records of an import. */
export function folderWriter(folder: string): FolderWriter {
  mkdirSync(folder, { recursive: true });
  const streams = new Map<string, Stream>();

  const flush = (stream: Stream) => {
    writeAll(stream.descriptor, stream.pending.subarray(0, stream.used));
    stream.used = 0;
  };

  return {
    line(name, json) {
      let stream = streams.get(name);
      if (!stream) {
        const descriptor = openSync(join(folder, `${name}.ndjson`), 'wx', 0o600);
        stream = { descriptor, pending: Buffer.allocUnsafe(BUFFERED), used: 0 };
        streams.set(name, stream);
      }
      const room = json.length * 3 + 1;
      if (stream.used + room > stream.pending.length) flush(stream);
      if (room > stream.pending.length) stream.pending = Buffer.allocUnsafe(room);
      stream.used += stream.pending.write(json, stream.used);
      stream.pending[stream.used++] = LINE_FEED;
    },
    seal() {
      for (const stream of streams.values()) {
        flush(stream);
        fsyncSync(stream.descriptor);
        closeSync(stream.descriptor);
      }
      streams.clear();
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
  if (!existsSync(imports)) mkdirSync(imports, { recursive: true });
  renameSync(folder, join(imports, manifest.import));
  syncFolder(imports);
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
