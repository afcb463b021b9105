import type { PaperBorders, PaperFacts } from '../facts/paper-facts.ts';
import { type Paper, paperId } from '../records/paper.ts';
import { categoriesOf } from './categories.ts';
import { CRITERIA } from './criteria/criteria.ts';
import type { Parameters } from './parameters/parameters.ts';
import type { RiskSchools, SchoolVerdict } from './verdict.ts';

/** Facts that the rules may ask for, of every school. */
export interface RuleFacts {
  paper(school: string, paper: Paper, year: number): PaperFacts | undefined;
  value(school: string, variable: string, year: number): number | undefined;
}

/** Name of this set of rules, printed in every answer. */
export const RULES = 'polozhenie-1.2';

/** Years in which any criterion of section 1.2 looks, for an identification year. */
export function yearsOf(year: number, parameters: Parameters): number[] {
  return [...new Set(CRITERIA.flatMap((criterion) => criterion.window(year, parameters)))].sort();
}

/** What must be counted before section 1.2 can be judged: papers by year, with their borders in force. */
export function bordersOf(year: number, parameters: Parameters): PaperBorders[] {
  const papers = new Map(
    CRITERIA.flatMap(({ papers: asked }) => asked.map((paper) => [paperId(paper), paper] as const)),
  );
  return [...papers.values()].flatMap((paper) =>
    yearsOf(year, parameters).map((past) => borderOf(paper, past, parameters)),
  );
}

/** Borders of one paper in one year, from the dated parameters. */
export function borderOf(paper: Paper, year: number, parameters: Parameters): PaperBorders {
  const scale = parameters.valueAt(`vpr-scale.${paperId(paper).replace(/^vpr-/, '')}`, year) as
    | number[]
    | undefined;
  const minimum = parameters.valueAt(`ege-minimum.${paper.subject}`, year) as number | undefined;
  return {
    ...paper,
    year,
    ...(paper.procedure === 'vpr' && scale ? { scale: [scale[0]!, scale[1]!, scale[2]!] as const } : {}),
    ...(paper.procedure === 'ege'
      ? {
          minimumTestScore: minimum,
          averageTestScore: parameters.number('systems.average-ege-score'),
          topTestScore: parameters.number('low.ege-top-score'),
        }
      : {}),
  };
}

/**
 * Section 1.2, indicator 1: every criterion for every school, and the three categories.
 * @param year identification year
 */
export function judgeRiskSchools(
  year: number,
  schools: readonly { code: string; name: string; grades?: readonly [number, number] }[],
  facts: RuleFacts,
  parameters: Parameters,
): RiskSchools {
  const verdicts = schools.map(({ code, name, grades }): SchoolVerdict => {
    const evidence = {
      grades,
      paper: (paper: Paper, past: number) => facts.paper(code, paper, past),
      value: (variable: string, past: number) => facts.value(code, variable, past),
    };
    const criteria = CRITERIA.map((criterion) => criterion.judge({ year, evidence, parameters }));
    return { school: code, name, ...categoriesOf(criteria, parameters), criteria };
  });
  return {
    year,
    rules: RULES,
    parameters: parameters.overridden(),
    schools: verdicts,
    summary: summaryOf(verdicts),
  };
}

/** How many of some schools are in each category, and in any. */
export function summaryOf(schools: readonly SchoolVerdict[]): RiskSchools['summary'] {
  const answers = ({ lowResults, adverseConditions, riskZone }: SchoolVerdict) => [
    lowResults,
    adverseConditions,
    riskZone,
  ];
  const any = schools.filter((school) => answers(school).includes('yes')).length;
  return {
    schools: schools.length,
    lowResults: schools.filter(({ lowResults }) => lowResults === 'yes').length,
    adverseConditions: schools.filter(({ adverseConditions }) => adverseConditions === 'yes').length,
    riskZone: schools.filter(({ riskZone }) => riskZone === 'yes').length,
    any,
    share: schools.length > 0 ? any / schools.length : null,
    undecided: schools.filter(
      (school) => !answers(school).includes('yes') && answers(school).includes('insufficient-data'),
    ).length,
  };
}
