import type { Issue } from '../../issue.ts';
import type { Layout } from '../../layouts/layout.ts';
import type { Manifest } from '../manifest.ts';
import type { FileRead, ReadRequest, ReadSetting } from './file-read.ts';
import type { FolderWriter } from './folder-writer.ts';
import { issuesOf } from './issue-list.ts';
import { type Gathered, manifestOf } from './manifest-of.ts';

/** What a file turned out to be. */
export interface FoundContent {
  encoding: string | undefined;
  /** Layout of its first sheet. */
  layout: Layout;
  sheets: Manifest['sheets'];
}

/** Decides what becomes of a file once all of it is read; what is stored of it is sealed. */
export function conclude(
  { shown, fingerprint }: ReadRequest,
  { options, chosen, program, keyFingerprint }: ReadSetting,
  gathered: Gathered,
  { encoding, layout, sheets }: FoundContent,
  writer: FolderWriter,
): Pick<FileRead, 'accepted' | 'manifest' | 'issues'> {
  const { counts, issues: noticed } = gathered;
  const stored = Object.values(counts.records).reduce((sum, count) => sum + count, counts.forgotten);
  const manifest = manifestOf(
    gathered,
    sheets,
    {
      import: '',
      program,
      importedAt: '',
      file: shown,
      ...fingerprint,
      ...(encoding ? { encoding } : {}),
      source: layout.source,
      layout: layout.id,
      options: chosen,
    },
    keyFingerprint,
  );
  const noted = issuesOf(noticed, shown);
  const errors = noted.some((issue) => issue.severity === 'error');
  const accepted = stored > 0 && (!errors || options.setAside);
  const issues =
    errors || stored > 0 ? noted : [...noted, nothingFound(shown, layout.title, noted.length > 0)];
  if (accepted) {
    for (const issue of issues) writer.line('issues', JSON.stringify(issue));
    writer.seal();
  }
  return { accepted, manifest, issues };
}

/** @param explained what was found instead is told by the warnings */
function nothingFound(file: string, title: string, explained: boolean): Issue {
  const message = explained
    ? `Файл узнан как «${title}», но сохранять из него нечего: почему — сказано в предупреждениях.`
    : `Файл узнан как «${title}», но в нём нет ни одной записи. Проверьте, что выгрузка не пустая.`;
  return { severity: 'error', code: 'no-records', message, file };
}
