import { EXIT } from '../failure.ts';
import { layoutTitle } from '../layouts/registry.ts';
import { paperName } from '../records/paper-name.ts';
import { findImport } from '../workspace/find-import.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { openWorkspace } from '../workspace/open.ts';
import { takeAway } from '../workspace/rewriting/rewrite-imports.ts';
import { changing } from './changing.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';

/** `msoko imports`: what was imported, what it covers, what superseded it. */
export async function listImports(io: Io, options: GlobalOptions & { output?: string }): Promise<number> {
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
  if (list.length === 0 && !options.json)
    io.err('Пока ничего не загружено. Начните с «msoko import ПАПКА».\n');
  const lines = list.flatMap((item) => [
    `${item.import}  ${item.importedAt.slice(0, 16).replace('T', ' ')} UTC  ${item.file}`,
    `    ${layoutTitle(item.layout)}; записей ${recordCount(item.records)}; SHA-256 ${item.sha256.slice(0, 12)}…`,
    ...item.covers.flatMap(({ paper, year, schools }) =>
      paper === null ? [] : [`    ${paperName(paper)}, ${year}: школ и групп ${schools}`],
    ),
    ...(item.skipped.forgotten ? [`    по требованию удалено: ${item.skipped.forgotten}`] : []),
    ...(item.supersededBy.length > 0 ? [`    заменено загрузкой ${item.supersededBy.join(', ')}`] : []),
  ]);
  if (options.json) deliver(io, jsonText({ command: 'imports', imports: list }), options.output);
  else if (lines.length > 0) deliver(io, lines.join('\n'), options.output);
  return EXIT.done;
}

function recordCount(records: Readonly<Record<string, number>>): number {
  return Object.values(records).reduce((sum, count) => sum + count, 0);
}

/** `msoko imports remove ID`: takes one import back; what it had superseded counts again. */
export async function removeImport(io: Io, id: string, options: GlobalOptions): Promise<number> {
  const directory = requireWorkspace(options.workspace, io.directory);
  const { import: found, file } = await changing(io, directory, 'отмена загрузки', options, async () => {
    const manifest = findImport(openWorkspace(directory).imports, id);
    takeAway(directory, manifest.import);
    return manifest;
  });
  if (options.json) io.out(jsonText({ command: 'imports remove', removed: found, file }));
  else io.out(`Загрузка ${found} (${file}) отменена.\n`);
  return EXIT.done;
}
