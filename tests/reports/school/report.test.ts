import { describe, expect, test } from 'vitest';
import { cellText } from '../../../src/reports/cell-text.ts';
import { renderPage } from '../../../src/reports/html/page.ts';
import { evidenceSheet } from '../../../src/reports/low/evidence.ts';
import type { Report } from '../../../src/reports/report.ts';
import { schoolReport } from '../../../src/reports/school/report.ts';
import { inside, readPage, tableTexts } from '../html/read-page.ts';
import { LOW_CONTEXT, RISK_SCHOOLS } from '../sample.ts';
import { SCHOOLS_YEAR } from '../school-sample.ts';

const CODES = RISK_SCHOOLS.schools.map(({ school }) => school);
const of = (code: string): Report => schoolReport(code, SCHOOLS_YEAR);
const table = (report: Report, id: string) => report.sheets.find((sheet) => sheet.table.id === id)!.table;

describe('the report of a school', () => {
  test('begins with the three answers, why, and how sure they are', () => {
    const school = RISK_SCHOOLS.schools.find(({ lowResults }) => lowResults === 'yes')!;
    const report = of(school.school);
    expect(report.title).toBe(school.name);
    expect(report.summary[0]).toMatch(
      /^Низкие результаты: да — критери[ий] [\d, –]+ \((надёжно|вероятно|ненадёжно)\)\.$/,
    );
    const [answer] = table(report, 'school-answers').rows;
    expect(answer).toMatchObject({ category: 'Низкие результаты обучения', answer: 'да' });
    for (const id of school.because.lowResults) {
      const { number, title } = LOW_CONTEXT.criteria.find((criterion) => criterion.id === id)!;
      expect(answer!.because).toContain(`${number}. ${title}`);
    }
  });

  test('says of an answer without data which criteria lack it, and never «нет»', () => {
    const school = RISK_SCHOOLS.schools.find(({ lowResults }) => lowResults === 'insufficient-data')!;
    const [answer] = table(of(school.school), 'school-answers').rows;
    expect(answer!.answer).toBe('недостаточно данных');
    expect(answer!.because).toMatch(/не хватает/);
  });

  test('holds every number that the municipality’s report has of the school', () => {
    const evidence = evidenceSheet(RISK_SCHOOLS, LOW_CONTEXT).table;
    for (const code of CODES) {
      const own = table(of(code), 'school-numbers');
      for (const { school, name: _, ...row } of evidence.rows) {
        if (school === code) expect(own.rows).toContainEqual(row);
      }
    }
  });

  test('speaks of no other school', () => {
    for (const code of CODES) {
      const text = JSON.stringify(of(code));
      for (const other of RISK_SCHOOLS.schools)
        if (other.school !== code) expect(text).not.toContain(JSON.stringify(other.name).slice(1, -1));
    }
  });

  test('explains a flagged paper: what was found, what else it may be, what to check', () => {
    const rows = table(of('990102'), 'school-flagged').rows;
    expect(rows.map(({ paper, sign }) => [paper, String(sign).slice(0, 2)])).toEqual([
      ['ВПР · Математика, 4 класс', 'B1'],
      ['ВПР · Математика, 4 класс', 'B2'],
      ['ВПР · Русский язык, 4 класс', 'B1'],
      ['ВПР · Русский язык, 4 класс', 'B2'],
    ]);
    for (const row of rows) {
      expect(row.innocent).not.toBe('—');
      expect(row.check).not.toBe('—');
    }
    expect(of('990102').summary.join(' ')).toContain('отмечено работ 2 из 5');
  });

  test('of a school that wrote nothing says that nothing was assessed', () => {
    const { objectivity } = SCHOOLS_YEAR;
    const schools = objectivity.schools.filter(({ school }) => school !== '990101');
    const report = schoolReport('990101', { ...SCHOOLS_YEAR, objectivity: { ...objectivity, schools } });
    expect(report.summary.join(' ')).toContain('признаки не оценивались');
    expect(report.sheets.map(({ table }) => table.id)).not.toContain('school-flagged');
  });

  test('of an unknown school is a mistake of the caller', () => {
    expect(() => of('000')).toThrow('unknown school: 000');
  });
});

describe('the page of a school', () => {
  for (const code of CODES) {
    test(`${code}: shows every cell of the report, and no overview of systems`, () => {
      const report = of(code);
      const page = renderPage([report], {
        title: report.title,
        municipality: LOW_CONTEXT.municipality,
        year: 2021,
        school: { code, name: report.title },
      });
      const elements = readPage(page);
      const tables = elements.filter(({ name }) => name === 'table').map(tableTexts);
      const filled = report.sheets.filter((sheet) => sheet.table.rows.length > 0);
      expect(tables).toHaveLength(filled.length);
      for (const sheet of filled) {
        const { columns, rows } = sheet.table;
        expect(tables).toContainEqual([
          columns.map(({ title }) => title),
          ...rows.map((row) => columns.map(({ key, type }) => cellText(row[key] ?? null, type))),
        ]);
      }
      expect(elements.some(({ attributes }) => attributes.id === 'overview')).toBe(false);
      expect(inside(elements[0]!, 'h2')).toHaveLength(report.sheets.length);
    });
  }

  test('a school page links to no other page', () => {
    const page = renderPage([of('990102')], {
      title: 'т',
      municipality: 'м',
      year: 2021,
      school: { code: '990102', name: 'т' },
    });
    const links = readPage(page).flatMap(({ attributes }) => attributes.href ?? []);
    expect(links.every((link) => link.startsWith('#'))).toBe(true);
  });
});
