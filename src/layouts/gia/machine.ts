import { findSubject } from '../../records/subject.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { parseInteger } from '../number.ts';
import { type ExamSettler, settleExam } from './exam.ts';
import { type ExamLine, parseExamLine } from './exam-line.ts';
import { type Header, headerOf, headsParticipants } from './header.ts';
import { gradeOf, readResult } from './result.ts';

/** A protocol with machine headers (`SchoolCode` … `Mark5`); exam and date stand only in its name, `NN_YYYY.MM.DD`. */
export const giaMachine: Layout = {
  id: 'gia-machine',
  title: 'Протокол ГИА с машинными заголовками',
  source: 'gia',
  recognise: ({ rows }: Preview) =>
    rows.some(isMachineHeader)
      ? { confidence: 0.95, why: 'машинные заголовки SchoolCode, SurnameCell, PrimaryMark' }
      : undefined,
  open: readMachine,
};

function isMachineHeader(row: Preview['rows'][number]): boolean {
  const texts = new Set(row.cells.map((cell) => cell?.text.trim().toLowerCase()));
  const person = texts.has('surnamecell') || texts.has('documentnumbercode');
  const result = texts.has('primarymark') || texts.has('mark5') || texts.has('mark100');
  return texts.has('schoolcode') && person && result && headsParticipants(headerOf(row));
}

/** Exam of a file name: `04_2026.06.03.csv`. */
function examOfName(fileName: string): ExamLine | undefined {
  const found = /(?<!\d)(\d{1,3})[_ -]+(20\d\d)[._-](\d\d)[._-](\d\d)(?!\d)/.exec(fileName);
  if (!found) return undefined;
  // The code stands for the name as well: a file name has no other.
  return parseExamLine(`${found[1]} - ${found[1]} ${found[2]}.${found[3]}.${found[4]}`);
}

function readMachine(reading: Reading): RowReader {
  const line = examOfName(reading.fileName);
  const named = line && reading.given.subject && findSubject(reading.given.subject);
  let header: Header | undefined;
  let settler: ExamSettler | undefined;
  return {
    row(row): RowKind {
      if (isMachineHeader(row)) {
        const kind = header ? 'service' : 'preamble';
        header = headerOf(row);
        settler = undefined;
        return kind;
      }
      if (!header) return 'preamble';
      const filled = row.cells.filter((cell) => cell?.text.trim());
      if (filled.length <= 1 && parseInteger(header.text(row, 'school')) === undefined) return 'service';
      settler ??= settleExam(reading, {
        line: named ? { ...line, name: named } : line,
        header,
        place: { row: row.number },
      });
      const exam = settler.exam(gradeOf(header.text(row, 'class')));
      return exam ? readResult(reading, header, row, exam) : 'rejected';
    },
  };
}
