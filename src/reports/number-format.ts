const NBSP = '\u00a0';

const INTEGER = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 0 });

const NUMBER = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 });

const DECIMALS = new Map<number, Intl.NumberFormat>();

const PLURAL = new Intl.PluralRules('ru-RU');

/** A whole number with groups of three: 12345 → «12 345» (no-break spaces). */
export function formatInteger(value: number): string {
  return withoutMinusZero(INTEGER.format(value));
}

/** A number with as many digits after the comma as it needs, two at most: 42 → «42», 52.5 → «52,5». */
export function formatNumber(value: number): string {
  return withoutMinusZero(NUMBER.format(value));
}

/** A number with all the digits that it was given, no more: 0.000001 → «0,000001», −0.7 → «−0,7». */
export function formatExact(value: number): string {
  const digits = value.toFixed(10).replace(/0+$/, '').split('.')[1]!.length;
  return Number.isInteger(value) ? String(value) : formatDecimal(value, digits).replace('-', '−');
}

/** A decimal with a comma: 3.456 → «3,46». @param digits how many after the comma */
export function formatDecimal(value: number, digits = 2): string {
  return withoutMinusZero(decimalFormat(digits).format(value));
}

/** A fraction as per cent: 0.25 → «25,0 %» (no-break space). @param digits how many after the comma */
export function formatShare(fraction: number, digits = 1): string {
  return `${formatDecimal(Number((fraction * 100).toPrecision(12)), digits)}${NBSP}%`;
}

/** A change in percentage points: 3.2 → «+3,2 п. п.». */
export function formatPoints(value: number): string {
  const rounded = formatDecimal(Number(value.toPrecision(12)), 1);
  return `${value > 0 && rounded !== '0,0' ? '+' : ''}${rounded}${NBSP}п.${NBSP}п.`;
}

/** A p or q value: 0.00312 → «0,0031»; «< 0,0001» where it is less, never nought. */
export function formatProbability(value: number): string {
  return value < 0.0001 ? `<${NBSP}0,0001` : formatDecimal(value, 4);
}

/**
 * The form of a Russian noun that goes with a number: `plural(3, ['школа', 'школы', 'школ'])` → «школы».
 * @param forms with 1, with 2, with 5; fractions take the second
 */
export function plural(count: number, forms: readonly [one: string, few: string, many: string]): string {
  const rule = PLURAL.select(count);
  if (rule === 'one') return forms[0];
  return rule === 'many' ? forms[2] : forms[1];
}

/** A number with its noun: «3 школы». */
export function counted(count: number, forms: readonly [one: string, few: string, many: string]): string {
  return `${formatInteger(count)}${NBSP}${plural(count, forms)}`;
}

function withoutMinusZero(text: string): string {
  return /^-[0,\s\u00a0]+$/.test(text) ? text.slice(1) : text;
}

/** Formats are made once: making one costs more than a thousand uses. */
function decimalFormat(digits: number): Intl.NumberFormat {
  const format =
    DECIMALS.get(digits) ??
    new Intl.NumberFormat('ru-RU', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  DECIMALS.set(digits, format);
  return format;
}
