import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, Failure } from '../failure.ts';
import { layoutTitle } from '../layouts/registry.ts';
import { paperName } from '../records/paper-name.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { IMPORTS_FOLDER } from '../workspace/manifest.ts';
import { openWorkspace } from '../workspace/open.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText } from './output.ts';

/** `msoko imports`: what was imported, what it covers, what superseded it. */
export async function listImports(io: Io, options: GlobalOptions): Promise<number> {
  const workspace = openWorkspace(requireWorkspace(options.workspace, io.directory));
  const list = workspace.imports.map((manifest) => ({
    import: manifest.import,
    importedAt: manifest.importedAt,
    file: manifest.file,
    sha256: manifest.sha256,
    source: manifest.source,
    layout: manifest.layout,
    rows: manifest.rows,
    records: manifest.records,
    skipped: manifest.skipped,
    covers: manifest.covers.map(({ schools, ...ground }) => ({ ...ground, schools: schools.length })),
    supersededBy: [...(workspace.supersession.supersededBy.get(manifest.import) ?? [])].sort(),
    issues: manifest.issueCounts,
  }));
  if (options.json) {
    io.out(jsonText({ command: 'imports', imports: list }));
    return EXIT.done;
  }
  if (list.length === 0) io.err('Пока ничего не загружено. Начните с «msoko import ПАПКА».\n');
  for (const item of list) {
    const records = Object.values(item.records).reduce((sum, count) => sum + count, 0);
    io.out(`${item.import}  ${item.importedAt.slice(0, 16).replace('T', ' ')} UTC  ${item.file}\n`);
    io.out(`    ${layoutTitle(item.layout)}; записей ${records}; SHA-256 ${item.sha256.slice(0, 12)}…\n`);
    for (const { paper, year, schools } of item.covers) {
      if (paper !== null) io.out(`    ${paperName(paper)}, ${year}: школ и групп ${schools}\n`);
    }
    if (item.supersededBy.length > 0) io.out(`    заменено загрузкой ${item.supersededBy.join(', ')}\n`);
  }
  return EXIT.done;
}

/** `msoko imports remove ID`: takes one import back; what it had superseded counts again. */
export async function removeImport(io: Io, id: string, options: GlobalOptions): Promise<number> {
  const directory = requireWorkspace(options.workspace, io.directory);
  const matching = openWorkspace(directory).imports.filter((manifest) =>
    manifest.import.startsWith(id.toUpperCase().trim()),
  );
  if (matching.length !== 1) {
    throw new Failure(
      'unknown-import',
      matching.length === 0 ? `Нет загрузки «${id}».` : `«${id}» подходит к нескольким загрузкам.`,
      {
        hint: 'Список загрузок: msoko imports.',
      },
    );
  }
  const { import: found, file } = matching[0]!;
  const folder = join(directory, IMPORTS_FOLDER, found);
  // One rename takes it away whole; what a killed removal leaves aside is cleared by a later import.
  const aside = join(directory, '.msoko', 'importing', `${found}-removed`);
  mkdirSync(dirname(aside), { recursive: true });
  rmSync(aside, { recursive: true, force: true });
  renameSync(folder, aside);
  rmSync(aside, { recursive: true });
  if (options.json) io.out(jsonText({ command: 'imports remove', removed: found, file }));
  else io.out(`Загрузка ${found} (${file}) отменена.\n`);
  return EXIT.done;
}
