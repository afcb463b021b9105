import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { IMPORTS_FOLDER, MANIFEST_FILE, type Manifest } from '../manifest.ts';

const BUFFERED = 1 << 18;
const LINE_FEED = 10;
const STALE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Writes one import aside, and makes it appear whole or not at all. */
export interface FolderWriter {
  /** Appends one line to `<name>.ndjson`. */
  line(name: string, json: string): void;
  /** Syncs everything, writes `import.json` last, and renames the folder into place. */
  publish(manifest: Manifest): void;
  /** Throws the folder away. */
  discard(): void;
}

interface Stream {
  descriptor: number;
  pending: Buffer;
  used: number;
}

/**
 * Opens a folder under `.msoko/` for an import to be written. What killed processes left there is cleared away
 * once it is a day old.
 */
export function folderWriter(directory: string, id: string, now: number): FolderWriter {
  const aside = join(directory, '.msoko', 'importing');
  mkdirSync(aside, { recursive: true });
  for (const name of readdirSync(aside)) {
    const path = join(aside, name);
    // Another import may have moved its folder into place meanwhile.
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - touched > STALE_MILLISECONDS) rmSync(path, { recursive: true, force: true });
  }
  const folder = join(aside, id);
  mkdirSync(folder);
  const streams = new Map<string, Stream>();

  const flush = (stream: Stream) => {
    writeAll(stream.descriptor, stream.pending.subarray(0, stream.used));
    stream.used = 0;
  };

  const closeAll = (sync: boolean) => {
    for (const stream of streams.values()) {
      if (sync) {
        flush(stream);
        fsyncSync(stream.descriptor);
      }
      closeSync(stream.descriptor);
    }
    streams.clear();
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
    publish(manifest) {
      closeAll(true);
      const descriptor = openSync(join(folder, MANIFEST_FILE), 'wx', 0o600);
      writeAll(descriptor, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
      fsyncSync(descriptor);
      closeSync(descriptor);
      syncFolder(folder);
      const imports = join(directory, IMPORTS_FOLDER);
      if (!existsSync(imports)) mkdirSync(imports, { recursive: true });
      renameSync(folder, join(imports, id));
      syncFolder(imports);
    },
    discard() {
      closeAll(false);
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
