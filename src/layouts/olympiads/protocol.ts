import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { type Header, headerOf, isSecondRow } from './header.ts';
import { type Heading, ownTexts, readHeading, stageIn } from './heading.ts';
import { olympiadSettler } from './paper.ts';
import { readParticipant, standingText } from './result.ts';
import { natureOf } from './row-nature.ts';
import { olympiadSchools } from './row-school.ts';
import { parseStanding } from './status.ts';

/**
 * Protocol of an olympiad (протокол этапа олимпиады): of a school or of the municipality, printed or for upload.
 * There is no federal form, therefore one layout reads them all by the meaning of their columns.
 */
export const olympiadProtocol: Layout = {
  id: 'olympiad-protocol',
  title: 'Протокол олимпиады',
  source: 'olympiads',
  recognise,
  open: readProtocol,
};

function namesOlympiad(text: string): boolean {
  return /олимпиад|всош|vsosh/.test(foldText(text)) || stageIn(text) !== undefined;
}

function recognise({ fileName, sheetName, rows }: Preview) {
  let told = namesOlympiad(`${sheetName} ${fileName}`.replace(/[_.]/g, ' '));
  let standings = false;
  let before: Row | undefined;
  let headed: Header | undefined;
  for (const row of rows) {
    headed ??= surest(row, before);
    before = row;
    if (headed) standings ||= Boolean(parseStanding(standingText(headed, row)));
    else told ||= namesOlympiad(ownTexts(row).join(' '));
  }
  if (!headed) return undefined;
  const judged = headed.has('status') || standings;
  if (judged && (told || headed.has('grade') || headed.has('stage') || headed.has('olympiad'))) {
    return { confidence: 0.96, why: 'участники со статусом, и назван этап олимпиады или класс участия' };
  }
  if (told) return { confidence: 0.9, why: 'названа олимпиада, и есть таблица участников с баллами' };
  return standings ? { confidence: 0.6, why: 'таблица участников с победителями и призёрами' } : undefined;
}

/** Header of one row, or of this row and the one above it, whichever is understood better. */
function surest(row: Row, above: Row | undefined): Header | undefined {
  const alone = headerOf(row);
  const joined = above && headerOf(row, above);
  return joined && joined.size > (alone?.size ?? 0) ? joined : alone;
}

function readProtocol(reading: Reading): RowReader {
  let heading: Heading = {};
  let above: Row | undefined;
  return searchHeader(reading, '«ФИО» или «Фамилия», «Класс участия», «Балл», «Статус»', (row) => {
    const header = surest(row, above);
    if (header) return readTables(reading, header, heading);
    heading = readHeading(row, heading);
    above = row;
    return undefined;
  });
}

/** Reads what follows the first header: people, and between them titles and headers of further tables. */
function readTables(reading: Reading, first: Header, told: Heading): RowReader {
  const settle = olympiadSettler(reading);
  const schoolOf = olympiadSchools(reading);
  let header = first;
  let heading = told;
  /** The row before was a header, and this one may be its second row. */
  let opened = true;
  let headerKind: RowKind = 'preamble';
  /** The row before, where it may be the upper row of a header. */
  let above: Row | undefined;
  /** After a signature only rows with a result are people. */
  let signed = false;
  let statusMissing = false;

  const participant = (row: Row): RowKind => {
    if (!header.has('status') && !parseStanding(standingText(header, row))) {
      if (!statusMissing) {
        const message =
          'Нет столбца «Статус» (победитель, призёр, участник): без него не сказать, кто занял призовое место. Добавьте его.';
        reading.error('missing-status', message, { row: header.row.number });
      }
      statusMissing = true;
      return 'rejected';
    }
    const inRow = {
      olympiad: header.text(row, 'olympiad'),
      stage: header.text(row, 'stage'),
      subject: header.text(row, 'subject'),
      year: header.text(row, 'year'),
    };
    const paper = settle(inRow, heading, { row: row.number });
    if (paper) return readParticipant(reading, header, row, paper, heading, schoolOf);
    // A school that is missing too is told in the same run.
    schoolOf(header, row);
    return 'rejected';
  };

  return {
    row(row): RowKind {
      if (opened && isSecondRow(header, row)) {
        header = headerOf(row, header.row) ?? header;
        opened = false;
        return headerKind;
      }
      opened = false;
      const next = surest(row, above);
      if (next) {
        header = next;
        headerKind = 'service';
        opened = true;
        signed = false;
        above = undefined;
        return headerKind;
      }
      headerKind = 'service';
      const nature = natureOf(header, row, signed);
      above = nature === 'person' ? undefined : row;
      if (nature === 'person') return participant(row);
      if (nature === 'signature') signed = true;
      if (nature === 'line') heading = readHeading(row, heading);
      if (nature === 'stray') {
        const message =
          'В строке есть балл или статус, но нет ни участника, ни класса: строка не прочитана. Если это участник, впишите его.';
        reading.warn('stray-row', message, { row: row.number });
      }
      return 'service';
    },
  };
}
