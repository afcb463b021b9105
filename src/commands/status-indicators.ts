import type { AnswerStatus } from '../regulation/systems/answer.ts';
import { remedyOf } from '../regulation/systems/remedies.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { wholeAnswers } from '../reports/system/context.ts';
import { STATUS_WORDS } from '../reports/system/words.ts';
import type { SystemAssessment } from './system-assessment.ts';

/** Whether an indicator has data, and what would supply them. */
export interface IndicatorStatus {
  id: string;
  system: string;
  title: string;
  status: AnswerStatus;
  missing: readonly string[];
  /** Null where nothing is lacking. */
  remedy: string | null;
}

/** The completeness of every indicator that can be computed: references and open slots stand elsewhere or nowhere. */
export function indicatorStatus(assessment: SystemAssessment, year: number): IndicatorStatus[] {
  const noRoster = assessment.organisations.length === 0;
  return SYSTEMS.flatMap((system) => {
    const answers = new Map(
      wholeAnswers(assessment.answers(system, year)).map((answer) => [answer.id, answer]),
    );
    return system.indicators.flatMap((indicator): IndicatorStatus[] => {
      const answer = answers.get(indicator.id);
      if (!answer || indicator.measure.from === 'reference' || indicator.measure.from === 'open') return [];
      const { id, title, missing } = answer;
      // Without any organisation nothing seems to apply; what is lacking then is the roster.
      const status = answer.status === 'not-applicable' && noRoster ? 'no-data' : answer.status;
      const lacks = status === 'no-data' || status === 'incomplete';
      return [
        {
          id,
          system: system.id,
          title,
          status,
          missing,
          remedy: lacks
            ? `${noRoster ? 'Загрузите реестр ОО. ' : ''}${remedyOf(indicator, system, year)}`
            : null,
        },
      ];
    });
  });
}

/** The same in words, by system; what is complete is only counted. */
export function indicatorStatusLines(indicators: readonly IndicatorStatus[]): string[] {
  return SYSTEMS.flatMap(({ id, title }) => {
    const own = indicators.filter(({ system }) => system === id);
    if (own.length === 0) return [];
    const lacking = own.filter(({ remedy }) => remedy !== null);
    const head = `${id === 'quality' ? '' : `${id}. `}${title}: есть все данные — ${own.length - lacking.length} из ${own.length}`;
    return ['', head, ...lacking.flatMap(lackingLines)];
  });
}

function lackingLines({ title, status, missing, remedy }: IndicatorStatus): string[] {
  const codes = `${missing.slice(0, 12).join(', ')}${missing.length > 12 ? ' …' : ''}`;
  return [
    `… ${title}: ${STATUS_WORDS[status]}${status === 'incomplete' && codes ? ` (нет: ${codes})` : ''}`,
    `    ${remedy}`,
  ];
}
