import fc from 'fast-check';

/** Texts that tables hold by mistake or by malice. */
const TEXTS = [
  '',
  ' ',
  '\u00a0',
  '-',
  'X',
  'С',
  'C',
  '5-6',
  '05.06.2021',
  '44322',
  '2021-06-05T00:00:00',
  '1\u00a0722',
  '4\u00a0',
  "990101'",
  '9901О1',
  '1e308',
  '1e-400',
  '-1',
  '1,5',
  '99999999999999999999',
  'NaN',
  'Infinity',
  '#Н/Д',
  '#REF!',
  '=1+1',
  "=cmd|' /C calc'!A0",
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '\u202e12',
  '\ud800',
  '\u0001',
  '\u001b[31mкрасный',
  '_x0000_',
  '&#0;',
  '&lol9;',
  '<b>',
  ']]>',
  '"',
  '";"',
  '😀',
  '2020/21',
  '2021-2020',
  '0',
  '13',
  'итого',
  'отсутствовал',
  'Код ОО',
  'vpr',
  '٣',
];

/** What a run of one sign does to an expression that looks back: nothing may take time beyond its length. */
const RUN_SIGNS = [' ', '\n', ':', '-', '(', '9', 'а', 'a', '«', '.', ' 1', 'а ', '1,', '/', '_', '\u00a0'];

/** A long run of one sign, with or without something around it. */
const longRun = fc
  .tuple(
    fc.constantFrom('', 'а', '1', '(', 'ВПР '),
    fc.constantFrom(...RUN_SIGNS),
    fc.constantFrom(300, 5000, 32_000),
    fc.constantFrom('', 'а', '!', ')'),
  )
  .map(([before, sign, length, after]) => before + sign.repeat(Math.ceil(length / sign.length)) + after);

/** A text for a cell that has no business there. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: longRun },
);
