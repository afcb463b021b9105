import type { ImportOutcome } from '../workspace/importing/import-outcome.ts';
import { placeText } from './issue-place.ts';

const SHOWN_CAUSES = 10;
const SHOWN_FILES = 2;

/**
 * Why files of a folder were rejected, by cause: one school that the roster lacks stands in many files, and what is
 * wrong with the others must not be lost among them. Empty where there is nothing to sum up.
 */
export function rejectedText(outcomes: readonly ImportOutcome[]): string {
  const rejected = outcomes.filter(({ status }) => status === 'rejected');
  if (rejected.length < 2) return '';
  const causes = grouped(
    rejected.flatMap(({ file, issues }) => {
      const errors = issues.filter(({ severity }) => severity === 'error');
      return [...grouped(errors, ({ message }) => message)].map(([message, [first, ...others]]) => {
        const place = others.length === 0 ? placeText(first!) : '';
        return { message, where: place === '' ? file : `${file}, ${place}` };
      });
    }),
    ({ message }) => message,
  );
  const all = [...causes].sort(([, a], [, b]) => b.length - a.length);
  const more = all.length - SHOWN_CAUSES;
  return [
    `Отклонено файлов: ${rejected.length}. Причины:`,
    ...all.slice(0, SHOWN_CAUSES).map(([message, places]) => `  • ${message}\n      ${filesText(places)}`),
    ...(more > 0 ? [`  и других причин: ${more}`] : []),
    'Когда исправите, повторите ту же команду: что уже загружено, второй раз не загрузится.',
    '',
  ].join('\n');
}

function filesText(places: readonly { where: string }[]): string {
  const names = places.slice(0, SHOWN_FILES).map(({ where }) => where);
  const more = places.length - names.length;
  return `${names.join('; ')}${more > 0 ? ` и ещё файлов: ${more}` : ''}`;
}

/** Things by what they share, in the order in which they were met. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}
