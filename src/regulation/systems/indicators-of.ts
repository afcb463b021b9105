import type { Respondent } from '../../records/variables/variable.ts';
import type { Direction, Indicator, IndicatorKind, IndicatorRole, Measure, SystemId } from './system.ts';

/** What every indicator says, however its value comes about. */
interface Said {
  number: number;
  title: string;
  formula: string;
  sources: readonly string[];
  role?: IndicatorRole;
  /** «раздел 2.4, показатель 2» where absent: with the row's number. */
  clause?: string;
  by?: string;
  monitoring?: Indicator['monitoring'];
}

/** One variable, or several that are added together. */
type Variables = string | readonly string[];

interface Fraction {
  direction: Direction;
  part: Variables;
  whole: Variables;
}

const listOf = (variables: Variables): readonly string[] =>
  typeof variables === 'string' ? [variables] : variables;

const fraction = ({ part, whole }: Fraction) => ({ part: listOf(part), whole: listOf(whole) });

/** Makers of the indicators of one section: a section then reads as a list of what it asks for. */
export function indicatorsOf(system: SystemId, prefix: string) {
  const make = (
    id: string,
    kind: IndicatorKind,
    direction: Direction,
    measure: Measure,
    { number, title, formula, sources, role = 'main', clause, by, monitoring }: Said,
  ): Indicator => ({
    id: `${prefix}.${id}`,
    number,
    role,
    title,
    clause: clause ?? `раздел ${system}, показатель ${number}`,
    kind,
    direction,
    formula,
    measure,
    ...(monitoring ? { monitoring } : {}),
    ...(by ? { by } : {}),
    sources,
  });
  return {
    /** Part ÷ whole, both summed over the organisations that are asked. */
    share: (id: string, said: Said & Fraction) =>
      make(id, 'share', said.direction, { from: 'values', ...fraction(said) }, said),
    /** A named index (индекс) that is a share of reported values. */
    index: (id: string, said: Said & Fraction) =>
      make(id, 'index', said.direction, { from: 'values', ...fraction(said) }, { role: 'index', ...said }),
    count: (id: string, said: Said & { direction: Direction; part: Variables; cumulative?: true }) =>
      make(
        id,
        'count',
        said.direction,
        {
          from: 'values',
          part: listOf(said.part),
          ...(said.cumulative ? { cumulative: true } : {}),
        },
        said,
      ),
    /** A reported number ÷ the number of organisations, where one head stands for one organisation. */
    perOrganisation: (
      id: string,
      said: Said & { direction: Direction; part: string; of: readonly Respondent[] },
    ) => make(id, 'ratio', said.direction, { from: 'per-organisation', part: said.part, of: said.of }, said),
    /** Yes or no; better yes, unless told otherwise. */
    presence: (id: string, said: Said & { direction?: Direction; of: string }) =>
      make(id, 'presence', said.direction ?? 'up', { from: 'presence', of: said.of }, said),
    /** Share of organisations that answered «да», to every question where there are several. */
    organisations: (
      id: string,
      said: Said & { direction: Direction; having: string | readonly string[]; of: readonly Respondent[] },
    ) => {
      const having = typeof said.having === 'string' ? [said.having] : said.having;
      return make(id, 'share', said.direction, { from: 'organisations', having, of: said.of }, said);
    },
    /** Share of organisations whose score lies below a border, or not below it; the border is a parameter. */
    scores: (
      id: string,
      said: Said & {
        direction: Direction;
        score: string;
        side: 'below' | 'at-least';
        border: string;
        of: readonly Respondent[];
      },
    ) =>
      make(
        id,
        'share',
        said.direction,
        { from: 'scores', score: said.score, side: said.side, border: said.border, of: said.of },
        said,
      ),
    /** Computed from results or verdicts under the indicator's own id. */
    computed: (
      id: string,
      said: Said & { direction: Direction; kind: IndicatorKind; variables?: readonly string[] },
    ) =>
      make(
        id,
        said.kind,
        said.direction,
        { from: 'computed', ...(said.variables ? { variables: said.variables } : {}) },
        said,
      ),
    /** Defined in another section. */
    reference: (id: string, said: Said & { direction: Direction; kind: IndicatorKind; to: string }) =>
      make(id, said.kind, said.direction, { from: 'reference', to: said.to }, { role: 'reference', ...said }),
    /** «Иные показатели». */
    open: (id: string, said: Said) =>
      make(id, 'list', 'neutral', { from: 'open' }, { role: 'open', ...said }),
  };
}
