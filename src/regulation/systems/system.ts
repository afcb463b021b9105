import type { Respondent } from '../../records/variables/variable.ts';

/** Sections of the Положение, one a system; `quality` is built from 2.2 and stands in no section. */
export const SYSTEM_IDS = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '3.1',
  'quality',
] as const;

export type SystemId = (typeof SYSTEM_IDS)[number];

/** Where an indicator stands in its section. */
export type IndicatorRole =
  /** A bullet of the list. */
  | 'main'
  /** A criterion of 1.2, indicator 1. */
  | 'criterion'
  /** A measure inside a bullet. */
  | 'sub'
  /** A named index. */
  | 'index'
  /** Defined in another section, shown here too. */
  | 'reference'
  /** «Иные показатели»: left to the user. */
  | 'open'
  /** Stands in the monitoring list alone. */
  | 'monitoring-only';

/** `share` is a fraction of a whole, `ratio` may exceed one, `presence` is yes or no. */
export type IndicatorKind = 'share' | 'count' | 'presence' | 'index' | 'ratio' | 'list';

/** Which way is better; `neutral` where the Положение does not say (no traffic light). */
export type Direction = 'up' | 'down' | 'neutral';

/** How the value comes about. */
export type Measure =
  /**
   * Reported values, summed over the organisations that are asked: part ÷ whole; without a whole a count. Several
   * variables on one side are added together: graduates of grades 9 and 11.
   */
  | {
      from: 'values';
      part: readonly string[];
      whole?: readonly string[];
      /** A running total over years (нарастающим итогом), whose last addend is the year's own count. */
      cumulative?: true;
    }
  /** Organisations that answered «да» to every one of these ÷ organisations whose answers decide it. */
  | { from: 'organisations'; having: readonly string[]; of: readonly Respondent[] }
  /** Organisations whose score lies on this side of a border, a parameter of the year ÷ organisations with a score. */
  | {
      from: 'scores';
      score: string;
      side: 'below' | 'at-least';
      border: string;
      of: readonly Respondent[];
    }
  /** A reported number ÷ organisations of these kinds in the roster: «от числа руководителей», one head each. */
  | { from: 'per-organisation'; part: string; of: readonly Respondent[] }
  /** Yes where the authority, or at least one organisation, answered «да». */
  | { from: 'presence'; of: string }
  /** Computed from results or verdicts, under the indicator's own id; from these reported values where it reads any. */
  | { from: 'computed'; variables?: readonly string[] }
  /** The value of another indicator. */
  | { from: 'reference'; to: string }
  /** Left to the user: any observations under the indicator's id without its prefix. */
  | { from: 'open' };

/** An indicator (показатель) of the Положение. */
export interface Indicator {
  /** `meth.young-teachers-covered-share`. */
  id: string;
  /** Row in its section, from 1. */
  number: number;
  role: IndicatorRole;
  title: string;
  /** «раздел 2.4, показатель 2». */
  clause: string;
  kind: IndicatorKind;
  direction: Direction;
  /** What is divided by what, in words. */
  formula: string;
  measure: Measure;
  /** How the section's monitoring list words it, where that gives another number. */
  monitoring?: { formula: string; measure: Measure };
  /** Dimension by which it is shown too. */
  by?: string;
  /** Codes of the data sources that the section names: `S20`. */
  sources: readonly string[];
}

/** A sentence of the Положение with its id: goal, analysis item, addressee. */
export interface Item {
  /** `2.4-A1`. */
  id: string;
  text: string;
}

/** A goal (цель) of a section, and the indicators that tell how far it is reached. */
export interface Goal extends Item {
  indicators: readonly string[];
}

export interface AnalysisItem extends Item {
  /** Indicators that the item is about. */
  indicators: readonly string[];
  /** Where it asks for a list of organisations: of those that conform, of those that do not, or of either. */
  lists?: 'conforming' | 'non-conforming' | 'both';
}

/** Whom recommendations are sent to (субъект образовательного процесса). */
export interface Addressee extends Item {
  who:
    | 'pupils'
    | 'parents'
    | 'teachers'
    | 'heads'
    | 'authority'
    | 'organisations'
    | 'training-providers'
    | 'methodical-support';
}

/** A measure (комплекс мер) or a management decision (управленческое решение) of the section's menu. */
export interface Step extends Item {
  /** Indicators that it aims at. */
  aims: readonly string[];
}

/** A system (система, направление) of the МСОКО: one section of the Положение. */
export interface System {
  id: SystemId;
  /** Begins the ids of its indicators. */
  prefix: string;
  title: string;
  /** Where it does not stand in the Положение: why it exists. */
  notInRegulation?: string;
  goals: readonly Goal[];
  methods: readonly string[];
  /** Data sources that the section names, by code. */
  sources: readonly { code: string; title: string }[];
  indicators: readonly Indicator[];
  analysis: readonly AnalysisItem[];
  addressees: readonly Addressee[];
  measures: readonly Step[];
  decisions: readonly Step[];
  /** Over how many calendar years after the reporting period the effect of measures is looked at. */
  effectiveness: { years: 1 | 2; text: string };
}
