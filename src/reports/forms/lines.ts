import { breakdownTitle, dimension } from '../../records/variables/dimension.ts';
import { type Question, questionKey } from '../../records/variables/question.ts';
import { UNIT_WORDS } from '../../records/variables/units.ts';

/** A line of a form: one question with its number, words and place. */
export interface FormLine {
  question: Question;
  key: string;
  /** `7`, and `7.2` for its second cut. */
  number: string;
  /** Row of the sheet, from 1. */
  row: number;
  text: string;
  /** What to count and what not, and how cuts belong together. */
  notes: readonly string[];
  unit: string;
}

/** The lines of a form, the first of them on the given row. */
export function formLines(questions: readonly Question[], firstRow: number): FormLine[] {
  const lines: FormLine[] = [];
  const numbers = new Map<string, string>();
  let total = 0;
  let cut = 0;
  for (const question of questions) {
    const { variable, breakdown } = question;
    if (breakdown === undefined) {
      total++;
      cut = 0;
    } else cut++;
    const key = questionKey(question);
    const number = breakdown === undefined ? String(total) : `${total}.${cut}`;
    numbers.set(key, number);
    const gate = variable.askedIf && numbers.get(variable.askedIf.yes);
    lines.push({
      question,
      key,
      number,
      row: firstRow + lines.length,
      text: breakdown === undefined ? variable.title : breakdownTitle(breakdown),
      notes: breakdown === undefined ? notesOf(question, gate) : [],
      unit: UNIT_WORDS[variable.unit],
    });
  }
  return lines;
}

function notesOf({ variable }: Question, gate: string | undefined): string[] {
  const { by, counts, excludes, partition } = variable;
  const cuts = by === undefined ? undefined : dimension(by)?.title;
  return [
    ...(gate ? [`Отвечайте, если в вопросе ${gate} ответ «да».`] : []),
    ...(counts ? [`Считать: ${startLow(counts)}`] : []),
    ...(excludes ? [`Не считать: ${startLow(excludes)}`] : []),
    ...(cuts && partition ? [`Ниже — ${cuts}: вместе они дают этот итог.`] : []),
    ...(cuts && !partition
      ? [`Ниже — ${cuts}: один и тот же может стоять в нескольких строках, но каждая не больше этого итога.`]
      : []),
  ];
}

/** A sentence after a colon begins with a small letter, unless its first word is an abbreviation or in quotes. */
function startLow(sentence: string): string {
  return /^[А-ЯЁ][а-яё ]/.test(sentence) ? sentence[0]!.toLowerCase() + sentence.slice(1) : sentence;
}
