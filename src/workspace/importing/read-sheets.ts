import { Failure } from '../../failure.ts';
import type { Given, Menu } from '../../layouts/layout.ts';
import type { Recognised } from '../../layouts/registry.ts';
import type { OpenedFile, Row, Sheet } from '../../sheets/sheet.ts';
import type { PersonRecord } from '../forgetting/forgotten.ts';
import type { Pseudonymise } from '../pseudonym.ts';
import { type FileReading, finishReading } from './file-reading.ts';
import type { LineWriter } from './folder-writer.ts';
import type { ImportOptions } from './import-outcome.ts';
import { noteIssue } from './issue-list.ts';
import { withoutLongTexts } from './long-texts.ts';
import { type ReadingEffects, sheetReading } from './reading.ts';
import type { SchoolLookup } from './school-lookup.ts';
import { sheetBeginning } from './sheet-beginning.ts';
import { describeHead } from './sheet-head.ts';

/** A sheet that was read. */
export interface SheetDone {
  sheet: Sheet;
  recognised: Recognised;
  rows: number;
}

/** What the sheets of one file are read with. */
export interface SheetsSetting {
  shown: string;
  given: Given;
  options: ImportOptions;
  lookup: SchoolLookup;
  menu: Menu;
  pseudonym: Pseudonymise;
  isForgotten(record: PersonRecord): boolean;
  passed(rows: number, bytes: number): void;
}

/**
 * Recognises and reads every sheet of a file into `into`; sheets that no layout knows are passed over with a warning.
 * @throws Failure where none of them is known
 */
export async function readSheets(
  opened: OpenedFile,
  setting: SheetsSetting,
  into: FileReading,
  writer: LineWriter,
): Promise<SheetDone[]> {
  const { shown, options, passed } = setting;
  const done: SheetDone[] = [];
  const passedOver: { sheet: Sheet; head: string }[] = [];
  const names = opened.sheets.map((sheet) => sheet.name);
  let read = 0;
  try {
    for (const sheet of opened.sheets) {
      const { head, recognised, rest } = await sheetBeginning(sheet, shown, names, options.source);
      if (head.length === 0) continue;
      if (!recognised) {
        passedOver.push({ sheet, head: describeHead(head) });
        await rest.return?.();
        continue;
      }
      const before = into.counts.rows;
      const reader = sheetReading(recognised.layout, sheet, into, effectsOf(setting, writer));
      const take = (taken: readonly Row[]) => {
        for (const row of taken) reader.row(row);
        read += taken.length;
        passed(read, opened.bytesRead?.() ?? 0);
      };
      take(head);
      for (let batch = await rest.next(); !batch.done; batch = await rest.next())
        take(batch.value.map(withoutLongTexts));
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
    noteIssue(into.issues, {
      severity: 'warning',
      code: 'sheet-passed-over',
      message: `Лист «${sheet.name}» не похож ни на одну известную выгрузку и не прочитан.`,
      file: shown,
      sheet: sheet.name,
    });
  }
  return done;
}

/** What the reading of a sheet may do. */
export function effectsOf(
  { shown, given, options, lookup, menu, pseudonym, isForgotten }: Omit<SheetsSetting, 'passed'>,
  writer: LineWriter,
): ReadingEffects {
  return {
    file: shown,
    given,
    said: options.given,
    setAside: options.setAside,
    menu,
    pseudonym,
    isForgotten,
    school(reference) {
      const { code, added } = lookup.find(reference);
      return code === null ? undefined : { code, added };
    },
    namesakes: lookup.namesakes,
    lines: (kind) => writer.lines(kind),
    leaveOut: (sheetName, row, issues) =>
      writer.line('set-aside', JSON.stringify({ at: [sheetName, row], issues })),
  };
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
