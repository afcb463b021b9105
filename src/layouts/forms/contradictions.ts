import { breakdownTitle } from '../../records/variables/dimension.ts';
import { type Question, questionKey } from '../../records/variables/question.ts';
import { contradicts, type Relation, relationsBetween } from '../../records/variables/relation.ts';
import { a1 } from '../../sheets/address.ts';
import type { Place } from '../layout.ts';

/** An answer of a form, and the cell in which it stands. */
export interface Answer {
  question: Question;
  value: number;
  place: Place;
}

export interface Contradiction {
  code: string;
  message: string;
  place: Place;
}

/**
 * Every answer that cannot be true beside another one of the same form.
 * @param questions all that were asked: unanswered cuts leave their sum open
 */
export function contradictions(questions: readonly Question[], answers: readonly Answer[]): Contradiction[] {
  const given = new Map(answers.map((answer) => [questionKey(answer.question), answer]));
  const find = (question: Question) => given.get(questionKey(question));
  return relationsBetween(questions)
    .filter((relation) => contradicts(relation, (question) => find(question)?.value))
    .map((relation) => {
      const place = find(relation.kind === 'sum' ? relation.whole : relation.part)!.place;
      return { ...wordsOf(relation, (question) => answerText(question, find(question))), place };
    });
}

function wordsOf(
  relation: Relation,
  text: (question: Question) => string,
): Pick<Contradiction, 'code' | 'message'> {
  switch (relation.kind) {
    case 'part': {
      const message = `Часть больше целого: ${text(relation.part)}, а ${text(relation.whole)}. Исправьте одно из чисел.`;
      return { code: 'part-above-whole', message };
    }
    case 'cut': {
      const message = `Разрез больше, чем всего: ${text(relation.part)}, а ${text(relation.whole)}. Исправьте одно из чисел.`;
      return { code: 'cut-above-total', message };
    }
    case 'sum': {
      const message = `Сумма строк разреза не равна итогу: ${text(relation.whole)}. Исправьте итог или строки под ним.`;
      return { code: 'cuts-not-total', message };
    }
    case 'gate': {
      const message = `Ответ лишний: ${text(relation.gate)}. Оставьте ячейку пустой или исправьте тот ответ.`;
      return { code: 'answer-not-asked', message };
    }
  }
}

/** «Молодые педагоги, всего» — 4 (C12). */
function answerText({ variable, breakdown }: Question, answer: Answer | undefined): string {
  const cut = breakdown ? `, ${breakdownTitle(breakdown)}` : '';
  const { value, place } = answer!;
  const shown = variable.unit === 'yes-no' ? (value === 1 ? 'да' : 'нет') : String(value).replace('.', ',');
  return `«${variable.title}»${cut} — ${shown} (${a1(place.column!, place.row)})`;
}
