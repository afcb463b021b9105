import { expect, test } from 'vitest';
import { unknownSchoolText } from '../../src/workspace/importing/unknown-school-text.ts';

test.each([
  [{ by: 'code', key: '990108' }, 'Школы 990108 нет в реестре ОО.', 'Код ОО'],
  [
    { by: 'login', key: '990108', name: 'МБОУ «СОШ ст. Озёрная»' },
    'Школы с логином ФИС ОКО 990108 (МБОУ «СОШ ст. Озёрная») нет в реестре ОО.',
    'Логин ФИС ОКО',
  ],
  [{ by: 'oge', key: '9108' }, 'Школы с кодом ОГЭ 9108 нет в реестре ОО.', 'Код ОГЭ'],
  [{ by: 'ege', key: '9108' }, 'Школы с кодом ЕГЭ 9108 нет в реестре ОО.', 'Код ЕГЭ'],
  [
    { by: 'name', key: 'СОШ ст. Озёрная' },
    'Школы «СОШ ст. Озёрная» нет в реестре ОО.',
    'Краткое наименование',
  ],
] as const)(
  'an unknown school is asked for in the column of the roster that would know it: %j',
  (reference, which, column) => {
    const text = unknownSchoolText(reference);
    expect(text).toContain(which);
    expect(text).toContain(`(столбец «${column}»)`);
  },
);

test('a name in the place of a code is answered with the code, or with those of all its namesakes', () => {
  const reference = { by: 'code', key: 'СОШ № 1' } as const;
  expect(unknownSchoolText(reference, ['990101'])).toContain('это школа 990101');
  expect(unknownSchoolText(reference, ['990101', '990201'])).toContain('у нескольких школ: 990101, 990201.');
});
