import { describe, expect, it } from 'vitest';
import { bytesText, durationText, importProgressText } from '../../src/commands/import-progress-text.ts';

const file = { path: '/выгрузки/4/впр.xlsx', shown: '4/впр.xlsx' };
const reading = { stage: 'reading', files: 3, allFiles: 90, rows: 0, allBytes: 200 * 1024 ** 2 } as const;

describe('The progress of an import', () => {
  it('tells files and bytes, and after two seconds how long it will take at the speed so far', () => {
    let time = 0;
    const text = importProgressText(() => time);
    expect(text({ ...reading, bytes: 0, file })).toBe('файлов 3 из 90 · 0 Б из 200 МБ · впр.xlsx');
    time = 60_000;
    expect(text({ ...reading, bytes: 50 * 1024 ** 2, file, rows: 1200 })).toBe(
      'файлов 3 из 90 · 50,0 МБ из 200 МБ · осталось ≈ 3 мин · впр.xlsx, строк 1\u00a0200',
    );
  });

  it('gives no estimate before there is anything to go by', () => {
    let time = 0;
    const text = importProgressText(() => time);
    text({ ...reading, bytes: 0 });
    time = 1999;
    expect(text({ ...reading, bytes: 100 * 1024 ** 2 })).not.toContain('осталось');
    time = 60_000;
    expect(text({ ...reading, bytes: 1024 })).not.toContain('осталось');
  });

  it('does not count the time of hashing towards the time of reading', () => {
    let time = 0;
    const text = importProgressText(() => time);
    expect(text({ ...reading, stage: 'hashing', bytes: 0 })).toBe('сверка с загруженным · 0 Б из 200 МБ');
    time = 600_000;
    text({ ...reading, bytes: 0 });
    time += 60_000;
    expect(text({ ...reading, bytes: 100 * 1024 ** 2 })).toContain('осталось ≈ 1 мин');
  });

  it.each([
    [0, '0 Б'],
    [1023, '1 023 Б'.replace(' ', '\u00a0')],
    [1536, '1,5 КБ'],
    [150 * 1024, '150 КБ'],
    [3.4 * 1024 ** 3, '3,4 ГБ'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });

  it.each([
    [29_999, 'меньше минуты'],
    [30_000, '≈ 1 мин'],
    [59.4 * 60_000, '≈ 59 мин'],
    [130 * 60_000, '≈ 2 ч 10 мин'],
  ])('writes %d ms as %s', (time, text) => {
    expect(durationText(time)).toBe(text);
  });
});
