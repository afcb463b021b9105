import { egeProtocol, ogeProtocol } from './exports.ts';
import { type Place, place } from './place.ts';
import { marks, roster, values } from './plain-tables.ts';

/**
 * A workspace of two schools with a known answer for 2021: 990101 has low results in ВПР Russian of grade 4
 * (2 of 4 in 2019, no «5» in 2020), 990102 has none.
 */
export async function sampleWorkspace(): Promise<Place> {
  const at = place({ municipality: 'Приозёрный муниципальный округ' });
  at.file(
    'выгрузки/реестр.csv',
    roster(
      ['990101', 'sch990101', '9101', '9101', 'МБОУ «СОШ № 1»', 'СОШ № 1'],
      ['990102', 'sch990102', '9102', '9102', 'МБОУ «Гимназия № 2»', 'Гимназия № 2'],
    ),
  );
  at.file('выгрузки/впр 1 2018.csv', marks('990101', 2018, [3, 4, 5, 5]));
  at.file('выгрузки/впр 1 2019.csv', marks('990101', 2019, [2, 2, 4, 5]));
  at.file('выгрузки/впр 1 2020.csv', marks('990101', 2020, [3, 3, 4]));
  for (const year of [2018, 2019, 2020])
    at.file(`выгрузки/впр 2 ${year}.csv`, marks('990102', year, [3, 4, 5, 5, 5]));
  at.file(
    'выгрузки/огэ.csv',
    ogeProtocol('01 - Русский язык', '2019.05.29', [
      { school: '9101', surname: 'Ветлугина', result: 2 },
      { school: '9102', surname: 'Клюквина', result: 5 },
    ]),
  );
  at.file(
    'выгрузки/егэ.csv',
    egeProtocol('01 - Русский язык', '2019.06.03', [
      { school: '9101', surname: 'Омулёва', document: ['9917', '100200'], result: 20 },
      { school: '9102', surname: 'Опёнкина', document: ['9917', '100201'], result: 90 },
    ]),
  );
  const path = at.file(
    'выгрузки/значения.csv',
    values(['990101', 2021, 'pupils', 100], ['990101', 2021, 'single-parent', 31]),
  );
  const ran = await at.run(['import', path.replace(/значения\.csv$/, '')]);
  if (ran.exit !== 0) throw new Error(ran.err);
  return at;
}
