import { describe, expect, it } from 'vitest';
import { documentDigits, documentInOneCell, foldName } from '../../src/layouts/person.ts';

describe('what identifies a person', () => {
  it('is one name, however it is spelled', () => {
    const name = foldName(['Ёлкин-Ступин', 'Пётр', 'Ильич']);
    expect(foldName(['  ЕЛКИН - СТУПИН', 'Петр ', 'Ильич'])).toBe(name);
    expect(foldName(['Eлкин-Cтупин', 'Петр', 'Ильич'])).toBe(name);
    expect(foldName(['Ёлкин-Ступин', 'Пётр', ''])).not.toBe(name);
    expect(foldName(['', '-', ' '])).toBe('');
  });

  it('is one document, in one cell or two, with zeros that a spreadsheet dropped', () => {
    expect(documentDigits('9900', '000001')).toBe('9900000001');
    expect(documentDigits('9900', '1')).toBe('9900000001');
    expect(documentInOneCell('9900 000001')).toBe('9900000001');
    expect(documentInOneCell('99 00 000001')).toBe('9900000001');
    expect(documentInOneCell('')).toBe('');
  });
});
