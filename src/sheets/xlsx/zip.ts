import type { FileHandle } from 'node:fs/promises';
import { sheetFailure } from '../sheet-failure.ts';

/** A part of the package, as the central directory states it. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  headerOffset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LARGEST_DIRECTORY = 64 * 1024 ** 2;

/**
 * Reads the list of a zip archive's parts. Nothing is extracted, so names are only names.
 * @returns the parts by their name in lower case, without a leading slash
 * @throws Failure `file-truncated` where the archive has no end, `file-damaged` where its list makes no sense
 */
export async function readZipDirectory(handle: FileHandle, file: string): Promise<Map<string, ZipEntry>> {
  const { size } = await handle.stat();
  const tail = await bytesAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || end + 22 > tail.length) throw truncated(file);
  let directorySize = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  const locator = end - 20;
  if (locator >= 0 && tail.readUInt32LE(locator) === LOCATOR_64) {
    const end64 = await bytesAt(handle, Number(tail.readBigUInt64LE(locator + 8)), 56);
    if (end64.length < 56 || end64.readUInt32LE(0) !== END_64) throw truncated(file);
    directorySize = Number(end64.readBigUInt64LE(40));
    offset = Number(end64.readBigUInt64LE(48));
  }
  if (offset + directorySize > size) throw truncated(file);
  if (directorySize > LARGEST_DIRECTORY) throw damagedArchive(file);
  return parseDirectory(await bytesAt(handle, offset, directorySize), file);
}

function parseDirectory(directory: Buffer, file: string): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      if (directory.readUInt32LE(at) === END) break;
      throw damagedArchive(file);
    }
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    if (extraEnd > directory.length) throw damagedArchive(file);
    const entry: ZipEntry = {
      name: directory
        .toString('utf8', at + 46, nameEnd)
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    };
    widen(entry, directory.subarray(nameEnd, extraEnd));
    const key = entry.name.toLowerCase();
    if (!entries.has(key)) entries.set(key, entry);
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** ZIP64: what does not fit into 32 bits stands in the extra field, in this order. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let field = at + 4;
      for (const key of ['size', 'packedSize', 'headerOffset'] as const) {
        if (entry[key] !== 0xffffffff || field + 8 > Math.min(at + 4 + length, extra.length)) continue;
        entry[key] = Number(extra.readBigUInt64LE(field));
        field += 8;
      }
    }
    at += 4 + length;
  }
}

/**
 * Where the packed bytes of a part begin.
 * @throws Failure `file-damaged`, `file-truncated`
 */
export async function dataOffset(handle: FileHandle, entry: ZipEntry, file: string): Promise<number> {
  const header = await bytesAt(handle, entry.headerOffset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) throw damagedArchive(file);
  const offset = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (offset + entry.packedSize > (await handle.stat()).size) throw truncated(file);
  return offset;
}

async function bytesAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}

function truncated(file: string) {
  return sheetFailure(
    'file-truncated',
    { file },
    'файл оборван — конца архива нет',
    'Скачайте или скопируйте файл заново: он передан не полностью.',
  );
}

function damagedArchive(file: string) {
  return sheetFailure(
    'file-damaged',
    { file },
    'список частей архива повреждён',
    'Скачайте файл заново или пересохраните его как «Книга Excel (.xlsx)».',
  );
}
