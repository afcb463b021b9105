import { z } from 'zod';
import { parseYaml } from '../../yaml-text.ts';
import commands from './commands.yaml?raw';
import imports from './import.yaml?raw';

const pageSchema = z.strictObject({
  means: z.string(),
  cause: z.string(),
  do: z.string(),
  example: z.string(),
});

/** What is told of a code of an issue or of a failure. */
export type HelpPage = z.infer<typeof pageSchema>;

/** Every page, by code. */
export function helpPages(): ReadonlyMap<string, HelpPage> {
  const schema = z.record(z.string(), pageSchema);
  return new Map([commands, imports].flatMap((text) => Object.entries(schema.parse(parseYaml(text)))));
}
