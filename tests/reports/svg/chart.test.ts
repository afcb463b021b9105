import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { lowReport } from '../../../src/reports/low/report.ts';
import { objectivityIndicesReport } from '../../../src/reports/objectivity/indices-report.ts';
import { objectivityReport } from '../../../src/reports/objectivity/report.ts';
import type { ReportChart, ReportTable } from '../../../src/reports/report.ts';
import { renderChart } from '../../../src/reports/svg/chart.ts';
import { OBJECTIVITY, OBJECTIVITY_CONTEXT } from '../objectivity-sample.ts';
import { LOW_CONTEXT, RISK_SCHOOLS } from '../sample.ts';

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  /** The `<title>` inside it. */
  title: string | undefined;
}

/** All elements of a picture, in their order. */
function elementsOf(svg: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Element = { name, attributes, text: '', title: undefined };
        all.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag(name) {
        const closed = open.pop()!;
        expect(closed.name).toBe(name);
        if (name === 'title' && open.length > 0) open.at(-1)!.title = closed.text;
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  expect(open).toEqual([]);
  return all;
}

/** Elements that say what they show. */
const said = (svg: string): Element[] =>
  elementsOf(svg).filter(({ name, title }) => title !== undefined && name !== 'svg');
const words = (svg: string): string[] =>
  elementsOf(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);
const number = ({ attributes }: Element, name: string): number => Number(attributes[name]);

const TABLE: ReportTable = {
  id: 'years',
  empty: '',
  columns: [
    { key: 'name', title: 'Имя', type: 'text' },
    { key: 'year', title: 'Год', type: 'year' },
    { key: 'low', title: 'Низких', type: 'integer' },
    { key: 'high', title: 'Высоких', type: 'integer' },
    { key: 'share', title: 'Доля', type: 'share' },
    { key: 'other', title: 'Доля у других', type: 'share' },
    { key: 'flagged', title: 'Отмечена', type: 'verdict' },
  ],
  rows: [
    { name: 'А', year: 2018, low: 10, high: 30, share: 0.25, other: 0.5, flagged: 'нет' },
    { name: 'Б', year: 2019, low: 20, high: 10, share: 0.125, other: null, flagged: 'да' },
    { name: 'В', year: 2021, low: 5, high: 0, share: 0.5, other: null, flagged: 'нет' },
    { name: 'Г', year: 2022, low: null, high: 1234, share: null, other: null, flagged: 'нет' },
  ],
};

const chart = (kind: ReportChart['kind'], more: Partial<ReportChart> = {}): ReportChart => ({
  kind,
  title: 'Доли <школ> & «работ»',
  description: 'Что "видно"',
  category: 'name',
  series: [{ key: 'low', title: 'Низких' }],
  axis: 'integer',
  ...more,
});

describe('a picture', () => {
  test('is an image with a title and a description that refer to elements inside it', () => {
    const svg = renderChart(chart('column'), TABLE, { id: 'c7' });
    const [root, ...rest] = elementsOf(svg);
    expect(root!.attributes).toMatchObject({
      role: 'img',
      'aria-labelledby': 'c7-title',
      'aria-describedby': 'c7-description',
    });
    expect(rest.find(({ attributes }) => attributes.id === 'c7-title')!.text).toBe('Доли <школ> & «работ»');
    expect(rest.find(({ attributes }) => attributes.id === 'c7-description')!.text).toBe('Что "видно"');
  });

  test('holds no style, no script, nothing from outside', () => {
    const svg = renderChart(chart('stacked-bar', { series: SEVEN }), TABLE);
    expect(svg).not.toMatch(/<style|style=|<script|href|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });

  test('is the same twice, and its ids begin with the one that it was given', () => {
    const many = chart('stacked-bar', { series: SEVEN });
    expect(renderChart(many, TABLE, { id: 'c' })).toBe(renderChart(many, TABLE, { id: 'c' }));
    const ids = elementsOf(renderChart(many, TABLE, { id: 'c' })).flatMap(
      ({ attributes }) => attributes.id ?? [],
    );
    expect(ids).toEqual(['c-title', 'c-description']);
  });

  test('says so where it has nothing to draw', () => {
    const empty = { ...TABLE, rows: [{ name: 'А', low: null }] };
    expect(words(renderChart(chart('line'), empty))).toEqual(['Нет данных для диаграммы.']);
  });
});

describe('columns', () => {
  test('are as high as their numbers, and each says its number as the table does', () => {
    const bars = said(renderChart(chart('column', { series: [{ key: 'high', title: 'Высоких' }] }), TABLE));
    expect(bars.map(({ title }) => title)).toEqual([
      'А: Высоких — 30',
      'Б: Высоких — 10',
      'В: Высоких — 0',
      'Г: Высоких — 1\u00a0234',
    ]);
    const [first, second, third] = bars.map((bar) => number(bar, 'height'));
    expect(first! / second!).toBeCloseTo(3, 0);
    expect(third).toBe(0);
  });

  test('no number is no column: the words stand in its place', () => {
    const svg = renderChart(chart('column'), TABLE);
    expect(said(svg)).toHaveLength(3);
    expect(words(svg)).toContain('нет данных');
  });

  test('of a histogram lie on one place, and a line goes over them', () => {
    const svg = renderChart(
      chart('histogram', {
        series: [
          { key: 'share', title: 'Граница', where: { key: 'flagged', is: 'да' } },
          { key: 'share', title: 'Прочие', where: { key: 'flagged', is: 'нет' } },
          { key: 'other', title: 'Другие', form: 'line' },
        ],
        axis: 'share',
      }),
      TABLE,
    );
    const bars = said(svg).filter(({ name }) => name === 'rect');
    expect(bars.map(({ title }) => title)).toEqual([
      'Б: Граница — 12,5\u00a0%',
      'А: Прочие — 25,0\u00a0%',
      'В: Прочие — 50,0\u00a0%',
    ]);
    expect(
      said(svg)
        .filter(({ name }) => name === 'path')
        .map(({ title }) => title),
    ).toEqual(['А: Другие — 50,0\u00a0%']);
    const [border, before, after] = bars.map((bar) => number(bar, 'x'));
    expect(border! - before!).toBeCloseTo(after! - border!, 0);
  });
});

describe('lying bars', () => {
  test('of a stack begin where the one before ends', () => {
    const svg = renderChart(
      chart('stacked-bar', {
        series: [
          { key: 'low', title: 'Низких' },
          { key: 'high', title: 'Высоких' },
        ],
        rows: [0, 1],
      }),
      TABLE,
    );
    const [low, high] = said(svg);
    expect(number(low!, 'x') + number(low!, 'width')).toBeCloseTo(number(high!, 'x'), 0);
    expect(number(high!, 'width') / number(low!, 'width')).toBeCloseTo(3, 1);
    expect([low!.title, high!.title]).toEqual(['А: Низких — 10', 'А: Высоких — 30']);
  });

  test('draw the rows that the chart names, and say where there is no number', () => {
    const svg = renderChart(chart('bar', { rows: [2, 4] }), TABLE);
    expect(said(svg).map(({ title }) => title)).toEqual(['В: 5']);
    expect(words(svg)).toContain('нет данных');
    expect(words(svg)).not.toContain('А');
  });
});

describe('lines', () => {
  const years = chart('line', {
    category: 'year',
    series: [
      { key: 'share', title: 'Доля' },
      { key: 'other', title: 'У других' },
    ],
    axis: 'share',
  });

  test('break at a year that the table does not have: it stands on the axis, with a word', () => {
    const svg = renderChart(years, TABLE);
    expect(words(svg).join('|')).toContain('2020нет данных');
    const path = elementsOf(svg).find(
      ({ name, attributes }) =>
        name === 'path' && attributes['stroke-width'] === '2.5' && /L/.test(attributes.d!),
    )!;
    expect(path.attributes.d!.match(/M/g)).toHaveLength(2);
  });

  test('are named at their ends with the last known number and its year', () => {
    const named = words(renderChart(years, TABLE)).map((text) => text.replace(/\s/g, ' '));
    expect(named.some((text) => /Доля: ?50,0 % ?\(2021\)/.test(text))).toBe(true);
    expect(named.some((text) => /У других: ?50,0 % ?\(2018\)/.test(text))).toBe(true);
  });

  test('of which nothing is known are named below', () => {
    const rows = TABLE.rows.map((row) => ({ ...row, other: null }));
    expect(words(renderChart(years, { ...TABLE, rows }))).toContain('Нет данных: У других');
  });
});

describe('a scatter', () => {
  test('puts numbers against numbers, says whose a point is, and names the few that matter', () => {
    const svg = renderChart(
      chart('scatter', {
        category: 'low',
        series: [
          { key: 'share', title: 'Не отмечены', where: { key: 'flagged', is: 'нет' } },
          { key: 'share', title: 'Отмечены', where: { key: 'flagged', is: 'да' } },
        ],
        levels: [
          { title: 'Граница', value: 0.3 },
          { title: 'Граница', value: 0.1 },
        ],
        axis: 'share',
        axisTitles: { category: 'Участников', value: 'Доля' },
      }),
      TABLE,
    );
    expect(said(svg).map(({ title }) => title)).toEqual([
      'А: Участников 10, 25,0\u00a0%',
      'В: Участников 5, 50,0\u00a0%',
      'Б: Участников 20, 12,5\u00a0%',
    ]);
    expect(words(svg)).toContain('Б');
    expect(words(svg)).not.toContain('А');
    expect(words(svg).filter((text) => text === 'Граница')).toHaveLength(1);
    const x = said(svg).map(({ attributes }) => Number(/\((.*),/.exec(attributes.transform!)![1]));
    expect((x[2]! - x[0]!) / (x[0]! - x[1]!)).toBeCloseTo(2, 1);
  });
});

const SEVEN = ['low', 'high', 'low', 'high', 'low', 'high', 'low'].map((key, index) => ({
  key,
  title: `Ряд ${index + 1}`,
}));

describe('without colours', () => {
  /** How bright a colour is, as a grey print shows it. */
  const grey = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((0.2126 * red! + 0.7152 * green! + 0.0722 * blue!) / 25);
  };

  test('seven series of bars are told apart by brightness and hatching', () => {
    const svg = renderChart(chart('column', { series: SEVEN, rows: [0, 1] }), TABLE);
    const all = elementsOf(svg);
    const bars = all.flatMap((element, index) => (element.title === undefined ? [] : [index])).slice(1);
    expect(bars).toHaveLength(7);
    const looks = bars.map((index) => {
      const hatch = all[index + 2]?.attributes['pointer-events'] ? all[index + 2]!.attributes.d! : '';
      return `${grey(all[index]!.attributes.fill!)} ${['L', 'H', 'V'].filter((turn) => hatch.includes(turn))}`;
    });
    expect(new Set(looks).size).toBe(7);
  });

  test('eight lines are told apart by dash and marker', () => {
    const series = [...SEVEN, { key: 'high', title: 'Ряд 8' }];
    const svg = renderChart(chart('line', { series, rows: [0, 3] }), TABLE);
    const lines = elementsOf(svg).filter(
      ({ name, attributes }) => name === 'path' && attributes['stroke-linejoin'] === 'round',
    );
    const markers = series.map(
      (_, index) => said(svg).find(({ title }) => title!.includes(`Ряд ${index + 1} —`))!.attributes.d,
    );
    const looks = lines.map(({ attributes }, index) => `${attributes['stroke-dasharray']} ${markers[index]}`);
    expect(looks).toHaveLength(8);
    expect(new Set(looks).size).toBe(8);
  });
});

test('every chart of the reports is drawn whole: no place that is not a number, inside its frame', () => {
  const reports = [
    lowReport(RISK_SCHOOLS, LOW_CONTEXT),
    objectivityReport(OBJECTIVITY, OBJECTIVITY_CONTEXT),
    objectivityIndicesReport(OBJECTIVITY, OBJECTIVITY_CONTEXT),
  ];
  const charts = reports.flatMap(({ sheets }) =>
    sheets.flatMap(({ table, charts = [] }) =>
      charts.map((one) => ({
        one,
        table: sheets.find((sheet) => sheet.table.id === one.table)?.table ?? table,
      })),
    ),
  );
  expect(charts.length).toBeGreaterThan(10);
  for (const { one, table } of charts) {
    const svg = renderChart(one, table);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    const [root, ...rest] = elementsOf(svg);
    for (const element of rest.filter(({ name }) => name === 'rect')) {
      if (element.attributes.x === undefined) continue;
      expect(number(element, 'x')).toBeGreaterThanOrEqual(0);
      expect(number(element, 'x') + number(element, 'width')).toBeLessThanOrEqual(number(root!, 'width'));
      expect(number(element, 'y') + number(element, 'height')).toBeLessThanOrEqual(number(root!, 'height'));
    }
  }
});
