import { parse } from 'yaml';

/** How every YAML file of the project is read: dates stay text, keys are text, a key that comes twice is an error. */
const READING = { schema: 'core', stringKeys: true } as const;

/**
 * What a YAML file says. The build has turned it into JSON by then, which is read thirty times as fast; the tests
 * read the file itself.
 */
export function parseYaml(text: string): unknown {
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : parse(text, READING);
}
