import { yearsBefore } from '../criteria/criterion.ts';
import { contradictionOf, notCounted } from '../criteria/school-values.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { RuleFacts } from '../risk-schools.ts';
import type { RiskSchools } from '../verdict.ts';
import { type IndicatorDescription, type IndicatorValue, shareOf } from './indicator.ts';
import { type DynamicsRow, improved } from './low-dynamics.ts';

const SYSTEM = '1.2';

const DESCRIPTIONS = {
  riskSchools: {
    id: 'low.low-result-or-adverse-or-risk-school-share',
    system: SYSTEM,
    title: 'Доля школ с низкими результатами, в неблагоприятных социальных условиях, зоны риска',
    clause: 'раздел 1.2, показатель 1',
    formula: 'школы хотя бы одной из трёх категорий ÷ все школы муниципалитета',
  },
  attendance: {
    id: 'low.lesson-attendance-share',
    system: SYSTEM,
    title: 'Доля уроков, посещённых обучающимися школ с низкими результатами и в неблагоприятных условиях',
    clause: 'раздел 1.2, показатель 1, критерий 11',
    formula: 'посещённые уроки ÷ уроки по учебному плану',
  },
  riskGroup: {
    id: 'low.risk-group-pupil-share',
    system: SYSTEM,
    title: 'Доля обучающихся «группы риска» в общем числе обучающихся',
    clause: 'раздел 1.2, показатель 1, критерий 12',
    formula: 'обучающиеся «группы риска» ÷ все обучающиеся муниципалитета',
  },
  coverage: {
    id: 'low.risk-group-covered-share',
    system: SYSTEM,
    title: 'Доля обучающихся «группы риска», охваченных сопровождением',
    clause: 'раздел 1.2, показатель 1, критерий 13',
    formula: 'охваченные сопровождением ÷ обучающиеся «группы риска»',
  },
  dynamics: {
    id: 'low.support-school-positive-dynamics-share',
    system: SYSTEM,
    title:
      'Доля школ с низкими результатами и в неблагоприятных условиях с ежегодной положительной динамикой',
    clause: 'раздел 1.2, показатель 2',
    formula: 'школы, где доля низких результатов снижалась каждый год окна, ÷ такие школы с данными',
  },
  teachers: {
    id: 'low.support-school-teacher-dynamics-share',
    system: SYSTEM,
    title:
      'Доля педагогов школ с низкими результатами и в неблагоприятных условиях с положительной динамикой компетенций',
    clause: 'раздел 1.2, показатель 3',
    formula: 'педагоги с положительной динамикой ÷ педагоги, прошедшие диагностику дважды',
  },
} satisfies Record<string, IndicatorDescription>;

/** What the indicators of section 1.2 are, without their values. */
export const LOW_INDICATORS: readonly IndicatorDescription[] = Object.values(DESCRIPTIONS);

/** The indicators of section 1.2 for the whole municipality. */
export function lowIndicators(
  risk: RiskSchools,
  facts: RuleFacts,
  dynamics: readonly DynamicsRow[],
  parameters: Parameters,
): IndicatorValue[] {
  const supported = risk.schools.filter(
    (school) => school.lowResults === 'yes' || school.adverseConditions === 'yes',
  );
  const all = risk.schools.map(({ school }) => school);
  const helped = supported.map(({ school }) => school);
  return [
    riskSchoolShare(risk),
    pooled(DESCRIPTIONS.attendance, helped, 'lessons-attended', 'lessons-due', risk.year, facts),
    pooled(DESCRIPTIONS.riskGroup, all, 'risk-group', 'pupils', risk.year, facts),
    pooled(DESCRIPTIONS.coverage, all, 'risk-group-covered', 'risk-group', risk.year, facts),
    positiveDynamics(risk, helped, dynamics, parameters),
    pooled(
      DESCRIPTIONS.teachers,
      helped,
      'teachers-positive-dynamics',
      'teachers-diagnosed-twice',
      risk.year,
      facts,
    ),
  ];
}

function riskSchoolShare(risk: RiskSchools): IndicatorValue {
  const undecided = risk.schools.filter((school) => {
    const answers = [school.lowResults, school.adverseConditions, school.riskZone];
    return !answers.includes('yes') && answers.includes('insufficient-data');
  });
  return shareOf(
    DESCRIPTIONS.riskSchools,
    risk.summary.any,
    risk.summary.schools,
    undecided.map(({ school }) => school),
  );
}

/** A school shows positive dynamics every year when its results improved from each year of the window to the next. */
function positiveDynamics(
  risk: RiskSchools,
  supported: readonly string[],
  dynamics: readonly DynamicsRow[],
  parameters: Parameters,
): IndicatorValue {
  const years = yearsBefore(risk.year, parameters.number('low.window-years'));
  const pairs = years.slice(1).map((year) => [year - 1, year] as const);
  const judged = supported.map((school) => {
    const rows = dynamics.filter((row) => row.school === school);
    const steps = pairs.map(([from, to]) => improved(rows, from, to));
    if (steps.includes(false)) return { school, positive: false };
    return { school, positive: steps.includes(undefined) ? undefined : true };
  });
  const known = judged.filter(({ positive }) => positive !== undefined);
  return shareOf(
    {
      ...DESCRIPTIONS.dynamics,
      formula: `школы, где доля низких результатов снижалась каждый год (${years.join(' → ')}), ÷ такие школы с данными`,
    },
    known.filter(({ positive }) => positive).length,
    known.length,
    judged.filter(({ positive }) => positive === undefined).map(({ school }) => school),
  );
}

/**
 * A share of sums over schools. Schools without either value are lacking, and so are those whose part is greater than
 * its whole: one mistyped number would otherwise move the whole municipality.
 */
function pooled(
  description: IndicatorDescription,
  schools: readonly string[],
  part: string,
  whole: string,
  year: number,
  facts: RuleFacts,
): IndicatorValue {
  let numerator = 0;
  let denominator = 0;
  const missing: string[] = [];
  const contradictions: string[] = [];
  for (const school of schools) {
    const [some, all] = [facts.value(school, part, year), facts.value(school, whole, year)];
    if (some === undefined || all === undefined) {
      missing.push(school);
      continue;
    }
    const contradiction = contradictionOf({ part, whole }, some, all);
    if (contradiction) {
      missing.push(school);
      contradictions.push(`${school}: ${contradiction}`);
      continue;
    }
    numerator += some;
    denominator += all;
  }
  const share = shareOf(description, numerator, denominator, missing);
  return contradictions.length > 0 ? { ...share, reason: notCounted(contradictions) } : share;
}
