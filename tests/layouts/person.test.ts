import { describe, expect, it } from 'vitest';
import {
  birthKey,
  documentDigits,
  documentInOneCell,
  foldName,
  isWholeName,
  snilsDigits,
} from '../../src/layouts/person.ts';

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

  it('is one СНИЛС, with zeros that a spreadsheet dropped, and no filler', () => {
    expect(snilsDigits('090-000-001 02')).toBe('09000000102');
    expect(snilsDigits('9000000102')).toBe('09000000102');
    for (const text of ['', '-', '000-000-000 00', '123']) expect(snilsDigits(text)).toBe('');
  });

  it('is one birth date in every order, of either century', () => {
    for (const text of ['05.03.1999', '5.3.1999', '1999-03-05', '1999-03-05T00:00:00']) {
      expect(birthKey(text)).toBe('1999-03-05');
    }
    expect(birthKey('')).toBe('');
  });

  it('is a name that may meet another only where it is whole', () => {
    expect(isWholeName(foldName(['Ёлкина Анна']))).toBe(true);
    for (const text of ['Ёлкина А.О.', 'Ёлкина А О', 'Ёлкина', ''])
      expect(isWholeName(foldName([text]))).toBe(false);
  });
});
