/**
 * Reads a date as exports write it: `2022.06.23`, `2022-06-23`, `23.06.2022`, `01.06.2026 г.`, also with a time.
 * @returns ISO `YYYY-MM-DD`, or `undefined` where the text begins with no date of the calendar
 */
export function parseDate(text: string): string | undefined {
  const plain = text.trim();
  const forward = /^(20\d\d)[./-](\d\d)[./-](\d\d)(?!\d)/.exec(plain);
  if (forward) return isoDate(forward[1]!, forward[2]!, forward[3]!);
  const backward = /^(\d\d?)[./-](\d\d?)[./-](20\d\d)(?!\d)/.exec(plain);
  return backward ? isoDate(backward[3]!, backward[2]!, backward[1]!) : undefined;
}

/**
 * Reads a moment: `02.07.2021 16:55:40`, `2021-07-02T16:55:40`, or a date alone.
 * @returns ISO text without a zone, `YYYY-MM-DDTHH:MM:SS`, that sorts by time; `undefined` where there is none
 */
export function parseMoment(text: string): string | undefined {
  const date = parseDate(text);
  if (!date) return undefined;
  const time = /[\sT](\d\d?):(\d\d)(?::(\d\d))?/.exec(text);
  if (!time) return `${date}T00:00:00`;
  return `${date}T${time[1]!.padStart(2, '0')}:${time[2]}:${time[3] ?? '00'}`;
}

function isoDate(year: string, month: string, day: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];
  if (days === undefined || d < 1 || d > days) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
