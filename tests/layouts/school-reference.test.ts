import { describe, expect, it } from 'vitest';
import { looksLikeSchool, schoolReference } from '../../src/layouts/school-reference.ts';

describe('the school of a row about a person', () => {
  it('is named by code, login or name, whatever stands in its column', () => {
    expect(schoolReference('990101')).toEqual({ by: 'code', key: '990101' });
    expect(schoolReference('edu990101')).toEqual({ by: 'login', key: '990101' });
    expect(schoolReference('edu990101 | МБОУ СОШ')).toEqual({ by: 'login', key: '990101', name: 'МБОУ СОШ' });
    expect(schoolReference('МБОУ СОШ(sch990101)')).toEqual({ by: 'login', key: '990101', name: 'МБОУ СОШ' });
    expect(schoolReference('МБОУ «СОШ №1»')).toEqual({ by: 'name', key: 'МБОУ «СОШ №1»' });
  });

  it('is never a code where a birth date, a СНИЛС, a document or a name stands', () => {
    for (const text of ['05.03.2005', '990-000-001 01', '9900000001', '9900 000001', 'Выдумкина']) {
      expect(schoolReference(text).by, text).toBe('name');
    }
  });

  it('may be shown only where it has a word of schools', () => {
    for (const text of ['МБОУ СОШ №1', 'Гимназия', 'ООШ д. Луговая', 'Каменская школа', 'Лицей «Восход»']) {
      expect(looksLikeSchool(text), text).toBe(true);
    }
    for (const text of ['Выдумкина', 'Лицеев Пётр', 'Школьникова', 'Сошина Анна', '05.03.2005']) {
      expect(looksLikeSchool(text), text).toBe(false);
    }
  });
});
