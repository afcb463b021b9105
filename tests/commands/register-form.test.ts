import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MeasureRecord } from '../../src/records/schemas.ts';
import { SYSTEMS } from '../../src/regulation/systems/systems.ts';
import { type Place, place, storedRecords } from '../support/place.ts';
import { roster, table } from '../support/plain-tables.ts';

const HEADER = 'Система;Вид;Название;Код ОО;Начало;Окончание;Адресат;Состояние';

describe('msoko form measures', () => {
  let at: Place;
  let before: MeasureRecord[];
  let file: string;

  beforeAll(async () => {
    at = place();
    await at.take('реестр.csv', roster(['990101', '', '', '', 'СОШ № 1'], ['990102', '', '', '', 'СОШ № 2']));
    await at.take(
      'меры.csv',
      table(
        HEADER,
        [
          '2.4',
          '2.4-M1',
          'Школа молодого педагога',
          '990101, 990102',
          '01.10.2020',
          '31.05.2021',
          'педагогам',
          'выполнена',
        ],
        ['1.2', '1.2-D3', 'Новое положение о ВСОКО', '', '01.09.2020', '', '', 'идёт'],
        ['2.4', '2.4-M2', 'Мера другого года', '', '01.09.2019', '', '', 'выполнена'],
      ),
    );
    before = storedRecords(at.directory, 'measures');
    const ran = await at.run(['form', 'measures', '--year', '2021', '--out', 'формы', '--json']);
    expect(ran.exit).toBe(0);
    file = ran.json().files[0].file;
  });

  it('holds what is registered in the year, drop-downs, and the menus of all sections', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const sheet = workbook.getWorksheet('Реестр мер')!;
    expect(sheet.getRow(1).values).toEqual([undefined, ...HEADER.split(';')]);
    expect([2, 3, 4].map((row) => sheet.getCell(row, 3).value)).toEqual([
      ...['Новое положение о ВСОКО', 'Школа молодого педагога', null],
    ]);
    expect(sheet.getCell(4, 8).dataValidation.formulae).toEqual(['"запланирована,идёт,выполнена,отменена"']);
    const menu = workbook.getWorksheet('Перечень мер')!;
    const ids = SYSTEMS.flatMap(({ decisions, measures }) => [...measures, ...decisions]).map(({ id }) => id);
    expect(menu.getColumn(1).values.slice(2)).toEqual(ids);
  });

  it('comes back unchanged, and takes new measures', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const added = [
      '2.5',
      '2.5-M4',
      'Слёт волонтёров',
      '990101',
      new Date('2021-03-15T00:00:00Z'),
      null,
      '',
      'выполнена',
    ];
    added.forEach((value, index) => {
      workbook.getWorksheet('Реестр мер')!.getCell(4, index + 1).value = value;
    });
    const filled = join(at.directory, 'реестр мер заполненный.xlsx');
    await workbook.xlsx.writeFile(filled);
    const ran = await at.run(['import', filled, '--json']);
    const [told] = ran.json().files;
    expect(told).toMatchObject({
      status: 'imported',
      layout: 'measures',
      records: { measures: 3 },
      issues: [],
    });
    const essence = ({ at: _at, ...rest }: MeasureRecord) => rest;
    const own = storedRecords(at.directory, 'measures').slice(-3) as MeasureRecord[];
    const registered = before
      .filter(({ year }) => year === 2021)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    expect(own.slice(0, 2).map(essence)).toEqual(registered.map(essence));
    expect(own[2]).toMatchObject({ system: '2.5', schools: ['990101'], from: '2021-03-15', year: 2021 });
  });
});
