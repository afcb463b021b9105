import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { IMPORTS_FOLDER, isImportId } from '../import-id.ts';

/**
 * What is kept of a person who asked to be forgotten: pseudonyms, so that the same file read again leaves the person
 * out again. A name alone stands for a person in one school and year only.
 */
const forgottenSchema = z.object({
  at: z.string(),
  /** Fingerprint of the key of these pseudonyms. */
  key: z.string(),
  /** `participant` and `document` of records, and what the person would be met by in other files. */
  participants: z.array(z.string()),
  persons: z.array(
    z.object({
      school: z.string(),
      year: z.number(),
      person: z.string(),
      /** The person's document, where it is known: another one in a record is another person's. */
      document: z.string().optional(),
    }),
  ),
});

/**
 * `imports/<id>.json`: imports are never changed, but some must go on in another form, all at once. Each is written
 * anew as another import; the moment this file appears the new ones count and the old ones do not.
 */
const rewritingSchema = z.object({
  rewriting: z.string(),
  format: z.literal(1),
  kind: z.enum(['key-rotated', 'participant-forgotten']),
  at: z.string(),
  program: z.string(),
  /** New import by the one it stands for. */
  replaces: z.record(z.string(), z.string()),
  forgotten: z.array(forgottenSchema),
});

export type Forgotten = z.infer<typeof forgottenSchema>;
export type Rewriting = z.infer<typeof rewritingSchema>;

/** Ids of the rewritings that are done, oldest first. */
export function rewritingIds(directory: string): string[] {
  const folder = join(directory, IMPORTS_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && isImportId(name.slice(0, -5)))
    .map((name) => name.slice(0, -5))
    .sort();
}

/**
 * The rewritings that are done, oldest first.
 * @throws Failure `damaged-rewriting`
 */
export function readRewritings(directory: string): Rewriting[] {
  return rewritingIds(directory).flatMap((id) => {
    const file = rewritingFile(directory, id);
    try {
      return [rewritingSchema.parse(JSON.parse(readFileSync(file, 'utf8')))];
    } catch (cause) {
      // One that was cleared away meanwhile is done with.
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw new Failure('damaged-rewriting', `Не читается запись о переписанных загрузках «${file}».`, {
        hint: 'Верните этот файл из резервной копии рабочего каталога: без него не известно, какие загрузки действуют.',
        cause,
      });
    }
  });
}

/** Path of the file of a rewriting. */
export function rewritingFile(directory: string, id: string): string {
  return join(directory, IMPORTS_FOLDER, `${id}.json`);
}
