import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { makeTexts, readTexts } from '../../src/workspace/texts.ts';
import { place } from '../support/place.ts';

const TEMPLATES = new Map([
  ['введение', 'пояснение'],
  ['1.2', 'места'],
]);

test('files are made once, and what the analyst wrote is never overwritten', () => {
  const { directory } = place();
  expect(makeTexts(directory, TEMPLATES)).toHaveLength(2);
  writeFileSync(join(directory, 'texts', '1.2.md'), 'Мой текст.');
  expect(makeTexts(directory, TEMPLATES)).toEqual([]);
  expect(readFileSync(join(directory, 'texts', '1.2.md'), 'utf8')).toBe('Мой текст.');
  expect(readTexts(directory)).toEqual(
    new Map([
      ['1.2', 'Мой текст.'],
      ['введение', 'пояснение'],
    ]),
  );
});

test('a file that lacks is made again beside those that are there', () => {
  const { directory } = place();
  mkdirSync(join(directory, 'texts'));
  writeFileSync(join(directory, 'texts', 'Введение.MD'), 'Моё.');
  expect(makeTexts(directory, TEMPLATES)).toEqual([join(directory, 'texts', '1.2.md')]);
  expect(readTexts(directory).get('введение')).toBe('Моё.');
});

test('an old editor may leave windows-1251; other files are no texts', () => {
  const { directory } = place();
  mkdirSync(join(directory, 'texts'));
  const text = 'В этом году изменился состав участников процедур.';
  writeFileSync(join(directory, 'texts', '1.2.md'), iconv.encode(text, 'windows-1251'));
  writeFileSync(join(directory, 'texts', '~$1.2.docx'), 'черновик');
  expect(readTexts(directory)).toEqual(new Map([['1.2', text]]));
});

test('a workspace without the folder has no texts', () => {
  expect(readTexts(place().directory)).toEqual(new Map());
});
