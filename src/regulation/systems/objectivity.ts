import type { Objectivity, SchoolObjectivity } from '../objectivity/objectivity.ts';
import type { BiasMarker } from '../objectivity/signs/b8.ts';
import { type IndicatorDescription, type IndicatorValue, shareOf } from './indicator.ts';

const LIST_SHARE = {
  id: 'obj.oo-on-bias-list-share',
  system: '1.1',
  title: 'Доля ОО, вошедших в список с признаками необъективности',
  clause: 'раздел 1.1, показатель 1',
  formula: 'ОО с маркером загруженного списка ÷ ОО, участвовавшие в процедуре, о которой список',
};

type Index = 'external' | 'medalists' | 'procedures' | 'olympiads';

/** The four indices: section 2.1 defines them, and indicator 7 of section 1.1 repeats them. */
const INDICES: readonly (Omit<IndicatorDescription, 'id' | 'system' | 'clause'> & {
  index: Index;
  id: string;
  number: number;
})[] = [
  {
    index: 'external',
    id: 'external-bias-index',
    number: 1,
    title: 'ОО в зоне риска: внешний индекс необъективности не меньше 1',
    formula: 'ОО, где отмечена хотя бы одна работа, ÷ ОО, участвовавшие в процедурах',
  },
  {
    index: 'medalists',
    id: 'medalist-nonconfirmation-index',
    number: 2,
    title: 'Индекс неподтверждения медалистов',
    formula: 'претенденты с ЕГЭ существенно ниже требуемого ÷ претенденты с ЕГЭ',
  },
  {
    index: 'procedures',
    id: 'procedure-bias-index',
    number: 3,
    title: 'Индекс необъективности оценочных процедур',
    formula: 'участники отмеченных работ ÷ участники всех работ',
  },
  {
    index: 'olympiads',
    id: 'olympiad-bias-index',
    number: 4,
    title: 'Индекс необъективности олимпиад',
    formula: 'дипломы победителей и призёров, не подтверждённые на ЕГЭ, ÷ дипломы с ЕГЭ по предмету',
  },
];

const describe = (system: '1.1' | '2.1') =>
  INDICES.map(({ index, id, number, title, formula }) => ({
    index,
    description: {
      id: system === '1.1' ? `obj.ref-${id}` : `objm.${id}`,
      system,
      title,
      clause: system === '1.1' ? 'раздел 1.1, показатель 7' : `раздел 2.1, показатель ${number}`,
      formula,
    },
  }));

const INDICES_OF_BOTH = [...describe('1.1'), ...describe('2.1')];

/** What the computed indicators of sections 1.1 and 2.1 are, without their values. */
export const OBJECTIVITY_INDICATORS: readonly IndicatorDescription[] = [
  LIST_SHARE,
  ...INDICES_OF_BOTH.map(({ description }) => description),
];

/**
 * The indicators of sections 1.1 and 2.1 that are computed, over the municipality. What schools and the authority report
 * is evaluated as in every section.
 * @param markers the imported list of the year; empty where none was imported
 */
export function objectivityIndicators(data: Objectivity, markers: readonly BiasMarker[]): IndicatorValue[] {
  return [
    listShare(data, markers),
    ...INDICES_OF_BOTH.map(({ index, description }) => VALUES[index](description, data)),
  ];
}

function listShare({ schools }: Objectivity, markers: readonly BiasMarker[]): IndicatorValue {
  const papers = new Set(markers.map(({ paper }) => paper));
  const procedures = new Set([...papers].map(procedureOf));
  const took = schools.filter(({ signs }) => signs.some(({ paper }) => procedures.has(procedureOf(paper))));
  const listed = took.filter(({ signs }) => signs.some((paper) => paper.signs.B8.state === 'yes'));
  // Who took part and is not on the list is known by results alone.
  const known = papers.size > 0 && took.some(hasResults);
  const missing = schools.filter((school) => !known || !took.includes(school)).map(({ school }) => school);
  return shareOf(LIST_SHARE, listed.length, known ? took.length : 0, missing);
}

function hasResults({ signs }: SchoolObjectivity): boolean {
  return signs.some(({ participants }) => participants > 0);
}

const VALUES: Readonly<
  Record<Index, (description: IndicatorDescription, data: Objectivity) => IndicatorValue>
> = {
  external(description, { schools }) {
    const taken = schools.filter(hasResults);
    const flagged = taken.filter(({ externalIndex }) => externalIndex > 0).length;
    const missing = schools.filter((school) => !hasResults(school)).map(({ school }) => school);
    return shareOf(description, flagged, taken.length, missing);
  },
  medalists(description, { medalists }) {
    const { candidates, unconfirmed, withEge } = medalists;
    if (unconfirmed === null) {
      return { ...shareOf(description, 0, 0, []), status: candidates === 0 ? 'no-data' : 'not-applicable' };
    }
    return withEge > 0 ? shareOf(description, unconfirmed, withEge, []) : withoutData(description);
  },
  procedures(description, { schools, procedures }) {
    const whole = procedures.filter(({ paper }) => paper === null);
    const missing = schools.filter((school) => !hasResults(school)).map(({ school }) => school);
    return shareOf(
      description,
      whole.reduce((sum, { inRiskZone }) => sum + inRiskZone, 0),
      whole.reduce((sum, { participants }) => sum + participants, 0),
      missing,
    );
  },
  olympiads(description, { olympiads }) {
    const withEge = olympiads.reduce((sum, one) => sum + one.withEge, 0);
    const unconfirmed = olympiads.reduce((sum, one) => sum + one.unconfirmed, 0);
    return withEge > 0 ? shareOf(description, unconfirmed, withEge, []) : withoutData(description);
  },
};

function withoutData(description: IndicatorDescription): IndicatorValue {
  return { ...shareOf(description, 0, 0, []), status: 'no-data' };
}

function procedureOf(paper: string): string {
  return paper.split('-')[0]!;
}
