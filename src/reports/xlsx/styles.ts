import type { Alignment, Borders, Fill, Font } from 'exceljs';
import type { ColumnType, ReportValue, Tone } from '../report.ts';

/** Formats in the notation of the file; a Russian Excel shows «1 234», «25,0 %», «3,46». */
export const NUMBER_FORMATS: Record<ColumnType, string> = {
  text: '@',
  verdict: '@',
  mark: '@',
  integer: '#,##0',
  number: '#,##0',
  share: '0.0\\ %',
  decimal: '#,##0.00',
  points: '+0.0" п. п.";-0.0" п. п.";0.0" п. п."',
  probability: '[<0.0001]"< 0,0001";0.0000',
  year: '0',
};

/** The format of a number in a column of a type; a column of numbers shows a fraction only where there is one. */
export function numberFormat(type: ColumnType, value: ReportValue): string {
  if (typeof value === 'string' || value === null) return NUMBER_FORMATS.text;
  return type === 'number' && !Number.isInteger(value) ? '#,##0.0#' : NUMBER_FORMATS[type];
}

/** Excel shows texts longer than this as #### in cells of the text format. */
export const LONGEST_TEXT_FORMAT = 255;

const COLOURS = {
  ink: 'FF1F1F1F',
  quiet: 'FF595959',
  link: 'FF1F4E79',
  header: 'FFD9E2EC',
  line: 'FFBFBFBF',
} as const;

/** Pale fills with dark words: contrast above 7 : 1, told apart without red and green, and in grey print. */
const TONES: Record<Tone, { fill?: string; ink: string; bold?: boolean }> = {
  good: { fill: 'FFE3EEF9', ink: 'FF1F4E79' },
  bad: { fill: 'FFF4C7A8', ink: 'FF6B2400', bold: true },
  warning: { fill: 'FFFFF3CC', ink: 'FF5C4400' },
  muted: { ink: COLOURS.quiet },
  plain: { ink: COLOURS.ink },
};

/** Arial has metric twins on every system; Calibri does not. */
export const FONT_NAME = 'Arial';
export const FONT_SIZE = 10;

export const FONTS = {
  report: font({ size: 18, bold: true, color: { argb: COLOURS.link } }),
  title: font({ size: 14, bold: true, color: { argb: COLOURS.link } }),
  heading: font({ bold: true }),
  body: font({}),
  note: font({ size: 9, color: { argb: COLOURS.quiet } }),
  link: font({ underline: true, color: { argb: COLOURS.link } }),
} as const;

export const HEADER_FILL = solid(COLOURS.header);

export const BORDER: Partial<Borders> = {
  top: { style: 'thin', color: { argb: COLOURS.line } },
  bottom: { style: 'thin', color: { argb: COLOURS.line } },
  left: { style: 'thin', color: { argb: COLOURS.line } },
  right: { style: 'thin', color: { argb: COLOURS.line } },
};

/** Words at the left, numbers at the right, verdicts and years in the middle. */
export const ALIGNMENTS: Record<ColumnType, Partial<Alignment>> = {
  text: { horizontal: 'left', indent: 1 },
  integer: { horizontal: 'right' },
  number: { horizontal: 'right' },
  share: { horizontal: 'right' },
  decimal: { horizontal: 'right' },
  points: { horizontal: 'right' },
  probability: { horizontal: 'right' },
  year: { horizontal: 'center' },
  verdict: { horizontal: 'center' },
  mark: { horizontal: 'center' },
};

export const HEADER_ALIGNMENT: Partial<Alignment> = {
  wrapText: true,
  vertical: 'middle',
  horizontal: 'center',
};

/** Font and fill behind a word of the given tone. */
export function toneStyle(tone: Tone): { font: Partial<Font>; fill?: Fill } {
  const { fill, ink, bold } = TONES[tone];
  return {
    font: font({ color: { argb: ink }, ...(bold ? { bold } : {}) }),
    ...(fill ? { fill: solid(fill) } : {}),
  };
}

function font(more: Partial<Font>): Partial<Font> {
  return { name: FONT_NAME, family: 2, size: FONT_SIZE, color: { argb: COLOURS.ink }, ...more };
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
