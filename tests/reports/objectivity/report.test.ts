import { expect, test } from 'vitest';
import type { Objectivity } from '../../../src/regulation/objectivity/objectivity.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { historyLine } from '../../../src/reports/objectivity/history.ts';
import { objectivityIndicesReport } from '../../../src/reports/objectivity/indices-report.ts';
import { municipalityFlags } from '../../../src/reports/objectivity/municipalities.ts';
import { objectivityReport } from '../../../src/reports/objectivity/report.ts';
import { combinationText, signTexts } from '../../../src/reports/objectivity/sign-texts.ts';
import type { Report, ReportSheet } from '../../../src/reports/report.ts';
import { workbookWidths } from '../../../src/reports/xlsx/widths.ts';
import { OBJECTIVITY, OBJECTIVITY_CONTEXT, YEAR } from '../objectivity-sample.ts';

const REPORT = objectivityReport(OBJECTIVITY, OBJECTIVITY_CONTEXT);
const INDICES = objectivityIndicesReport(OBJECTIVITY, OBJECTIVITY_CONTEXT);

function sheetOf(report: Report, name: string): ReportSheet {
  return report.sheets.find((sheet) => sheet.name === name)!;
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('cover and method say that a sign is a reason to look, no proof, and not the federal list', () => {
  for (const report of [REPORT, INDICES]) {
    expect(report.summary.join(' ')).toContain('повод проверить, а не доказательство');
    expect(report.summary.join(' ')).toContain('не список Рособрнадзора');
  }
  expect(sheetOf(REPORT, 'Методика').lead).toContain('B8');
});

test('the cover counts flagged papers and schools in the zone of risk', () => {
  expect(plain(REPORT.summary[0]!)).toBe(
    '4 отмеченные работы из 58 (6,9 %); в «зоне риска» 3 школы из 12 (25,0 %).',
  );
});

test('every sign has its words, and the thresholds in them are those in force', () => {
  const usual = signTexts(loadParameters());
  expect(usual.map(({ id }) => id)).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8']);
  for (const text of usual) for (const words of Object.values(text)) expect(words).not.toBe('');
  const own = loadParameters({
    'objectivity.border-excess': 7,
    'objectivity.flag-signs': 3,
    'objectivity.agreement': 'off',
  });
  expect(signTexts(own)[1]!.yesWhen).toContain('не меньше чем на 7 чел.');
  expect(combinationText(own)).toContain('B1–B7: 3 или больше.');
  expect(usual[1]!.yesWhen).toContain('не меньше чем на 3 чел.');
});

test('schools add up over external indices', () => {
  const { rows } = sheetOf(REPORT, 'Итоги').table;
  expect(rows.map(({ index, schools }) => [index, schools])).toEqual([
    ['0 — не отмечены', 9],
    ['1', 2],
    ['2', 1],
  ]);
});

test('each flagged paper has one line, the list named as the ground before signs, an agreement as such', () => {
  const { rows } = sheetOf(REPORT, 'Отмеченные работы').table;
  expect(rows.map(({ school, signs, ground }) => [school, signs, ground])).toEqual([
    ['990102', 'B1, B2', 'несколько признаков'],
    ['990102', 'B1, B2', 'несколько признаков'],
    ['990103', 'B8', 'школа в списке'],
    ['990108', 'B2, B5', 'согласие признаков'],
  ]);
  expect(rows.map(({ excess }) => excess)).toEqual([9.4, 9.4, '—', 4.1]);
});

test('grounds hold p and q of every sign behind a flag, and a dash where a sign has no test', () => {
  const { rows } = sheetOf(REPORT, 'Основания').table;
  expect(rows[0]).toMatchObject({ sign: 'B1 средний балл выше региона', p: 0.0000031, q: 0.00012 });
  expect(rows.find(({ school }) => school === '990103')).toMatchObject({
    p: '—',
    q: '—',
    measure: 'есть маркер',
  });
  expect(rows.filter(({ school }) => school === '990108').map(({ state }) => state)).toEqual(['нет', 'нет']);
});

test('what could not be assessed is never «нет», and refers to a reason that the last sheet explains', () => {
  const gaps = sheetOf(REPORT, 'Чего не хватает').table.rows;
  for (const row of sheetOf(REPORT, 'Все признаки').table.rows) {
    for (const id of ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8']) {
      const { signs } = OBJECTIVITY.schools.find(({ school }) => school === row.school)!;
      const states = signs.map((paper) => paper.signs[id as 'B1'].state);
      const number = /^не оценён (\[\d+\])$/.exec(String(row[id]))?.[1];
      if (number) expect(gaps.map((gap) => gap.number)).toContain(number);
      else expect(['да', 'нет']).toContain(row[id]);
      if (!states.includes('yes')) expect(row[id]).not.toBe('да');
    }
  }
});

test('reasons that differ only in a count or a grade are one, each with something to do', () => {
  const { rows } = sheetOf(REPORT, 'Чего не хватает').table;
  const reasons = rows.map(({ reason }) => reason);
  expect(new Set(reasons).size).toBe(reasons.length);
  expect(reasons).toContain('Нет результатов этого же набора учеников в следующем классе');
  for (const { remedy } of rows) expect(remedy).not.toBe('');
});

test('the funnel has limits about the expected mean that z agrees with, and no school of too few pupils', () => {
  const { rows } = sheetOf(REPORT, 'Воронка').table;
  expect(rows.length).toBe(55);
  for (const row of rows) {
    const [mean, z, to95, from95] = [row.mean, row.z, row.to95, row.from95].map(Number) as [
      number,
      number,
      number,
      number,
    ];
    expect(mean > to95).toBe(z > 1.96);
    expect(mean < from95).toBe(z < -1.96);
    expect(row.school).not.toBe('990104');
  }
});

test('a histogram shows all participants of the paper, its share beside that of others, and the first scores of marks', () => {
  const { rows } = sheetOf(REPORT, 'Баллы отмеченных работ').table;
  const own = rows.filter(
    ({ school, paper }) => school === '990102' && paper === 'ВПР · Математика, 4 класс',
  );
  expect(own.reduce((sum, { count }) => sum + Number(count), 0)).toBe(48);
  expect(own.reduce((sum, { elsewhere }) => sum + Number(elsewhere), 0)).toBeCloseTo(1, 10);
  expect(own.filter(({ border }) => border === 'да').map(({ label }) => label)).toEqual([
    '6 · «3»',
    '10 · «4»',
    '15 · «5»',
  ]);
  for (const { excess, count, smooth } of own.filter(({ smooth }) => smooth !== '—')) {
    expect(Number(excess)).toBeCloseTo(Number(count) - Number(smooth), 0);
    expect(Number(smooth)).toBeGreaterThanOrEqual(0);
  }
  expect(rows.filter(({ school }) => school === '990103').map(({ label }) => label)).toEqual([
    '«2»',
    '«3»',
    '«4»',
    '«5»',
  ]);
});

test('shares of few papers have an interval around them and an estimate drawn to the middle', () => {
  const { rows } = sheetOf(INDICES, 'Внешний индекс').table;
  const mean = 4 / 58;
  for (const { share, from, to, shrunk } of rows) {
    expect(Number(from)).toBeLessThanOrEqual(Number(share));
    expect(Number(to)).toBeGreaterThanOrEqual(Number(share));
    expect(Math.abs(Number(shrunk) - mean)).toBeLessThanOrEqual(Math.abs(Number(share) - mean));
  }
});

test('the index of a procedure stands beside the schools that it comes from', () => {
  const { rows } = sheetOf(INDICES, 'Индекс процедур').table;
  expect(rows.find(({ paper }) => paper === 'ВПР · Математика, 4 класс')).toMatchObject({
    schools: 12,
    schoolsFlagged: 2,
    inRiskZone: 102,
  });
});

test('an olympiad without a single ЕГЭ has no index, not nought', () => {
  const law = sheetOf(INDICES, 'Олимпиады').table.rows.find(({ olympiad }) =>
    String(olympiad).includes('Право'),
  )!;
  expect(law).toMatchObject({ index: '—', from: '—', shrunk: '—' });
});

test('a year in numbers comes from the signs and indices of that year, a year without them stays open', () => {
  expect(historyLine(OBJECTIVITY)).toMatchObject({
    year: YEAR,
    schools: 12,
    schoolsFlagged: 3,
    papers: 58,
    papersFlagged: 4,
    medalCandidates: 10,
    medalsUnconfirmed: 2,
    olympiadHolders: 9,
    olympiadsUnconfirmed: 4,
  });
  expect(sheetOf(INDICES, 'По годам').table.rows[1]).toMatchObject({
    year: 2020,
    schoolShare: null,
    olympiadIndex: 3 / 7,
  });
});

test('a municipality without results still has both reports, which say so', () => {
  const empty: Objectivity = {
    year: YEAR,
    schools: [],
    procedures: [],
    medalists: { ...OBJECTIVITY.medalists, candidates: 0, withEge: 0, unconfirmed: 0, index: null },
    olympiads: [],
    notes: [],
  };
  const context = { ...OBJECTIVITY_CONTEXT, papers: [], history: [], completeness: [], schoolMedalists: [] };
  expect(objectivityReport(empty, context).summary[0]).toContain('Работ с результатами за этот год нет');
  expect(objectivityIndicesReport(empty, context).summary.join(' ')).toContain('не вычислен');
  expect(historyLine(empty)).toEqual({
    year: YEAR,
    schools: null,
    schoolsFlagged: null,
    papers: null,
    papersFlagged: null,
    participants: null,
    inRiskZone: null,
    medalCandidates: null,
    medalsUnconfirmed: null,
    olympiadHolders: null,
    olympiadsUnconfirmed: null,
  });
});

test('no sheet is so wide that its print is tiny', () => {
  for (const { name, table } of [...REPORT.sheets, ...INDICES.sheets]) {
    const width = workbookWidths(table).reduce((sum, each) => sum + each, 0);
    // 187 characters on the width of A4 print Arial 10 at 8 points
    expect(width, name).toBeLessThanOrEqual(187);
  }
});

test('municipalities stand side by side where there are several, with no share of nothing', () => {
  expect(sheetOf(REPORT, 'Муниципалитеты')).toBeUndefined();
  const [first, second, ...others] = OBJECTIVITY.schools;
  const groups = [
    { municipality: 'Лесной округ', schools: [first!, second!] },
    { municipality: null, schools: others.map((school) => ({ ...school, signs: [] })) },
  ];
  const municipalities = municipalityFlags(groups);
  const region = objectivityReport(OBJECTIVITY, { ...OBJECTIVITY_CONTEXT, municipalities });
  const papers = [first!, second!].flatMap(({ signs }) => signs);
  const flagged = papers.filter((paper) => paper.flagged).length;
  expect(flagged).toBeGreaterThan(0);
  expect(sheetOf(region, 'Муниципалитеты').table.rows).toMatchObject([
    { municipality: 'Лесной округ', papers: papers.length, papersFlagged: flagged },
    { municipality: 'в реестре не указан', papers: 0, papersFlagged: 0, paperShare: null, schoolShare: null },
  ]);
});
