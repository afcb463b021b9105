import { foldText } from '../../records/fold.ts';
import { dimension, findBreakdown } from '../../records/variables/dimension.ts';
import type { Variable } from '../../records/variables/variable.ts';
import type { HeaderMatcher } from '../columns.ts';

/** Column of a cut: «Разрез». */
export const CUT_HEADERS: readonly HeaderMatcher[] = ['разрез', 'группа разреза'];

/** Says that a cell of «Код ОО» names the municipality itself: it is empty, or says so. */
export function isMunicipality(text: string): boolean {
  return ['', 'муниципалитет', 'municipality'].includes(foldText(text));
}

export interface Misfit {
  code: string;
  message: string;
}

/** What is wrong with a value of this variable from that respondent; `undefined` where it fits. */
export function respondentMisfit(variable: Variable, ofMunicipality: boolean): Misfit | undefined {
  const { asked, title } = variable;
  if (ofMunicipality && !asked.includes('municipality')) {
    return {
      code: 'missing-school',
      message: `Нет кода школы: показатель «${title}» сообщают организации. Впишите код в столбец «Код ОО».`,
    };
  }
  if (!ofMunicipality && asked.every((who) => who === 'municipality')) {
    return {
      code: 'asked-of-municipality',
      message: `Показатель «${title}» сообщает муниципалитет, а не организация. Оставьте «Код ОО» пустым.`,
    };
  }
  return undefined;
}

/** The cut that a cell of «Разрез» names; an empty cell is the total. */
export function readCut(variable: Variable, text: string): { breakdown?: string } | Misfit {
  if (text === '') return {};
  const asked = variable.by === undefined ? undefined : dimension(variable.by);
  if (!asked) {
    return {
      code: 'no-such-cut',
      message: `Показатель «${variable.title}» по разрезам не собирается. Оставьте «Разрез» пустым.`,
    };
  }
  const breakdown = findBreakdown(asked.id, text);
  if (breakdown) return { breakdown };
  const known = asked.options.map(({ id, title }) => `${title} (${asked.id}:${id})`).join(', ');
  return {
    code: 'no-such-cut',
    message: `Такого разреза у показателя «${variable.title}» нет. Впишите один из: ${known}; для всего — оставьте пустым.`,
  };
}
