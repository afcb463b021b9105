import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What tells that a file is open in an office program. */
export interface OpenElsewhere {
  /** The office program. */
  program: 'Excel' | 'Word' | 'LibreOffice';
  /** The name under which the person works in it, where it is told. */
  user: string | undefined;
  /** The file by which the program tells so; a program that crashed leaves it behind. */
  mark: string;
}

/**
 * Says whether a file is open in Excel, Word or LibreOffice, by the file that they lay beside it. Windows keeps others
 * from writing a file that is open; on Linux and on many network shares nothing does, and what was written would be
 * overwritten by the next «Save».
 */
export function openElsewhere(path: string): OpenElsewhere | undefined {
  const name = basename(path);
  const beside = (mark: string) => join(dirname(path), mark);
  const office = /\.docx$/i.test(name) ? 'Word' : 'Excel';
  // Word leaves out the first two letters of a long name.
  for (const mark of [beside(`~$${name}`), beside(`~$${name.slice(2)}`)]) {
    const bytes = bytesOf(mark);
    if (bytes) return { program: office, user: officeUser(bytes), mark };
  }
  const mark = beside(`.~lock.${name}#`);
  const text = bytesOf(mark)?.toString('utf8');
  if (text === undefined) return undefined;
  // LibreOffice writes: name, user of the system, computer, time, profile.
  const [person = '', user = ''] = text.split(',');
  return { program: 'LibreOffice', user: person.trim() || user.trim() || undefined, mark };
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The user of Excel or Word: a byte of length and so many letters; then, from byte 54, the same in UTF-16. */
function officeUser(bytes: Buffer): string | undefined {
  const length = Math.min(bytes[0] ?? 0, 54);
  const wide = bytes
    .subarray(56, 56 + length * 2)
    .toString('utf16le')
    .replace(/\0/g, '')
    .trim();
  const narrow = bytes
    .subarray(1, 1 + length)
    .toString('latin1')
    .trim();
  return wide || narrow || undefined;
}
