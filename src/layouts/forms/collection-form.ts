import { foldText } from '../../records/fold.ts';
import type { Question } from '../../records/variables/question.ts';
import type { Row } from '../../sheets/sheet.ts';
import { textAt } from '../columns.ts';
import type { Layout, Place, Preview, Reading, RowReader } from '../layout.ts';
import { shown } from '../shown.ts';
import { emitValue } from '../supplied-value.ts';
import { readValue } from '../variable-value.ts';
import { type Answer, contradictions } from './contradictions.ts';
import { type FormSheet, findQuestion, formSheet } from './form-sheet.ts';
import { ANSWER_TITLE, FORM_VERSION, parseIdentity, ROW_KEYS } from './identity.ts';
import { isForeign, ownerOf } from './owner.ts';

/** The form by which organisations and the authority report what no export holds («msoko form»). */
export const collectionForm: Layout = {
  id: 'collection-form',
  title: 'Форма сбора показателей',
  source: 'statistics',
  recognise({ rows }: Preview) {
    const known = rows.some((row) => row.cells.some((cell) => cell && parseIdentity(cell.text)));
    return known ? { confidence: 1, why: 'метка формы msoko' } : undefined;
  },
  open: readForm,
};

function readForm(reading: Reading): RowReader {
  let form: FormSheet | undefined;
  const questions: Question[] = [];
  const answers: Answer[] = [];
  let refused = false;
  return {
    row(row) {
      if (!form) {
        form = formSheet(row);
        return 'preamble';
      }
      const key = textAt(row, form.keyColumn);
      if (key === ROW_KEYS.header) {
        form.answerColumn = columnOf(row, ANSWER_TITLE);
        return 'preamble';
      }
      if (form.answerColumn === undefined) {
        form.head.set(key, row);
        return 'preamble';
      }
      const cell = row.cells[form.answerColumn];
      const text = textAt(row, form.answerColumn);
      const place: Place = { row: row.number, column: form.answerColumn, header: ANSWER_TITLE };
      const question = findQuestion(key);
      if (!question) {
        if (text === '') return 'service';
        if (key === '') {
          reading.warn(
            'row-added',
            'Этой строки в форме не было: она не прочитана. Строки не добавляйте.',
            place,
          );
          return 'service';
        }
        const message =
          'Этого вопроса msoko не знает: форма другого выпуска. Выпустите её заново: msoko form.';
        reading.error('unknown-question', message, place);
        refused = true;
        return 'rejected';
      }
      if (cell?.kind === 'formula-without-value') {
        const message =
          'В ячейке формула без посчитанного значения. Откройте форму, сохраните её и загрузите снова.';
        reading.error('formula-without-value', message, place);
        refused = true;
        return 'rejected';
      }
      questions.push(question);
      const read = readValue(question.variable, text);
      if ('code' in read) {
        reading.error(read.code, read.message, { ...place, ...shown(text) });
        refused = true;
        return 'rejected';
      }
      if ('value' in read) answers.push({ question, value: read.value, place });
      // Stored at the end, when everything that it must agree with is known.
      return 'service';
    },
    end() {
      if (!form || form.answerColumn === undefined) {
        const message =
          'В форме нет строки заголовков со столбцом «Ответ». Выпустите форму заново: msoko form.';
        reading.error('header-not-found', message, { row: form?.row ?? 1 });
        return;
      }
      const { identity, row } = form;
      if (identity.version > FORM_VERSION) {
        const message = 'Форма выпущена более новой msoko. Обновите программу и загрузите форму снова.';
        reading.error('form-version', message, { row });
        return;
      }
      if (isForeign(reading, form)) return;
      if (answers.length === 0) {
        if (refused) return;
        const message = 'В форме нет ни одного ответа. Заполните жёлтые ячейки и загрузите форму снова.';
        reading.error('form-empty', message, { row });
        return;
      }
      const owner = ownerOf(reading, form);
      if (!owner) return;
      for (const { code, message, place } of contradictions(questions, answers)) {
        reading.error(code, message, place);
      }
      for (const { question, value, place } of answers) {
        const { variable, breakdown } = question;
        emitValue(reading, { variable, year: identity.year, school: owner.school, breakdown, value }, place);
      }
    },
  };
}

function columnOf(row: Row, title: string): number | undefined {
  const column = row.cells.findIndex((cell) => cell && foldText(cell.text) === foldText(title));
  return column < 0 ? undefined : column;
}
