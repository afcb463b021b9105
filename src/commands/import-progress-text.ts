import { basename } from 'node:path';
import { formatDecimal } from '../reports/number-format.ts';
import type { Progress } from '../workspace/importing/import-progress.ts';

/** An estimate is worth something once this long was worked, and this share of it done. */
const PATIENCE_MILLISECONDS = 2000;
const TELLING_SHARE = 0.02;

const UNITS = ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'];

/** The line of progress of an import: files, bytes, and how long it will take at the speed so far. */
export function importProgressText(now: () => number): (progress: Progress) => string {
  let stage: Progress['stage'] | undefined;
  let begun = 0;
  return (progress) => {
    if (progress.stage !== stage) {
      stage = progress.stage;
      begun = now();
    }
    const { bytes, allBytes, files, allFiles, file, rows } = progress;
    const share = allBytes > 0 ? bytes / allBytes : 0;
    const took = now() - begun;
    const estimate =
      took >= PATIENCE_MILLISECONDS && share >= TELLING_SHARE
        ? `осталось ${durationText((took / share) * (1 - share))}`
        : '';
    const amount = `${bytesText(bytes)} из ${bytesText(allBytes)}`;
    const parts =
      stage === 'hashing'
        ? ['сверка с загруженным', amount]
        : [
            `файлов ${files} из ${allFiles}`,
            amount,
            estimate,
            file ? `${basename(file.shown)}${rows > 0 ? `, строк ${rows.toLocaleString('ru-RU')}` : ''}` : '',
          ];
    return parts.filter((part) => part !== '').join(' · ');
  };
}

/** `3,4 МБ`; powers of 1024, as file managers show them. */
export function bytesText(bytes: number): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${formatDecimal(value, unit === 0 || value >= 100 ? 0 : 1)} ${UNITS[unit]}`;
}

/** `меньше минуты`, `≈ 7 мин`, `≈ 2 ч 10 мин`. */
export function durationText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'меньше минуты';
  if (minutes < 60) return `≈ ${minutes} мин`;
  return `≈ ${Math.floor(minutes / 60)} ч ${minutes % 60} мин`;
}
