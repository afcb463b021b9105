import { describe, expect, it } from 'vitest';
import { INDIVIDUAL_RESULTS } from '../../../src/layouts/fis-oko/individual-results.ts';
import { PARTICIPANTS_2021 } from '../../../src/layouts/vpr/participants-2021.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { preamble, recognised } from './report.ts';

const NAME = 'МБОУ «СОШ №1»(edu990001)';
const ABOVE = [
  ...preamble('Индивидуальные результаты').slice(0, 6),
  [null, null, 'Уровень сложности задания', null, null, null, 'Б', 'Б', 'П'],
];
const HEADER: Shown[] = [
  ...['ОО', 'Муниципалитет', 'Название ОО', 'Код участника', 'Класс', 'Вариант'],
  ...['1 (20б)', '2 (2б)', '9.1 (2б)', 'Первичный балл', 'Отметка', 'Отметка по журналу'],
];

function pupil(code: number, ...rest: Shown[]): Shown[] {
  return ['edu990001', 'Ивовский муниципальный район', NAME, code, 1, 1, ...rest];
}

const read = (rows: Shown[][]) => readLayout(INDIVIDUAL_RESULTS, rowsOf([...ABOVE, HEADER, ...rows]));
const section = (count: number): Shown[] => [`${NAME} | Кол-во участников: ${count}`];

describe('«Индивидуальные результаты»', () => {
  it('stores marks, scores and maxima, without the date of the export', () => {
    const { records, issues, rows, schools } = read([
      section(2),
      pupil(40001, 12, 1, 2, 15, 3, 4),
      pupil(40002, 'X', 0, 1, 1, 2, 'нет отметки'),
    ]);
    expect(issues).toEqual([]);
    expect(rows).toEqual({ preamble: 7, record: 2, absent: 0, service: 1, rejected: 0 });
    expect(schools[0]).toEqual({
      by: 'login',
      key: '990001',
      name: 'МБОУ «СОШ №1»',
      municipality: 'Ивовский муниципальный район',
    });
    expect(records.results).toMatchObject([
      {
        year: 2026,
        grade: 4,
        mark: 3,
        journalMark: 4,
        primaryScore: 15,
        maximumScore: 24,
        tasks: [12, 1, 2],
      },
      { mark: 2, journalMark: null, primaryScore: 1, tasks: [null, 0, 1] },
    ]);
    expect(records.results![0]).not.toHaveProperty('date');
  });

  it('knows the participant by the same key as the raw results do', () => {
    const raw = readLayout(
      PARTICIPANTS_2021,
      rowsOf([
        ['логин школы', 'код обучающегося', 'вариант', 'всего баллов', 'балл за 1'],
        ['sch990001', '40001', '1', '1', '1'],
      ]),
      { year: 2026, subject: 'mathematics', grade: 4 },
    );
    const { records } = read([pupil(40001, 12, 1, 2, 15, 3, 4)]);
    expect(records.results![0].participant).toBe(raw.records.results![0].participant);
  });

  it('warns of a section with fewer or more rows than its title says', () => {
    const { issues } = read([
      section(2),
      pupil(40001, 12, 1, 2, 15, 3, 4),
      section(1),
      pupil(40002, 12, 1, 2, 15, 3, 4),
    ]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'count-differs', row: 9 }]);
  });

  it('rejects a mark that does not exist, and warns of one that is missing', () => {
    const { issues, rows } = read([pupil(40001, 12, 1, 2, 15, 6, 4), pupil(40002, 12, 1, 2, 15, null, 4)]);
    expect(issues).toMatchObject([
      { severity: 'error', code: 'mark-unknown', value: '6', column: 10 },
      { severity: 'warning', code: 'mark-missing' },
    ]);
    expect(rows).toMatchObject({ rejected: 1, record: 1 });
  });

  it('warns of scores above the maxima of the header and of the preamble', () => {
    const { issues } = read([pupil(40001, 21, 2, 3, 26, 5, 5)]);
    expect(issues.map(({ code, column }) => [code, column])).toEqual([
      ['score-above-maximum', 6],
      ['score-above-maximum', 8],
      ['score-above-maximum', 9],
    ]);
  });

  it('is recognised by its header', () => {
    expect(recognised([...ABOVE, HEADER])).toBe(INDIVIDUAL_RESULTS);
  });
});
