import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../src/layouts/plain/measures.ts';
import { recogniseLayout } from '../../../src/layouts/registry.ts';
import { SYSTEMS } from '../../../src/regulation/systems/systems.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const HEADER = ['Система', 'Вид', 'Название', 'Код ОО', 'Начало', 'Окончание', 'Адресат', 'Состояние'];
const row = (changes: Record<string, Shown> = {}): Shown[] => {
  const values: Record<string, Shown> = {
    Система: '2.4',
    Вид: '2.4-M1',
    Название: 'Школа молодого педагога',
    'Код ОО': '990101, 990102',
    Начало: '01.10.2020',
    Окончание: '31.05.2021',
    Адресат: 'молодым педагогам',
    Состояние: 'выполнена',
    ...changes,
  };
  return HEADER.map((header) => values[header]);
};
const read = (...rows: Shown[][]) => readLayout(measures, rowsOf([HEADER, ...rows]));
const one = (changes: Record<string, Shown> = {}) => read(row(changes)).records.measures?.[0];

describe('the plain table of measures', () => {
  it('gives a record a row', () => {
    expect(read(row()).records.measures).toEqual([
      {
        ...{ year: 2021, system: '2.4', kind: '2.4-M1', title: 'Школа молодого педагога' },
        ...{ schools: ['990101', '990102'], from: '2020-10-01', to: '2021-05-31' },
        ...{ addressee: 'молодым педагогам', status: 'done', at: ['Лист1', 2] },
      },
    ]);
  });

  it('is told from a roster, which has a kind, a name and a code too', () => {
    const preview = { fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf([HEADER]) };
    expect(recogniseLayout(preview)?.layout.id).toBe('measures');
  });

  it('takes an empty cell, or «все», for all schools', () => {
    for (const text of [null, '', 'все', 'Все ОО', 'все школы', '—'])
      expect(one({ 'Код ОО': text })?.schools).toEqual([]);
  });

  it('takes schools apart by commas, semicolons, lines or spaces', () => {
    for (const text of ['990102;990101', '990101\n990102', '990101 990102', '990102, 990101, 990102']) {
      expect(one({ 'Код ОО': text })?.schools, text).toEqual(['990101', '990102']);
    }
  });

  it('refuses two codes that Excel took for one number', () => {
    const { issues } = read(row({ 'Код ОО': 990101.990102 }));
    expect(issues).toMatchObject([{ code: 'schools-merged', header: 'Код ОО' }]);
  });

  it('knows a kind by its id in either alphabet, without its section, and by its wording', () => {
    for (const text of ['2.4-M1', '2.4-М1', 'М1', 'м 1', '2,4-m1'])
      expect(one({ Вид: text })?.kind).toBe('2.4-M1');
    for (const text of [
      'проведение мероприятий, направленных на поддержку молодых педагогов',
      'Проведение мероприятий направленных на поддержку молодых педагогов.',
      'Проведение мероприятий, направленных на поддержку',
    ]) {
      expect(one({ Вид: text })?.kind, text).toBe('2.4-M1');
    }
    expect(one({ Система: '3.1', Вид: '3.1-МД2' })?.kind).toBe('3.1-MD2');
    expect(one({ Вид: 'Д2' })?.kind).toBe('2.4-D2');
  });

  it('does not guess between two kinds that begin alike', () => {
    const { issues } = read(row({ Вид: 'Проведение мероприятий, направленных на' }));
    expect(issues).toMatchObject([{ code: 'kind-unknown', message: expect.stringContaining('2.4-M1 — ') }]);
  });

  it('knows every measure and decision of every section by its wording', () => {
    for (const { id, measures: ours, decisions } of SYSTEMS) {
      if (!/^\d\.\d$/.test(id)) continue;
      for (const { id: kind, text } of [...ours, ...decisions]) {
        expect(one({ Система: id, Вид: text })?.kind, text).toBe(kind);
      }
    }
  });

  it('knows a section however it is written', () => {
    for (const text of ['2.4', 2.4, '2,4', 'раздел 2.4', '2.4 Система методической работы']) {
      expect(one({ Система: text })?.system).toBe('2.4');
    }
    expect(one({ Система: null })?.system).toBe('2.4');
  });

  it('knows a state by the word in any gender', () => {
    for (const [status, texts] of Object.entries({
      planned: ['запланирована', 'Планируется', 'не начата'],
      running: ['идёт', 'идет', 'в работе', 'реализуется'],
      done: ['выполнена', 'Выполнено', 'проведено', 'реализована', 'завершена'],
      cancelled: ['отменена', 'не проводилась', 'не состоялась'],
    })) {
      for (const text of texts) expect(one({ Состояние: text })?.status, text).toBe(status);
    }
  });

  it('puts a measure into the academic year in which it began', () => {
    expect(one({ Начало: '31.08.2020', Окончание: null })?.year).toBe(2020);
    expect(one({ Начало: '2020-09-01', Окончание: null })).toMatchObject({ year: 2021, from: '2020-09-01' });
    expect(one({ Окончание: null })).not.toHaveProperty('to');
  });

  it.each<[string, Record<string, Shown>, string]>([
    ['a section that does not exist', { Система: '2.6' }, 'system-unknown'],
    ['a section that Excel made a date of', { Система: '2020-04-02' }, 'system-unknown'],
    ['a kind of another section', { Вид: '2.5-M1' }, 'kind-elsewhere'],
    ['a number that the menu has not', { Вид: '2.4-M6' }, 'kind-unknown'],
    ['no kind', { Вид: null }, 'kind-unknown'],
    ['no title', { Название: null }, 'missing-title'],
    ['a title that is too long', { Название: 'а'.repeat(501) }, 'text-too-long'],
    ['no beginning', { Начало: null }, 'missing-date'],
    ['a beginning that is no day', { Начало: 'октябрь 2020' }, 'date-unknown'],
    ['an end before the beginning', { Окончание: '30.09.2020' }, 'dates-reversed'],
    ['no state', { Состояние: null }, 'status-unknown'],
  ])('rejects a row with %s', (_, changes, code) => {
    const { issues, rows } = read(row(changes));
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(rows).toMatchObject({ record: 0, rejected: 1 });
  });

  it('keeps people out, and does not show them', () => {
    for (const text of [
      'Беседа с Выдумкиной А. О.',
      'А.О. Выдумкина',
      'Выдумкина Анна Олеговна',
      'Выдумкину Петру Ильичу',
    ]) {
      for (const column of ['Название', 'Адресат']) {
        const { issues } = read(row({ [column]: text }));
        expect(issues, text).toMatchObject([{ code: 'person-named' }]);
        expect(JSON.stringify(issues)).not.toContain('Выдумкин');
      }
    }
    for (const title of [
      'Конкурс имени А. С. Пушкина',
      'Семинар в СОШ № 1 п. Дальний',
      'Неделя МО учителей',
    ]) {
      expect(one({ Название: title })?.title).toBe(title);
    }
  });

  it('reads back whatever state, days and schools were written', () => {
    const day = fc
      .tuple(
        fc.integer({ min: 2018, max: 2025 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(
        ([year, month, date]) =>
          [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')] as const,
      );
    const schools = fc.uniqueArray(fc.integer({ min: 990101, max: 990140 }).map(String), { maxLength: 6 });
    fc.assert(
      fc.property(day, schools, ([year, month, date], codes) => {
        const record = one({
          Начало: `${date}.${month}.${year}`,
          Окончание: null,
          'Код ОО': codes.join(', '),
        });
        expect(record).toMatchObject({ from: `${year}-${month}-${date}`, schools: codes.toSorted() });
      }),
    );
  });
});
