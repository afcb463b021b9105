import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/regulation/systems/answer.ts';
import { formatNumber, formatShare } from '../../src/reports/number-format.ts';
import { answerForm, answerTitle } from '../../src/reports/system/words.ts';
import { type Place, place } from '../support/place.ts';
import { table } from '../support/plain-tables.ts';

const ORGANISATIONS = [
  { code: '990101', name: 'СОШ № 1', kind: 'school' },
  { code: '990102', name: 'СОШ № 2', kind: 'school' },
  { code: '990201', name: 'Детский сад № 1', kind: 'preschool' },
];

/** What organisations and the authority reported: with thirds, a gap, yes and no, a count, a cut and a year before. */
const REPORTED: readonly (readonly [string, number, string, string, number | string])[] = [
  ['990101', 2020, 'mentoring-participants', '', 3],
  ['990101', 2020, 'pedagogical-workers', '', 30],
  ['990101', 2021, 'pedagogical-workers', '', 30],
  ['990101', 2021, 'mentoring-participants', '', 10],
  ['990101', 2021, 'young-teachers', '', 3],
  ['990101', 2021, 'young-teachers-covered', '', 1],
  ['990101', 2021, 'individual-mentoring-programmes', '', 1234],
  ['990101', 2021, 'mentoring-programme', '', 1],
  ['990101', 2021, 'network-community-teachers', '', 29],
  ['990201', 2021, 'pedagogical-workers', '', 7],
  ['990201', 2021, 'network-community-teachers', '', 2],
  ['municipality', 2021, 'young-teacher-projects', '', 2],
  ['municipality', 2021, 'network-forms', '', 0],
  ['990101', 2021, 'level-pupils', '', 300],
  ['990101', 2021, 'level-pupils', 'level:noo', 70],
  ['990101', 2021, 'volunteers', '', 100],
  ['990101', 2021, 'volunteers', 'level:noo', 0],
  ['990102', 2021, 'level-pupils', '', 77],
  ['990102', 2021, 'volunteers', '', 11],
  ['990101', 2021, 'rdsh-units', '', 0],
  ['990102', 2021, 'rdsh-units', '', 1],
  ['990101', 2021, 'upbringing-covered', '', 200],
];

let at: Place;

beforeAll(async () => {
  at = place({ municipality: 'Приозёрный муниципальный округ', roster: { schools: ORGANISATIONS } });
  const taken = await at.take(
    'ответы.csv',
    table(
      'Код ОО;Год;Показатель;Разрез;Значение',
      ...REPORTED.map(([code, year, variable, cut, value]) => [code, year, variable, cut, value]),
    ),
  );
  expect(taken.status).not.toBe('refused');
  await at.run(['report', '2.4', '2.5', '--year', '2021', '--out', 'книги']);
});

describe.each(['2.4', '2.5'])('the numbers of section %s', (system) => {
  let answers: Answer[];

  beforeAll(async () => {
    answers = (await at.ask('indicators', '--year', '2021', '--system', system)).indicators.filter(
      ({ unit, breakdown }: Answer) => unit === 'municipality' && breakdown === null,
    );
  });

  it('are known for some indicators and lacking for others, as the situation has it', () => {
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining(['computed', 'incomplete', 'no-data']));
  });

  it('are in the workbook what they are in JSON, as two readers have them', async () => {
    const bytes = readFileSync(join(at.directory, 'книги', `msoko-${system}-2021.xlsx`));
    const [first, second] = [await byExceljs(bytes), bySheetjs(bytes)];
    for (const rows of [first, second]) {
      const header = rows.findIndex((row) => row.includes('Числитель') && row.includes('Знаменатель'));
      const columns = rows[header]!.map(String);
      for (const answer of answers) {
        const row = rows
          .slice(header + 1)
          .find((one) => one[columns.indexOf('Показатель')] === answerTitle(answer));
        if (!row) throw new Error(`no row: ${answer.id}`);
        const cell = (title: string) => row[columns.indexOf(title)];
        expectCell(cell('Значение'), answer.value, answer);
        if (answer.numerator !== null && answerForm(answer) !== 'yes-no')
          expect(cell('Числитель'), answer.id).toBe(answer.numerator);
        if (answer.denominator !== null) expect(cell('Знаменатель'), answer.id).toBe(answer.denominator);
        if (answer.previous) expectCell(cell('Год назад'), answer.previous.value, answer);
      }
    }
  });

  it('stand in the workbook as formulas of their counts that come to the same', async () => {
    const bytes = readFileSync(join(at.directory, 'книги', `msoko-${system}-2021.xlsx`));
    const sheet = XLSX.read(bytes, { cellFormula: true }).Sheets.Показатели!;
    const formulas = Object.values(sheet as Record<string, XLSX.CellObject>).filter(
      ({ f }) => f !== undefined,
    );
    const shares = answers.filter((answer) => answer.value !== null && answerForm(answer) === 'share');
    expect(formulas).toHaveLength(shares.length);
    for (const { f, v } of formulas) {
      const [part, whole] = f!.split('/').map((address) => (sheet[address] as XLSX.CellObject).v as number);
      expect(part! / whole!).toBeCloseTo(v as number, 12);
    }
  });

  it('are in the terminal the same, rounded as people read them', async () => {
    const { out } = await at.run(['indicators', '--year', '2021', '--system', system], { terminal: 400 });
    const lines = out.replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n');
    for (const answer of answers) {
      const line = lines.find((one) => one.includes(answerTitle(answer)));
      if (!line) throw new Error(`no line: ${answer.id}`);
      expect(line, answer.id).toContain(shownText(answer));
    }
  });
});

function shownText(answer: Answer): string {
  if (answer.value === null) return answer.status === 'not-applicable' ? '—' : 'нет данных';
  const form = answerForm(answer);
  if (form === 'yes-no') return answer.value > 0 ? 'да' : 'нет';
  return form === 'count' ? formatNumber(answer.value) : formatShare(answer.value);
}

function expectCell(cell: unknown, value: number | null, answer: Answer): void {
  if (value === null || answerForm(answer) === 'yes-no') expect(cell, answer.id).toBe(shownText(answer));
  else expect(cell, answer.id).toBeCloseTo(value, 12);
}

async function byExceljs(bytes: Buffer): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  book.getWorksheet('Показатели')!.eachRow({ includeEmpty: true }, (row) => {
    const cells: unknown[] = [];
    row.eachCell({ includeEmpty: true }, ({ value }) => {
      cells.push(value && typeof value === 'object' && 'result' in value ? value.result : value);
    });
    rows.push(cells);
  });
  return rows;
}

function bySheetjs(bytes: Buffer): unknown[][] {
  const sheet = XLSX.read(bytes).Sheets.Показатели!;
  return XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true, defval: null });
}
