import { expect, it } from 'vitest';
import { hintsFromName } from '../../src/layouts/file-name.ts';
import { place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

it.each(['toString', 'constructor', 'hasOwnProperty', '__proto__'])(
  'a code of a school that is a word of the language, %s, is a code as any other',
  async (code) => {
    const at = place({ roster: { schools: [{ code, name: 'МБОУ СОШ № 1' }] } });
    expect(await at.take('1.csv', marks(code, 2020, [2, 3, 4]))).toMatchObject({ status: 'imported' });
    const { imports } = await at.ask('imports');
    expect(imports).toMatchObject([{ records: { results: 3 } }]);
    expect(await at.take('1.csv', marks(code, 2020, [2, 3, 4]))).toMatchObject({ status: 'unchanged' });
  },
);

it('a file that is called by such a word says nothing of its procedure', () => {
  expect(hintsFromName('constructor.csv').procedure).toBeUndefined();
});
