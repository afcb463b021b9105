import type { Question } from '../../records/variables/question.ts';
import { contradicts, type Relation } from '../../records/variables/relation.ts';
import { isWholeUnit } from '../../records/variables/units.ts';
import type { FormLine } from './lines.ts';

/** One step of a check: where the condition holds, its text is shown and nothing else is asked. */
interface Step {
  /** As a spreadsheet asks it. */
  condition: string;
  /** As it stands for the answers that are filled in now. */
  holds: boolean;
  text: string;
}

/** What the check of one line shows: a formula that lives, and the text that it gives now. */
export interface Check {
  formula: string;
  text: string;
}

export const RIGHT = '✔';
/** Begins every complaint of a check. */
export const WRONG = '✘';

/** Column of answers on the sheet. */
export const ANSWER_COLUMN = 'C';

type Ask = (question: Question) => number | undefined;

/**
 * The check of a line: empty without an answer, then what is wrong with the answer itself, then what it contradicts.
 * @param lineOf the line of a question
 * @param relations those of the whole form
 */
export function checkOf(
  line: FormLine,
  relations: readonly Relation[],
  lineOf: (question: Question) => FormLine,
  answer: Ask,
): Check {
  const cell = cellOf(line);
  const own = relations.filter((relation) => subject(relation) === line.question);
  const sum = own.find((relation) => relation.kind === 'sum');
  const answered = answer(line.question) !== undefined;
  const cuts = sum && rangeOf(sum.cuts.map(lineOf));
  const steps: Step[] = [
    ...(cuts
      ? [
          {
            condition: `AND(${cell}="",COUNT(${cuts})>0)`,
            holds: !answered && sum.cuts.some((cut) => answer(cut) !== undefined),
            text: '… впишите итог',
          },
        ]
      : []),
    { condition: `${cell}=""`, holds: !answered, text: '' },
    ...faults(line, cell).map((fault) => ({ ...fault, holds: false })),
    ...own.map((relation) => ({
      condition: conditionOf(relation, lineOf),
      holds: contradicts(relation, answer),
      text: complaint(relation, lineOf),
    })),
  ];
  const formula = steps.reduceRight(
    (rest, { condition, text }) => `IF(${condition},"${text}",${rest})`,
    `"${RIGHT}"`,
  );
  return { formula, text: steps.find(({ holds }) => holds)?.text ?? RIGHT };
}

/** What the catalogue's answers never are, and a hand may write. */
function faults({ question: { variable } }: FormLine, cell: string): { condition: string; text: string }[] {
  if (variable.unit === 'yes-no') {
    return [{ condition: `AND(${cell}<>"да",${cell}<>"нет")`, text: `${WRONG} нужно «да» или «нет»` }];
  }
  const [least, greatest] = variable.range ?? [0, undefined];
  const outside = greatest === undefined ? `${cell}<${least}` : `OR(${cell}<${least},${cell}>${greatest})`;
  const limits = greatest === undefined ? `от ${least}` : `от ${least} до ${greatest}`;
  return [
    { condition: `NOT(ISNUMBER(${cell}))`, text: `${WRONG} нужно число` },
    { condition: outside, text: `${WRONG} нужно число ${limits}` },
    ...(isWholeUnit(variable.unit)
      ? [{ condition: `${cell}<>INT(${cell})`, text: `${WRONG} нужно целое число` }]
      : []),
  ];
}

/** The question at which a contradiction is shown. */
function subject(relation: Relation): Question {
  return relation.kind === 'sum' ? relation.whole : relation.part;
}

function conditionOf(relation: Relation, lineOf: (question: Question) => FormLine): string {
  const cell = (question: Question) => cellOf(lineOf(question));
  switch (relation.kind) {
    case 'part':
    case 'cut': {
      const [part, whole] = [cell(relation.part), cell(relation.whole)];
      return relation.part.variable.unit === 'yes-no'
        ? `AND(${part}="да",${whole}="нет")`
        : `AND(ISNUMBER(${part}),ISNUMBER(${whole}),N(${part})>N(${whole})+0.000001)`;
    }
    case 'sum': {
      const cuts = rangeOf(relation.cuts.map(lineOf));
      const over = `ROUND(SUM(${cuts})-N(${cell(relation.whole)}),6)`;
      return `AND(COUNT(${cuts})>0,OR(${over}>0,AND(COUNT(${cuts})=${relation.cuts.length},${over}<0)))`;
    }
    case 'gate': {
      const part = cell(relation.part);
      const filled = relation.part.variable.unit === 'yes-no' ? `${part}="да"` : `N(${part})>0`;
      return `AND(${cell(relation.gate)}="нет",${filled})`;
    }
  }
}

function complaint(relation: Relation, lineOf: (question: Question) => FormLine): string {
  switch (relation.kind) {
    case 'part':
      return `${WRONG} часть больше целого: вопрос ${lineOf(relation.whole).number}`;
    case 'cut':
      return `${WRONG} больше, чем всего`;
    case 'sum':
      return `${WRONG} сумма строк ниже не равна итогу`;
    case 'gate':
      return `${WRONG} в вопросе ${lineOf(relation.gate).number} ответ «нет»`;
  }
}

function cellOf({ row }: FormLine): string {
  return `${ANSWER_COLUMN}${row}`;
}

/** Cuts stand below their total, one after another. */
function rangeOf(lines: readonly FormLine[]): string {
  return `${cellOf(lines[0]!)}:${cellOf(lines.at(-1)!)}`;
}
