import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { encodeWindows1251 } from '../../src/demo/windows-1251.ts';

it('writes the letters and signs of Russian exports as windows-1251 does', () => {
  const text = 'АЯаяЁё № «ёлочки» — – … ; 12,5 %\r\n';
  expect(Buffer.from(encodeWindows1251(text))).toEqual(iconv.encode(text, 'win1251'));
});

it('writes a question mark for what the encoding lacks', () => {
  expect([...encodeWindows1251('я→☺')]).toEqual([0xff, 0x3f, 0x3f]);
});
