import { Failure } from '../../failure.ts';
import type { Issue } from '../../issue.ts';
import { hintsFromName } from '../../layouts/file-name.ts';
import type { Given, Preview, Source } from '../../layouts/layout.ts';
import { type Recognised, recogniseLayout } from '../../layouts/registry.ts';
import { openSheets } from '../../sheets/open.ts';
import type { OpenedFile, Row, Sheet } from '../../sheets/sheet.ts';
import { nextImportId } from '../import-id.ts';
import type { PseudonymKey } from '../key.ts';
import type { Ground, Manifest } from '../manifest.ts';
import type { Workspace } from '../open.ts';
import type { Pseudonymise } from '../pseudonym.ts';
import { fingerprint } from './fingerprint.ts';
import { folderWriter } from './folder-writer.ts';
import { issueSummary } from './issue-summary.ts';
import { type FileReading, finishReading, newFileReading, sheetReading } from './reading.ts';
import { describeHead } from './sheet-head.ts';

const PREVIEW_ROWS = 60;

/** Records in which people stand as pseudonyms, made with the key. */
const PSEUDONYMOUS = ['results', 'olympiad-results', 'medal-candidates'] as const;

export interface ImportOptions {
  source?: Source | undefined;
  /** Said by hand; goes before what the file's name says. */
  given: Given;
  encoding?: string | undefined;
  setAside: boolean;
  dryRun: boolean;
}

/** Everything an import needs from outside. */
export interface ImportEffects {
  workspace: Workspace;
  key: PseudonymKey;
  pseudonym: Pseudonymise;
  program: string;
  now(): number;
  progress(rows: number): void;
}

export type ImportStatus = 'imported' | 'unchanged' | 'rejected' | 'would-import';

export interface ImportOutcome {
  file: string;
  sha256: string;
  source: string | null;
  layout: string | null;
  status: ImportStatus;
  import: string | null;
  rows: number;
  records: Record<string, number>;
  skipped: { absent: number; service: number; setAside: number };
  covers: readonly Ground[];
  supersedes: readonly string[];
  issues: readonly Issue[];
  /** What was stored, for those who go on with the workspace. */
  manifest?: Manifest;
}

/**
 * Imports one file: recognises each sheet, reads it, and stores the records as one folder, or nothing at all.
 * @param path where the file is
 * @param shown how the file is named in the record: its path below the folder that was given
 */
export async function importFile(
  path: string,
  shown: string,
  options: ImportOptions,
  effects: ImportEffects,
): Promise<ImportOutcome> {
  const outcome = (status: ImportStatus, part: Partial<ImportOutcome>): ImportOutcome => ({
    file: shown,
    sha256: '',
    source: null,
    layout: null,
    status,
    import: null,
    rows: 0,
    records: {},
    skipped: { absent: 0, service: 0, setAside: 0 },
    covers: [],
    supersedes: [],
    issues: [],
    ...part,
  });

  let sha256 = '';
  try {
    const print = await fingerprint(path);
    sha256 = print.sha256;
    const chosen = optionsOf(options);
    const known = effects.workspace.imports.find(
      (manifest) => manifest.sha256 === sha256 && sameMeaning(manifest, chosen),
    );
    if (known) return outcome('unchanged', { ...summaryOf(known), sha256, import: known.import });

    const id = nextImportId(effects.now(), effects.workspace.imports.at(-1)?.import);
    const writer = options.dryRun ? undefined : folderWriter(effects.workspace.directory, id, effects.now());
    let published = false;
    try {
      const opened = await openSheets(path, options.encoding ? { encoding: options.encoding } : {});
      const reading = newFileReading();
      const given = { ...hintsFromName(path), ...options.given };
      const sheets = await readSheets(opened, shown, given, options, effects, reading, writer);
      const errors = reading.issues.some((issue) => issue.severity === 'error');
      const stored = Object.values(reading.counts.records).reduce((sum, count) => sum + count, 0);
      const layout = sheets[0]!.recognised.layout;
      const covers = groundsOf(reading);
      const manifest: Manifest = {
        import: id,
        format: 1,
        program: effects.program,
        importedAt: new Date(effects.now()).toISOString(),
        file: shown,
        sha256,
        bytes: print.bytes,
        ...(opened.encoding ? { encoding: opened.encoding } : {}),
        source: layout.source,
        layout: layout.id,
        sheets: sheets.map(({ sheet, recognised, rows }) => ({
          name: sheet.name,
          layout: recognised.layout.id,
          rows,
        })),
        options: chosen,
        ...(PSEUDONYMOUS.some((kind) => reading.counts.records[kind])
          ? { key: effects.key.fingerprint }
          : {}),
        rows: reading.counts.rows,
        records: reading.counts.records as Record<string, number>,
        skipped: {
          absent: reading.counts.absent,
          service: reading.counts.service,
          setAside: reading.counts.setAside,
        },
        covers,
        schools: Object.fromEntries([...reading.schools].sort(([a], [b]) => (a < b ? -1 : 1))),
        ...issueSummary(reading.issues),
      };
      const part = { ...summaryOf(manifest), sha256, issues: reading.issues };
      if ((errors && !options.setAside) || stored === 0) {
        if (!errors && stored === 0) {
          part.issues = [...reading.issues, nothingFound(shown, layout.title)];
        }
        return outcome('rejected', part);
      }
      if (!writer) return outcome('would-import', part);
      for (const issue of reading.issues) writer.line('issues', JSON.stringify(issue));
      writer.publish(manifest);
      published = true;
      return outcome('imported', { ...part, import: id, manifest });
    } finally {
      if (writer && !published) writer.discard();
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const issue: Issue = {
      severity: 'error',
      code: error.code,
      message: error.hint ? `${asSentence(error.message)} ${error.hint}` : asSentence(error.message),
      file: shown,
    };
    return outcome('rejected', { sha256, issues: [...error.issues, issue] });
  }
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

interface SheetDone {
  sheet: Sheet;
  recognised: Recognised;
  rows: number;
}

async function readSheets(
  opened: OpenedFile,
  shown: string,
  given: Given,
  options: ImportOptions,
  effects: ImportEffects,
  into: FileReading,
  writer: ReturnType<typeof folderWriter> | undefined,
): Promise<SheetDone[]> {
  const done: SheetDone[] = [];
  const passedOver: { sheet: Sheet; head: string }[] = [];
  const closed = effects.workspace.settings.roster?.closed === true;
  const names = opened.sheets.map((sheet) => sheet.name);
  let read = 0;
  try {
    for (const sheet of opened.sheets) {
      const rows = sheet.rows()[Symbol.asyncIterator]();
      const head: Row[] = [];
      let batch = await rows.next();
      for (; !batch.done; batch = await rows.next()) {
        head.push(...batch.value);
        if (head.length >= PREVIEW_ROWS) break;
      }
      if (head.length === 0) continue;
      const preview: Preview = {
        fileName: shown.split(/[\\/]/).pop() ?? shown,
        sheetName: sheet.name,
        sheetNames: names,
        rows: head.slice(0, PREVIEW_ROWS),
      };
      const recognised = recogniseLayout(preview, options.source);
      if (!recognised) {
        passedOver.push({ sheet, head: describeHead(head) });
        await rows.return?.();
        continue;
      }
      const before = into.counts.rows;
      const reader = sheetReading(recognised.layout, sheet, into, {
        file: shown,
        given,
        setAside: options.setAside,
        pseudonym: effects.pseudonym,
        school(reference) {
          const known = effects.workspace.schools.resolve(reference);
          if (known) return { code: known.code, added: false };
          if (closed || reference.by === 'name') return undefined;
          return { code: effects.workspace.schools.add(reference).code, added: true };
        },
        write: (kind, json) => writer?.line(kind, json),
        leaveOut: (sheetName, row, issues) =>
          writer?.line('set-aside', JSON.stringify({ at: [sheetName, row], issues })),
      });
      const take = (taken: readonly Row[]) => {
        for (const row of taken) reader.row(row);
        read += taken.length;
        effects.progress(read);
      };
      take(head);
      if (!batch.done)
        for (batch = await rows.next(); !batch.done; batch = await rows.next()) take(batch.value);
      reader.end();
      done.push({ sheet, recognised, rows: into.counts.rows - before });
    }
    finishReading(into);
  } finally {
    await opened.close();
  }
  if (done.length === 0) throw unknownLayout(shown, passedOver);
  const companions = done.flatMap(({ recognised }) => recognised.layout.companions ?? []);
  for (const { sheet } of passedOver) {
    if (companions.some((pattern) => pattern.test(sheet.name.trim()))) continue;
    into.issues.push({
      severity: 'warning',
      code: 'sheet-passed-over',
      message: `Лист «${sheet.name}» не похож ни на одну известную выгрузку и не прочитан.`,
      file: shown,
      sheet: sheet.name,
    });
  }
  return done;
}

function unknownLayout(shown: string, sheets: readonly { sheet: Sheet; head: string }[]): Failure {
  if (sheets.length === 0) {
    return new Failure('empty-file', `В файле «${shown}» нет ни одной заполненной ячейки.`, {
      hint: 'Выгрузите его заново.',
    });
  }
  const found = sheets
    .map(({ sheet, head }) => `${sheet.name ? `лист «${sheet.name}»: ` : ''}${head}`)
    .join('; ');
  return new Failure('unknown-layout', `Не удалось понять, какая это выгрузка. Найдено: ${found}.`, {
    hint: 'Не меняйте шапку выгрузки; если такой выгрузки msoko не знает, перенесите данные в простую таблицу (README.ru.md, «Простые таблицы»).',
  });
}

function nothingFound(file: string, title: string): Issue {
  return {
    severity: 'error',
    code: 'no-records',
    message: `Файл узнан как «${title}», но в нём нет ни одной записи. Проверьте, что выгрузка не пустая.`,
    file,
  };
}

function groundsOf(reading: FileReading): Ground[] {
  return [...reading.covers.values()]
    .map(({ position: { kind, paper, year, part }, schools }) => ({
      kind,
      paper,
      year,
      part,
      schools: [...schools].sort(),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function summaryOf(manifest: Manifest) {
  return {
    source: manifest.source,
    layout: manifest.layout,
    rows: manifest.rows,
    records: manifest.records,
    skipped: manifest.skipped,
    covers: manifest.covers,
    issues: manifest.issues as readonly Issue[],
  };
}

/** Whether options would read the file as they did before; without bad rows `--set-aside` changes nothing. */
function sameMeaning({ options, skipped }: Manifest, chosen: Manifest['options']): boolean {
  const plain = ({ setAside, ...rest }: Manifest['options']) =>
    JSON.stringify(skipped.setAside > 0 ? { ...rest, setAside } : rest);
  return plain(options) === plain(chosen);
}

function optionsOf({ source, given, encoding, setAside }: ImportOptions): Manifest['options'] {
  return {
    ...(source ? { source } : {}),
    ...given,
    ...(encoding ? { encoding } : {}),
    ...(setAside ? { setAside } : {}),
  };
}
