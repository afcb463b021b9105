import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { openSheets } from '../../src/sheets/open.ts';
import type { Parts } from './parts.ts';
import type { Rows } from './rows.ts';

/** An export in a real layout, from which files are mutated. */
export interface Seed {
  /** Path below the folder of fixtures: layouts look at the names of files and folders. */
  name: string;
  bytes: Uint8Array;
  /** What its import must be told beside the file. */
  args: readonly string[];
  /** Its parts, where it is a workbook of Office Open XML. */
  parts: Parts | undefined;
  /** Texts of its fullest sheet. */
  rows: Rows;
}

/** What some exports do not say of themselves. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'olympiads/vsosh_regional_2021.csv': ['--school', '990101', '--subject', 'physics'],
  'olympiads/шаблон.xlsx': ['--school', '990101'],
  'olympiads/школьный этап физика 2020-2021.xlsx': ['--school', '990101'],
  'vpr/Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx': ['--school', 'edu990001'],
};

/** All exports below the folder of fixtures, apart from those that are hostile already. */
export async function readSeeds(folder: string): Promise<Seed[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(xlsx|xls|csv)$/.test(name) && !name.startsWith('hostile/'))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = readFileSync(join(folder, name));
      const parts = name.endsWith('.xlsx') ? unzipSync(bytes) : undefined;
      return { name, bytes, args: SAID[name] ?? [], parts, rows: await fullestSheet(join(folder, name)) };
    }),
  );
}

async function fullestSheet(path: string): Promise<Rows> {
  const opened = await openSheets(path);
  let fullest: Rows = [];
  try {
    for (const sheet of opened.sheets) {
      const rows: Rows = [];
      for await (const batch of sheet.rows())
        for (const { cells } of batch)
          rows.push(Array.from(cells, (cell) => (cell?.master ? '' : (cell?.text ?? ''))));
      if (rows.length > fullest.length) fullest = rows;
    }
  } finally {
    await opened.close();
  }
  return fullest;
}
