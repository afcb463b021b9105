import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { textAt } from '../columns.ts';
import type { Layout, Place, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { parseInteger } from '../number.ts';
import { giaCode } from '../school-key.ts';
import { isAppealsHeader } from './appeals-header.ts';
import { type ExamSettler, settleExam } from './exam.ts';
import { type ExamLine, examLineOf } from './exam-line.ts';
import { type Header, headerOf, headsParticipants } from './header.ts';
import { type ProtocolTitle, readTitle } from './procedure.ts';
import { gradeOf, readResult } from './result.ts';

/** Протокол проверки результатов ЕГЭ, ОГЭ, ГВЭ: blocks of exams, each with its line, header, rows and footer. */
export const giaProtocol: Layout = {
  id: 'gia-protocol',
  title: 'Протокол проверки результатов ГИА',
  source: 'gia',
  recognise,
  open: readProtocol,
};

const TITLE = /^протокол проверки/;

function recognise({ rows }: Preview) {
  let title = false;
  let exam = false;
  for (const row of rows) {
    if (isAppealsHeader(row)) return undefined;
    const header = headerOf(row);
    if (headsParticipants(header)) {
      const strong = header.has('station') || header.has('short') || header.has('extended');
      if (exam) return { confidence: 0.95, why: 'строка экзамена с датой и таблица участников с баллами' };
      if (strong) return { confidence: 0.8, why: 'таблица участников с ППЭ или ответами по заданиям' };
      continue;
    }
    exam ||= examLineOf(row) !== undefined;
    title ||= TITLE.test(foldText(firstText(row)));
  }
  return title && exam
    ? { confidence: 0.6, why: 'заголовок протокола проверки и строка экзамена' }
    : undefined;
}

interface Block {
  line?: ExamLine;
  place: Place;
  people: number;
  absent: number;
}

function readProtocol(reading: Reading): RowReader {
  let title: ProtocolTitle | undefined;
  let header: Header | undefined;
  let settler: ExamSettler | undefined;
  let block: Block = { place: { row: 1 }, people: 0, absent: 0 };

  const open = (line: ExamLine, row: number) => {
    const same = block.line && JSON.stringify(block.line) === JSON.stringify(line);
    if (!same) block = { line, place: { row }, people: 0, absent: 0 };
    settler = same ? settler : undefined;
  };

  const readTitleOf = (row: Row) => {
    const found = readTitle(row.cells.map((cell) => cell?.text ?? '').join(' '));
    if (found.form || found.level) title = found;
  };

  return {
    row(row): RowKind {
      const idle = header ? 'service' : 'preamble';
      const line = examLineOf(row);
      if (line) {
        open(line, row.number);
        return idle;
      }
      const found = headerOf(row);
      if (headsParticipants(found)) {
        header = found;
        settler = undefined;
        if (!block.line) block.place = { row: row.number };
        return idle;
      }
      if (!header) {
        readTitleOf(row);
        return 'preamble';
      }
      const first = foldText(firstText(row));
      if (/^(средн|минимальн|максимальн|всего|итого)/.test(first)) {
        if (/^(всего|итого)/.test(first)) compareCount(reading, row, block);
        return 'service';
      }
      if (!isParticipant(header, row)) {
        readTitleOf(row);
        return 'service';
      }
      settler ??= settleExam(reading, { line: block.line, title, header, place: block.place });
      const exam = settler.exam(gradeOf(header.text(row, 'class')));
      const kind = exam ? readResult(reading, header, row, exam) : 'rejected';
      block.people++;
      if (kind === 'absent') block.absent++;
      return kind;
    },
    end() {
      if (header) return;
      reading.error(
        'missing-header',
        'Не найдена строка с названиями столбцов («Код ОО», «Фамилия», «Первичный балл», «Балл» или «Оценка»). Выгрузите протокол заново.',
        { row: block.place.row },
      );
    },
  };
}

/** A footer names the participants of its block; after it a new page of the block may follow. */
function compareCount(reading: Reading, row: Row, block: Block) {
  const texts = row.cells.flatMap((cell) =>
    cell && !cell.master && cell.text.trim() ? [cell.text.trim()] : [],
  );
  const stated =
    texts
      .slice(1)
      .map(parseInteger)
      .find((count) => count !== undefined) ??
    parseInteger(/(\d+)\s*(?:чел\S*)?\s*$/.exec(texts[0] ?? '')?.[1] ?? '');
  const { people, absent } = block;
  block.people = 0;
  block.absent = 0;
  if (stated === undefined || stated === people || stated === people - absent) return;
  reading.warn(
    'count-differs',
    `В конце таблицы указано участников: ${stated}, а прочитано строк: ${people}. Проверьте, весь ли протокол в файле.`,
    { row: row.number },
  );
}

/** Tells rows of participants from titles, signatures, page numbers and the row of column numbers. */
function isParticipant(header: Header, row: Row): boolean {
  const texts = row.cells.flatMap((cell) =>
    cell && !cell.master && cell.text.trim() ? [cell.text.trim()] : [],
  );
  if (texts.length < 2) return false;
  if (texts.every((text, index) => text === String(index + 1))) return false;
  const number = header.text(row, 'number');
  const results = ['primary', 'score', 'mark'] as const;
  const hasResult = results.some((field) => header.text(row, field) !== '');
  const school = header.text(row, 'school');
  if (number && parseInteger(number) === undefined && !giaCode(school) && !hasResult) return false;
  if (texts.length <= 3 && school && !giaCode(school) && !hasResult) return false;
  const keys = ['surname', 'fullName', 'document', 'documentNumber', 'participant'] as const;
  return keys.some((field) => header.text(row, field) !== '') || giaCode(school) !== undefined || hasResult;
}

function firstText(row: Row): string {
  const index = row.cells.findIndex((cell) => cell !== undefined && cell.text.trim() !== '');
  return index < 0 ? '' : textAt(row, index);
}
