import { cellText, signOf } from '../cell-text.ts';
import { type Markup, markup } from '../markup.ts';
import { type ReportChart, type ReportColumn, type ReportTable, typeIn } from '../report.ts';
import { type Drawing, EDGE } from './drawing.ts';
import { KEY, legend } from './legend.ts';
import { AXIS, TONES } from './styles.ts';
import { linesOf, shortened, textAt, uprightText, widthOf } from './text.ts';

const CELL = { least: 26, most: 64, height: 24 };
const NAMES = { widest: 260, after: 8 };
/** A matrix of few columns is not stretched over the page. */
const COMFORTABLE = 720;

/** A cell for each row and column with the sign of its word, on its colour; every cell says its word. */
export function drawMatrix(chart: ReportChart, table: ReportTable): Drawing {
  const rows = table.rows.slice(...(chart.rows ?? []));
  const byKey = new Map(table.columns.map((column) => [column.key, column]));
  const names = rows.map((row) => {
    const column = byKey.get(chart.category)!;
    return cellText(row[chart.category] ?? null, typeIn(column, row));
  });
  const shown = names.map((name) => shortened(linesOf(name, NAMES.widest), 1)[0]!);
  const left = EDGE + Math.max(...shown.map(widthOf)) + NAMES.after;
  const heads = chart.series.map(({ title }) => widthOf(title));
  const wide = Math.min(
    CELL.most,
    Math.max(CELL.least, (COMFORTABLE - left - EDGE) / Math.max(1, heads.length)),
  );
  const upright = heads.some((head) => head > wide - 4);
  const width = Math.max(COMFORTABLE, left + wide * heads.length + EDGE);
  const first = byKey.get(chart.series[0]!.key)!;
  const top = legend(
    Object.entries(first.signs ?? {}).map(([word, sign]) => ({
      title: word,
      key: (x, y) => box({ x: x + 2, y: y - 9, width: KEY - 4, height: 18 }, first, word, sign),
    })),
    width,
  );
  const from = top.height + (upright ? Math.max(...heads) + 10 : CELL.height);
  const x = (index: number) => left + index * wide;
  const body: Markup[] = [
    ...top.body,
    ...chart.series.map(({ title }, index) =>
      upright
        ? uprightText(title, x(index) + wide / 2, from - 6, 'start')
        : textAt(title, { x: x(index) + wide / 2, y: from - CELL.height / 2, anchor: 'middle', bold: true }),
    ),
  ];
  rows.forEach((row, line) => {
    const y = from + line * CELL.height;
    body.push(textAt(shown[line]!, { x: left - NAMES.after, y: y + CELL.height / 2, anchor: 'end' }));
    chart.series.forEach(({ key, title }, index) => {
      const column = byKey.get(key)!;
      const word = cellText(row[key] ?? null, column.type);
      const place = { x: x(index), y, width: wide, height: CELL.height };
      const said = markup`<title>${`${names[line]!}: ${title} — ${word}`}</title>`;
      body.push(box(place, column, word, signOf(column, row[key] ?? null), said));
    });
  });
  return { width, height: from + rows.length * CELL.height + EDGE, body };
}

/** A cell with a sign in its middle. */
function box(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  { tone }: ReportColumn,
  word: string,
  sign: string,
  said?: Markup,
): Markup {
  const { fill, ink, bold } = TONES[tone?.(word) ?? 'plain'];
  return markup`<g>${said}<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${AXIS}"/>${textAt(sign, { x: x + width / 2, y: y + height / 2, anchor: 'middle', fill: ink, bold })}</g>`;
}
