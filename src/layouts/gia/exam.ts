import { subjectTitle } from '../../records/subject.ts';
import { parseYear } from '../../records/year.ts';
import type { Place, Reading } from '../layout.ts';
import { type ExamLine, subjectOfExam } from './exam-line.ts';
import type { Header } from './header.ts';
import { type ProtocolTitle, procedureOf, subjectOfPaper } from './procedure.ts';
import { type Exam, resultField } from './result.ts';

/** Where the facts of an exam come from. */
export interface ExamSource {
  line?: ExamLine | undefined;
  title?: ProtocolTitle | undefined;
  header: Header;
  /** Row to which problems of the whole block point. */
  place: Place;
}

/** Settles the exam of the rows of a block; each problem of the block is reported once. */
export interface ExamSettler {
  /** @param grade grade of the row's class; where it is unknown, the last known one of the block counts */
  exam(grade: number | undefined): Exam | undefined;
}

/** Subject and year of the block are settled at once, the procedure by the class of each row. */
export function settleExam(reading: Reading, source: ExamSource): ExamSettler {
  const { line, title, header, place } = source;
  const { given } = reading;
  const reported = new Set<string>();
  const refuse = (code: string, message: string) => {
    if (!reported.has(code)) reading.error(code, message, place);
    reported.add(code);
  };
  let lastGrade: number | undefined;
  const settled = new Map<number | undefined, Exam | undefined>();

  const subject = line ? subjectOf(reading, line, place, refuse) : given.subject;
  if (!line && !subject) {
    refuse(
      'missing-subject',
      'Не сказано, какой это предмет. Укажите его: --subject russian (или mathematics, physics…).',
    );
  }
  const year = (line?.date ? parseYear(line.date.slice(0, 4)) : undefined) ?? given.year;
  if (year === undefined) {
    refuse('missing-year', 'Не сказано, какой это год: нет даты экзамена. Укажите год: --year 2022.');
  }

  const settle = (grade: number | undefined): Exam | undefined => {
    if (!subject || year === undefined) return undefined;
    const columns = { hasScore: header.has('score'), hasMark: header.has('mark') };
    const procedure = procedureOf({
      given: given.procedure,
      title,
      code: line?.code,
      form: line?.form,
      subject,
      ...columns,
      grade,
    });
    if (!procedure) {
      refuse(
        'missing-procedure',
        'По файлу не понять, ОГЭ это, ЕГЭ или ГВЭ. Укажите: --procedure oge (или ege, gve9, gve11).',
      );
      return undefined;
    }
    const exam: Exam = {
      year,
      date: line?.date,
      procedure,
      subject: subjectOfPaper(procedure, subject, columns),
    };
    if (!resultField(header, exam) && (columns.hasScore || columns.hasMark)) {
      const [wanted, other] = columns.hasMark ? ['Балл', 'oge'] : ['Оценка', 'ege'];
      refuse(
        'missing-result-column',
        `Нет столбца «${wanted}», а для этого экзамена результат стоит в нём. Если экзамен другой, укажите: --procedure ${other}.`,
      );
      return undefined;
    }
    return exam;
  };

  return {
    exam(grade) {
      lastGrade = grade ?? lastGrade;
      if (!settled.has(lastGrade)) settled.set(lastGrade, settle(lastGrade));
      return settled.get(lastGrade);
    },
  };
}

function subjectOf(
  reading: Reading,
  line: ExamLine,
  place: Place,
  refuse: (code: string, message: string) => void,
): string | undefined {
  const { subject, disagrees, byCode } = subjectOfExam(line);
  if (!subject) {
    if (reading.given.subject) return reading.given.subject;
    refuse(
      'unknown-subject',
      `Предмет «${line.name}» не известен. Исправьте название («Русский язык», «Физика») или укажите: --subject russian.`,
    );
  } else if (disagrees) {
    reading.warn(
      'subject-code-differs',
      `Код ${line.code} принадлежит другому предмету, чем «${line.name}». Взято название: ${subjectTitle(subject)}.`,
      place,
    );
  } else if (byCode) {
    reading.warn(
      'subject-by-code',
      `Название «${line.name}» не известно, предмет взят по коду ${line.code}: ${subjectTitle(subject)}. Проверьте.`,
      place,
    );
  }
  return subject;
}
