import type { Row } from '../../sheets/sheet.ts';
import { parseDate } from '../date.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { parseInteger } from '../number.ts';
import { type ExamSettler, settleExam } from './exam.ts';
import type { ExamLine } from './exam-line.ts';
import { type Header, headerOf } from './header.ts';
import { gradeOf, readResult } from './result.ts';

/** Flat statistics export of РЦОИ: a row a result, many subjects in one table, participants by `ID`. */
export const giaFlat: Layout = {
  id: 'gia-flat',
  title: 'Статистическая выгрузка РЦОИ',
  source: 'gia',
  recognise({ rows }: Preview) {
    for (const row of rows) {
      if (isFlatHeader(row))
        return { confidence: 0.9, why: 'предмет, код школы и баллы ГИА в каждой строке' };
      if (isSchoolsHeader(row)) return { confidence: 0.7, why: 'список школ при выгрузке РЦОИ' };
    }
    return undefined;
  },
  open: readFlat,
};

function isFlatHeader(row: Row): boolean {
  const header = headerOf(row);
  if (!header) return false;
  const subject = header.has('subject') || header.has('subjectName') || header.has('subjectCode');
  const result = header.has('score') || header.has('mark') || header.has('pass');
  const telling = header.has('percent') || header.has('short') || header.has('subjectName', 'id');
  return header.has('school') && subject && result && (telling || header.has('subjectCode', 'date'));
}

/** The second sheet of the export: schools with addresses, of which nothing is needed. */
function isSchoolsHeader(row: Row): boolean {
  const texts = new Set(row.cells.map((cell) => cell?.text.trim().toLowerCase()));
  return texts.has('schoolcode') && (texts.has('schoolkindcode') || texts.has('areacode'));
}

function readFlat(reading: Reading): RowReader {
  let header: Header | undefined;
  let schools = false;
  const settlers = new Map<string, ExamSettler>();
  return {
    row(row): RowKind {
      if (schools) return 'service';
      if (isFlatHeader(row)) {
        const kind = header ? 'service' : 'preamble';
        header = headerOf(row);
        settlers.clear();
        return kind;
      }
      if (!header) {
        schools = isSchoolsHeader(row);
        return 'preamble';
      }
      const texts = [
        header.text(row, 'subject'),
        header.text(row, 'subjectCode'),
        header.text(row, 'subjectName'),
        header.text(row, 'date'),
      ];
      const filled = row.cells.filter((cell) => cell?.text.trim());
      if (filled.length <= 1) return 'service';
      const key = texts.join('\u0000');
      let settler = settlers.get(key);
      if (!settler) {
        settler = settleExam(reading, {
          line: lineOf(texts as FlatExam),
          header,
          place: { row: row.number },
        });
        settlers.set(key, settler);
      }
      const exam = settler.exam(gradeOf(header.text(row, 'class')));
      return exam ? readResult(reading, header, row, exam) : 'rejected';
    },
  };
}

type FlatExam = [subject: string, code: string, name: string, date: string];

/** The exam of a row: `Предмет` may hold a code or a name. */
function lineOf([subject, codeText, nameText, dateText]: FlatExam): ExamLine | undefined {
  const code = parseInteger(codeText || subject);
  const name = nameText || (parseInteger(subject) === undefined ? subject : '') || codeText || subject;
  if (!name) return undefined;
  const date = parseDate(dateText);
  return { ...(code === undefined ? {} : { code }), name, ...(date ? { date } : {}) };
}
