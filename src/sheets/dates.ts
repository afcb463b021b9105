/** Built-in formats that show a date or a time of day (ECMA-376, 18.8.30; 27–36 and 50–58 are East Asian dates). */
function isBuiltinDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Excel's last day, 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * Says whether a number format shows a date or a time.
 * @param code the format's own code, where the workbook gives one; a span like `[h]:mm` is a number, not a date
 */
export function isDateFormat(id: number, code?: string): boolean {
  if (code === undefined) return id !== 46 && isBuiltinDate(id);
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare.replace(/general|standard/gi, ''));
}

/**
 * The ISO form of Excel's day count: `2021-06-23`, `2021-06-23T16:55:40`, or `16:55:40` for a time without a day.
 * @param serial days, with the time of day as the fraction; seconds are rounded
 * @param from1904 whether day 0 is 1904-01-01 (old Mac workbooks)
 * @returns `undefined` where Excel knows no such date
 */
export function isoOfSerial(serial: number, from1904 = false): string | undefined {
  if (!(serial >= 0)) return undefined;
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400) + (from1904 ? 1462 : 0);
  const time = seconds % 86_400;
  if (day > LAST_SERIAL) return undefined;
  if (serial < 1 && !from1904) return clock(time);
  // Excel believes in 29 February 1900: days before it are counted from one day later.
  const date = day === 60 ? '1900-02-29' : civil(day < 60 ? day + 1 : day);
  return time === 0 ? date : `${date}T${clock(time)}`;
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Year, month and day of a count of days since 1899-12-30, in 400-year eras that begin on 1 March. */
function civil(days: number): string {
  const shifted = days - 25_569 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** A cell's ISO 8601 date as this project writes it: midnight, fractions of seconds and the zone are left out. */
export function plainIso(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!match) return text;
  const [, date, time] = match;
  if (!time || /^00:00(:00)?$/.test(time)) return date!;
  return `${date}T${time.length === 5 ? `${time}:00` : time}`;
}
