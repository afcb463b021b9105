import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEMO_YEAR, writeDemoExports } from '../demo/exports.ts';
import { EXIT, Failure } from '../failure.ts';
import { counted } from '../reports/number-format.ts';
import { findFiles } from '../workspace/importing/find-files.ts';
import { readSettings, SETTINGS_FILE } from '../workspace/settings.ts';
import { runImport } from './import.ts';
import { importTotals, totalsText } from './import-text.ts';
import { makeWorkspace } from './init.ts';
import type { GlobalOptions, Io } from './io.ts';
import { objectivity } from './objectivity.ts';
import { jsonText } from './output.ts';
import { writeReports } from './report.ts';
import { riskSchools } from './risk-schools.ts';

const EXPORTS = 'выгрузки';

/** Marks a workspace as a demo: only such a one is ever cleared. */
const DEMO_ID = 'demo';

/** `msoko demo [DIR]`: exports of an invented municipality, imported, judged and reported. */
export async function demo(io: Io, folder: string, options: GlobalOptions): Promise<number> {
  const directory = resolve(io.directory, folder);
  clearEarlierDemo(directory);
  const say = (text: string) => options.json || options.quiet || io.err(text);
  say(`Выдуманный муниципалитет: ${directory}\n\n1. Выгрузки в том виде, в каком они приходят\n`);
  const { files } = await writeDemoExports(join(directory, EXPORTS));
  say(
    `   ${counted(files.length, ['файл', 'файла', 'файлов'])} в папке «${EXPORTS}»\n\n2. Загрузка: msoko import ${EXPORTS}\n`,
  );
  makeWorkspace(directory, 'Приозёрный муниципальный округ', DEMO_ID);
  const outcomes = await runImport(io, directory, findFiles([join(directory, EXPORTS)]), undefined, {
    ...options,
    quiet: options.verbose !== true,
  });
  const totals = importTotals(outcomes);
  say(
    `   ${totalsText(totals, false)}\n\n3. Школы по критериям раздела 1.2: msoko risk-schools --year ${DEMO_YEAR}\n`,
  );
  if (!options.json) await riskSchools(io, { ...options, workspace: directory, year: DEMO_YEAR });
  say(`\n4. Признаки необъективных результатов и четыре индекса: msoko objectivity --year ${DEMO_YEAR}\n`);
  if (!options.json) await objectivity(io, { ...options, workspace: directory, year: DEMO_YEAR });
  say(
    `\n5. Книги, страницы и публичный отчёт: msoko report --year ${DEMO_YEAR} --format xlsx,html,docx --per-school\n`,
  );
  const { files: reports } = await writeReports(directory, [], DEMO_YEAR, join(directory, 'reports'), {
    formats: ['xlsx', 'html', 'docx'],
    perSchool: true,
    tell: say,
  });
  const paths = reports.filter(({ school }) => school === undefined).map(({ file }) => file);
  const ofSchools = reports.length - paths.length;
  if (options.json)
    io.out(jsonText({ command: 'demo', directory, exports: files.length, totals, files: paths }));
  else for (const path of paths) io.out(`${path}\n`);
  say(`и страницы школ: ${ofSchools} в папке reports/schools\n`);
  say(`\nДальше: cd ${folder}, затем msoko risk-schools --year ${DEMO_YEAR} --school 990103\n`);
  return totals.rejected > 0 ? EXIT.data : EXIT.done;
}

/** A demo may be run again over itself; any other folder with content is left alone. */
function clearEarlierDemo(directory: string): void {
  if (!existsSync(directory) || readdirSync(directory).length === 0) return;
  if (!existsSync(join(directory, SETTINGS_FILE)) || readSettings(directory).id !== DEMO_ID) {
    throw new Failure('folder-not-empty', `Папка «${directory}» не пуста.`, {
      hint: 'Назовите другую: msoko demo новая-папка',
    });
  }
  for (const name of ['imports', '.msoko', 'reports', EXPORTS, SETTINGS_FILE]) {
    rmSync(join(directory, name), { recursive: true, force: true });
  }
}
