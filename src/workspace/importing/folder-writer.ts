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

const BUFFERED = 1 << 20;
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
  pending: string[];
  size: number;
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
    writeAll(stream.descriptor, stream.pending.join(''));
    stream.pending = [];
    stream.size = 0;
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
        stream = { descriptor: openSync(join(folder, `${name}.ndjson`), 'wx', 0o600), pending: [], size: 0 };
        streams.set(name, stream);
      }
      stream.pending.push(json, '\n');
      stream.size += json.length;
      if (stream.size > BUFFERED) flush(stream);
    },
    publish(manifest) {
      closeAll(true);
      const descriptor = openSync(join(folder, MANIFEST_FILE), 'wx', 0o600);
      writeAll(descriptor, `${JSON.stringify(manifest, null, 1)}\n`);
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

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
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
