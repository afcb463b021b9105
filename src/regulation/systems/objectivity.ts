import type { Objectivity } from '../objectivity/objectivity.ts';
import { type IndicatorDescription, type IndicatorValue, shareOf } from './indicator.ts';

const SYSTEM = '1.1';

/** What supplies the indicators that schools and the authority report themselves. */
const FROM_FORMS: readonly IndicatorDescription[] = [
  {
    id: 'obj.oo-procedure-control-share',
    system: SYSTEM,
    title: 'Доля ОО, в которых осуществляется контроль за соблюдением порядка проведения процедур',
    clause: 'раздел 1.1, показатель 2',
    formula: 'ОО с контролем ÷ ОО, проводившие процедуру',
  },
  {
    id: 'obj.olympiad-control-subject-share',
    system: SYSTEM,
    title: 'Доля предметов, на которых осуществляется контроль за порядком олимпиад',
    clause: 'раздел 1.1, показатель 3',
    formula: 'предметы олимпиад с контролем ÷ предметы, по которым проведён этап',
  },
  {
    id: 'obj.procedure-observation-subject-share',
    system: SYSTEM,
    title: 'Доля предметов с общественным наблюдением при проведении процедур',
    clause: 'раздел 1.1, показатель 4',
    formula: 'предметы с наблюдением ÷ предметы, по которым проведена процедура',
  },
  {
    id: 'obj.olympiad-observation-subject-share',
    system: SYSTEM,
    title: 'Доля предметов с общественным наблюдением при проведении олимпиад',
    clause: 'раздел 1.1, показатель 5',
    formula: 'предметы олимпиад с наблюдением ÷ предметы, по которым проведён этап',
  },
  {
    id: 'obj.teachers-trained-on-results-use-share',
    system: SYSTEM,
    title: 'Доля педагогов, прошедших подготовку по использованию результатов процедур',
    clause: 'раздел 1.1, показатель 6',
    formula: 'прошедшие подготовку ÷ все педагогические работники',
  },
];

/**
 * The indicators of section 1.1: the share of schools on the list, the four indices of 2.1 (external index: schools
 * with at least one flagged paper), and the places of those that forms will fill.
 * @param listed codes of schools with a marker in the imported list; `undefined` where no list was imported
 */
export function objectivityIndicators(
  { schools, procedures, medalists, olympiads }: Objectivity,
  listed: ReadonlySet<string> | undefined,
): IndicatorValue[] {
  const taken = schools.filter(({ papers }) => papers > 0);
  const whole = procedures.filter(({ paper }) => paper === null);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const describe = (id: string, title: string, clause: string, formula: string): IndicatorDescription => ({
    id,
    system: SYSTEM,
    title,
    clause,
    formula,
  });
  return [
    shareOf(
      describe(
        'obj.oo-on-bias-list-share',
        'Доля ОО, вошедших в список с признаками необъективности',
        'раздел 1.1, показатель 1',
        'ОО с маркером опубликованного списка ÷ ОО, участвовавшие в процедурах',
      ),
      taken.filter(({ school }) => listed?.has(school)).length,
      listed ? taken.length : 0,
      listed ? [] : taken.map(({ school }) => school),
    ),
    ...FROM_FORMS.map((description) =>
      shareOf(
        description,
        0,
        0,
        schools.map(({ school }) => school),
      ),
    ),
    shareOf(
      describe(
        'obj.ref-external-bias-index',
        'ОО в зоне риска: внешний индекс необъективности не меньше 1',
        'раздел 1.1, показатель 7',
        'ОО, где отмечена хотя бы одна работа, ÷ ОО, участвовавшие в процедурах',
      ),
      taken.filter(({ externalIndex }) => externalIndex > 0).length,
      taken.length,
      [],
    ),
    shareOf(
      describe(
        'obj.ref-medalist-nonconfirmation-index',
        'Индекс неподтверждения медалистов',
        'раздел 1.1, показатель 7',
        'претенденты с ЕГЭ существенно ниже требуемого ÷ претенденты с ЕГЭ',
      ),
      medalists.unconfirmed ?? 0,
      medalists.unconfirmed === null ? 0 : medalists.withEge,
      [],
    ),
    shareOf(
      describe(
        'obj.ref-procedure-bias-index',
        'Индекс необъективности оценочных процедур',
        'раздел 1.1, показатель 7',
        'участники отмеченных работ ÷ все участники',
      ),
      sum(whole.map(({ inRiskZone }) => inRiskZone)),
      sum(whole.map(({ participants }) => participants)),
      [],
    ),
    shareOf(
      describe(
        'obj.ref-olympiad-bias-index',
        'Индекс необъективности олимпиад',
        'раздел 1.1, показатель 7',
        'победители и призёры, не подтвердившие результат на ЕГЭ, ÷ победители и призёры с ЕГЭ',
      ),
      sum(olympiads.map(({ unconfirmed }) => unconfirmed)),
      sum(olympiads.map(({ withEge }) => withEge)),
      [],
    ),
  ];
}
