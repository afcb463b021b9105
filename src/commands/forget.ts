import { EXIT, Failure } from '../failure.ts';
import { VERSION } from '../version.ts';
import { findImport } from '../workspace/find-import.ts';
import {
  type FoundPerson,
  findPerson,
  type SoughtKeys,
  soughtKeys,
} from '../workspace/forgetting/find-person.ts';
import { forgetPerson } from '../workspace/forgetting/forget.ts';
import { personRecords } from '../workspace/forgetting/person-records.ts';
import { parsePerson, QUESTIONS } from '../workspace/forgetting/person-sought.ts';
import { loadKey } from '../workspace/key.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { readManifests } from '../workspace/manifest.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';
import { pseudonymiser } from '../workspace/pseudonym.ts';
import { usedKeys } from '../workspace/rewriting/used-keys.ts';
import { changing } from './changing.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText } from './output.ts';

interface ForgetOptions extends GlobalOptions {
  import?: string;
  row?: number;
  sheet?: string;
  dryRun?: boolean;
}

const KIND_WORDS = {
  results: 'результаты',
  'olympiad-results': 'олимпиады',
  'medal-candidates': 'медали',
  admissions: 'поступление',
} as const;

/** `msoko forget`: takes the records of one participant out, for good. The person is told on standard input alone. */
export async function forget(io: Io, options: ForgetOptions): Promise<number> {
  const workspace = openWorkspace(requireWorkspace(options.workspace, io.directory));
  const key = loadKey(workspace.settings.id, usedKeys(workspace.directory), io.env);
  const keys = options.import
    ? await keysOfRow(workspace, options)
    : await keysOfPerson(io, pseudonymiser(...key.chain));
  const found = await findPerson(workspace, keys);
  if (found.records.length === 0) throw notFound();
  const summary = summaryOf(workspace, found);
  if (!options.json && options.quiet !== true) io.err(`${summaryText(summary)}\n`);
  const goes = options.dryRun !== true && (await isConfirmed(io, options));
  if (goes) {
    await changing(io, workspace.directory, 'удаление записей участника', options, async () => {
      checkSame(workspace);
      await forgetPerson(workspace, found, { key, program: VERSION, now: io.now() });
    });
  }
  if (options.json) io.out(jsonText({ command: 'forget', removed: goes, ...summary }));
  else io.out(goes ? `Удалено записей: ${summary.records}.\n` : 'Ничего не изменено.\n');
  if (goes && options.quiet !== true && !options.json) {
    io.err(
      'Отчёты, написанные раньше, не изменились: перепишите их (msoko exports покажет, какие). Копии рабочего каталога и исходные файлы msoko не видит. Данные на кластере обновит msoko push.\n',
    );
  }
  return EXIT.done;
}

async function keysOfPerson(io: Io, pseudonym: ReturnType<typeof pseudonymiser>): Promise<SoughtKeys> {
  const text = await personText(io);
  const sought = parsePerson(text);
  if ('unknownLine' in sought) {
    throw new Failure('forget-unclear', `Строка ${sought.unknownLine} не понятна: нужно «Поле: значение».`, {
      hint: `Поля: ${QUESTIONS.map(([, words]) => words.replace(/ \(.*/, '')).join('; ')}.`,
      exit: EXIT.usage,
    });
  }
  const { name, birth, document, snils, schools, years } = sought;
  if (years.some((year) => !Number.isInteger(year))) {
    throw new Failure('forget-unclear', 'Год должен быть числом: 2021.', {
      exit: EXIT.usage,
      hint: 'Несколько лет пишут через запятую.',
    });
  }
  if (!document && !snils && !(name && birth) && !(name && schools.length > 0)) {
    throw new Failure('forget-too-little', 'Этого мало, чтобы узнать участника.', {
      hint: 'Нужно одно из: документ; СНИЛС; фамилия, имя, отчество и дата рождения; они же и код школы.',
      exit: EXIT.usage,
    });
  }
  return soughtKeys(sought, pseudonym);
}

async function personText(io: Io): Promise<string> {
  if (!io.input)
    throw new Failure('input-needed', 'Участника называют на стандартном вводе.', {
      hint: 'Вызовите msoko forget в терминале.',
      exit: EXIT.usage,
    });
  if (!io.input.terminal) return io.input.read();
  io.err('Чего не знаете, пропустите клавишей Enter. Введённое нигде не сохраняется.\n');
  const lines: string[] = [];
  for (const [field, words] of QUESTIONS) {
    const answer = (await io.input.ask(`${words}: `)).trim();
    if (answer) lines.push(`${field}: ${answer}`);
  }
  return lines.join('\n');
}

/** The participant of one row of one import: for papers that know a code only. */
async function keysOfRow(
  workspace: Workspace,
  { import: id, row, sheet }: ForgetOptions,
): Promise<SoughtKeys> {
  if (row === undefined) {
    throw new Failure('missing-argument', 'Не указана строка файла.', {
      hint: 'Номер строки, как в исходном файле: msoko forget --import ID --row 17.',
      exit: EXIT.usage,
    });
  }
  const manifest = findImport(workspace.imports, id!);
  const own = new Map<string, Set<string>>();
  for await (const { record } of personRecords({ ...workspace, imports: [manifest] })) {
    const [onSheet, at] = record.at;
    if (at !== row || (sheet !== undefined && onSheet !== sheet) || !record.participant) continue;
    own.set(
      record.participant,
      (own.get(record.participant) ?? new Set()).add(record.document ?? record.participant),
    );
  }
  if (own.size > 1) {
    throw new Failure('forget-ambiguous', `Строка ${row} есть на нескольких листах. Ничего не изменено.`, {
      hint: 'Назовите лист: --sheet "Лист1".',
    });
  }
  return {
    own: [...own].flatMap(([participant, others]) => [participant, ...others]),
    names: [],
    schools: [],
    years: [],
  };
}

function summaryOf(workspace: Workspace, { records }: FoundPerson) {
  const kinds: Record<string, number> = {};
  for (const { kind } of records) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const distinct = <T extends string | number>(values: T[]) => [...new Set(values)].sort();
  return {
    records: records.length,
    kinds,
    imports: distinct(records.map(({ manifest }) => manifest.import)),
    schools: distinct(
      records.map(({ manifest, record }) => workspace.resolveStored(manifest, record.school)),
    ),
    years: distinct(records.map(({ record }) => record.year)),
  };
}

function summaryText({ records, kinds, imports, schools, years }: ReturnType<typeof summaryOf>): string {
  const parts = Object.entries(kinds).map(
    ([kind, count]) => `${KIND_WORDS[kind as keyof typeof KIND_WORDS]} ${count}`,
  );
  return `Найдено записей ${records} (${parts.join(', ')}) в загрузках: ${imports.length}. Школы: ${schools.join(', ')}. Годы: ${years.join(', ')}.`;
}

async function isConfirmed(io: Io, { import: id }: ForgetOptions): Promise<boolean> {
  if (!io.input?.terminal) return true;
  const answer = await io.input.ask(`Удалить ${id ? 'их' : 'эти записи'} безвозвратно? Напишите «да»: `);
  return /^(да|yes|y)$/i.test(answer.trim());
}

/** What was found holds only for the imports in which it was looked for. */
function checkSame({ directory, imports }: Workspace): void {
  const idsOf = (all: Workspace['imports']) => all.map((manifest) => manifest.import).join();
  if (idsOf(readManifests(directory)) === idsOf(imports)) return;
  throw new Failure('workspace-changed', 'Пока шёл поиск, загрузки изменились. Ничего не удалено.', {
    hint: 'Повторите команду.',
  });
}

function notFound(): Failure {
  return new Failure(
    'participant-not-found',
    'Такого участника среди загруженных записей нет. Ничего не изменено.',
    {
      hint: 'Проверьте написание, добавьте документ или СНИЛС, либо укажите строку файла: msoko forget --import ID --row НОМЕР.',
    },
  );
}
