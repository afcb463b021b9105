import { expect, it } from 'vitest';
import { memo } from '../../src/records/memo.ts';

it('reads a text once, remembers also what it could not read, and does not grow without end', () => {
  const seen: string[] = [];
  const read = memo((text) => {
    seen.push(text);
    return text === '?' ? undefined : text.length;
  }, 2);
  expect([read('аб'), read('аб'), read('?'), read('?')]).toEqual([2, 2, undefined, undefined]);
  expect(seen).toEqual(['аб', '?']);
  read('в');
  read('аб');
  expect(seen).toEqual(['аб', '?', 'в', 'аб']);
});
