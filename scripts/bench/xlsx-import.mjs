import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compare } from './compare.mjs';

/** Participants of one work in one region, as large as published ones are. */
const ROWS = 26_667;

/** The name says subject and grade, as those of the real exports do. */
const nameOf = (place) => `Проведение работы по русскому языку, 4 класс. ВПР 2021${place}.xlsx`;

/** A large protocol of ВПР from the workbook to a stored import. */
export async function xlsxImport({ runs, input, importAnew, yardstick }) {
  const file = await input('vpr-2021-workbook', nameOf(''), String(ROWS));
  const measured = await compare(
    runs,
    async () => {
      const imported = await importAnew(file, ROWS);
      await rm(imported.workspace, { recursive: true });
      return imported;
    },
    () => yardstick('exceljs-load', file),
  );
  return { rows: ROWS, what: 'msoko import, XLSX', against: 'exceljs readFile', measured };
}

/** A folder of such workbooks on all cores, against the same on one: the ratio is what the others leave of the time. */
export async function xlsxFolder({ runs, books, input, importAnew }) {
  let rows = 0;
  let folder = '';
  for (let book = 1; book <= books; book++) {
    // Different bytes: a file that was met before is not read again.
    folder = dirname(
      await input('vpr-2021-workbook', join('книги', nameOf(` (${book})`)), String(ROWS - book)),
    );
    rows += ROWS - book;
  }
  const run = async (cores) => {
    const imported = await importAnew(folder, rows, cores);
    await rm(imported.workspace, { recursive: true });
    return imported;
  };
  const measured = await compare(
    runs,
    () => run('all'),
    () => run('one'),
  );
  const what = `msoko import, ${books} XLSX`;
  return [
    { rows, what, against: 'the same on one core', measured },
    await twoAtOnce({ runs, input, importAnew }),
  ];
}

/**
 * What a second core of this machine is worth to such work, whoever shares it out: two processes that know nothing of
 * each other, against one of them alone. A ratio of 1 is a whole core, of 2 none; a folder cannot gain more.
 */
async function twoAtOnce({ runs, input, importAnew }) {
  const file = await input('vpr-2021-workbook', nameOf(''), String(ROWS));
  const one = async () => {
    const imported = await importAnew(file, ROWS, 'one');
    await rm(imported.workspace, { recursive: true });
    return imported;
  };
  const both = async () => {
    const [first, second] = await Promise.all([one(), one()]);
    return first.seconds > second.seconds ? first : second;
  };
  const measured = await compare(runs, both, one);
  return { rows: 2 * ROWS, what: 'two imports of one XLSX at once', against: 'one of them alone', measured };
}
