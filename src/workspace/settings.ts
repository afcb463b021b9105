import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { schemaIssueText } from '../records/schema-issue.ts';
import { readEdited } from './edited-file.ts';

/** Name of the settings file; the folder that holds it is the workspace. */
export const SETTINGS_FILE = 'msoko.json';

const schoolSetting = z.strictObject({
  code: z.string().min(1).max(64),
  name: z.string().min(1),
  shortName: z.string().optional(),
  logins: z.array(z.string()).optional(),
  ogeCode: z.string().optional(),
  egeCode: z.string().optional(),
  kind: z.enum(['school', 'preschool', 'additional']).optional(),
  grades: z.tuple([z.int().min(1).max(12), z.int().min(1).max(12)]).optional(),
});

const address = z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).password === '', {
  error: 'пароль в адресе не хранят: задайте его переменной MSOKO_CLICKHOUSE_PASSWORD',
});

/** A cluster of ClickHouse; the password comes from the environment only. */
export const clusterSchema = z.strictObject({
  url: z
    .union([address, z.array(address).min(1)])
    .describe(
      'Адрес HTTP сервера ClickHouse; в кластере без координатора — адреса всех серверов, вопросы задаются первому',
    ),
  database: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .optional()
    .describe('База данных (по умолчанию msoko)'),
  cluster: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .describe('Имя кластера из remote_servers'),
  user: z.string().optional().describe('Пользователь (по умолчанию default)'),
});

/** Settings of a workspace (`msoko.json`); comments are allowed in the file. */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .optional()
    .describe('Имя ключа псевдонимов этого рабочего каталога'),
  municipality: z.string().optional().describe('Название муниципалитета для отчётов'),
  region: z.string().optional().describe('Название региона для отчётов'),
  roster: z
    .strictObject({
      closed: z.boolean().optional().describe('true: школы, которых нет в реестре, из файлов не добавляются'),
      schools: z.array(schoolSetting).optional(),
    })
    .optional(),
  engine: z
    .enum(['duckdb', 'clickhouse'])
    .optional()
    .describe('Чем считать факты: duckdb (встроен, по умолчанию) или clickhouse (кластер)'),
  clickhouse: clusterSchema.optional().describe('Кластер ClickHouse, если engine — clickhouse'),
  parameters: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Замена параметров правил: ключ — из «msoko rules», значение — своё'),
});

/** What the parser of JSON stumbled over. */
const SYNTAX: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'нужно имя ключа в кавычках',
  ValueExpected: 'нет значения',
  ColonExpected: 'нет двоеточия',
  CommaExpected: 'нет запятой',
  CloseBraceExpected: 'не закрыта фигурная скобка',
  CloseBracketExpected: 'не закрыта квадратная скобка',
  EndOfFileExpected: 'лишний текст после конца',
  UnexpectedEndOfComment: 'не закрыт комментарий',
  UnexpectedEndOfString: 'не закрыты кавычки',
};

export type Settings = z.infer<typeof settingsSchema>;
export type ClusterSettings = z.infer<typeof clusterSchema>;

/**
 * Reads `msoko.json` of a workspace.
 * @throws Failure `bad-settings` with line and key, where the file cannot be understood
 */
export function readSettings(directory: string): Settings {
  const file = join(directory, SETTINGS_FILE);
  if (!existsSync(file)) return {};
  const text = readEdited(file);
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    const what = SYNTAX[printParseErrorCode(first.error)] ?? 'запись не понятна';
    throw new Failure('bad-settings', `${SETTINGS_FILE}, строка ${line}: ${what}.`, {
      hint: 'Проверьте скобки, кавычки и запятые в этой строке и в предыдущей.',
    });
  }
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const place = issue.path.join('.') || 'верхний уровень';
  throw new Failure('bad-settings', `${SETTINGS_FILE}, ${place}: ${schemaIssueText(issue)}.`, {
    hint: `Допустимые ключи верхнего уровня: ${Object.keys(settingsSchema.shape).join(', ')}.`,
  });
}

/** Text of a new `msoko.json`, with comments for the person who will edit it. */
export function newSettingsText(id: string, municipality = ''): string {
  return `{
  // Имя ключа псевдонимов. Сам ключ хранится вне этой папки; не меняйте.
  "id": ${JSON.stringify(id)},

  // Названия для обложек отчётов.
  "municipality": ${JSON.stringify(municipality)},
  "region": "",

  // closed: true — школы, которых нет в реестре, из файлов не добавляются, а файл отклоняется.
  "roster": { "closed": false },

  // Своё значение параметра правил; ключи и значения по умолчанию показывает «msoko rules».
  "parameters": {}
}
`;
}
