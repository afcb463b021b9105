import { csvRows } from './csv-rows.ts';
import { stretchReader } from './csv-stretch.ts';
import { decodedText } from './decoded-text.ts';
import { chooseDelimiter, statedDelimiter } from './delimiter.ts';
import type { OpenedFile, SheetLimits, Stretch } from './sheet.ts';

const SAMPLE_CHARACTERS = 256 * 1024;

/** Opens delimited text: one sheet without a name, whose places are physical lines. */
export async function openCsv(path: string, encoding: string, limits: SheetLimits): Promise<OpenedFile> {
  let sample = '';
  let cut = false;
  for await (const text of decodedText(path, encoding)) {
    sample += text;
    cut = sample.length >= SAMPLE_CHARACTERS;
    if (cut) break;
  }
  const stated = statedDelimiter(sample);
  const delimiter = stated ?? chooseDelimiter(sample, cut);
  let read = 0;
  const passed = (bytes: number) => {
    read = bytes;
  };
  const given = { file: path, delimiter, skipFirst: stated !== undefined, limits };
  const stretch = stretchReader(encoding, given);
  return {
    file: path,
    format: 'csv',
    encoding,
    delimiter,
    sheets: [
      {
        name: '',
        hidden: false,
        addressing: 'line',
        rows: () =>
          csvRows(decodedText(path, encoding, passed), { ...given, line: 1, oneLineRecords: false }),
        ...(stretch ? { stretch: (of: Stretch) => stretch(of, passed) } : {}),
      },
    ],
    bytesRead: () => read,
    close: async () => {},
  };
}
