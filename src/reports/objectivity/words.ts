import type { PaperSigns, SignId, SignState } from '../../regulation/objectivity/objectivity.ts';
import { formatDecimal, formatShare } from '../number-format.ts';
import type { ReportValue, Tone } from '../report.ts';

/** What each sign of biased results looks at, in a few words. */
export const SIGN_TITLES: Readonly<Record<SignId, string>> = {
  B1: 'средний балл выше региона',
  B2: 'всплеск на границе отметки',
  B3: 'лёгкие задания хуже, трудные лучше',
  B4: 'спад в следующем классе',
  B5: 'расхождение с отметками в журнале',
  B6: 'не подтверждается на ОГЭ и ЕГЭ',
  B7: 'одинаковые работы',
  B8: 'федеральный список',
};

/** The answer of a sign in words. */
export const STATE_WORDS: Readonly<Record<SignState, string>> = {
  yes: 'да',
  no: 'нет',
  'not-assessable': 'не оценивается',
};

export const FLAG_WORDS = { flagged: 'отмечена', clear: 'нет' } as const;

/** Stands where a quantity does not exist, unlike one that is not known. */
export const NOT_COUNTED = '—';

/** Colour behind any of the words above. */
export function signTone(value: ReportValue): Tone {
  if (value === STATE_WORDS.yes || value === FLAG_WORDS.flagged) return 'bad';
  if (value === STATE_WORDS.no) return 'good';
  return 'muted';
}

/** A sign's own measure with its unit; a dash where it has none. */
export function measureText(id: SignId, value: number | null): string {
  if (value === null) return NOT_COUNTED;
  const number = (digits: number) => formatDecimal(value, digits).replace('-', '−');
  switch (id) {
    case 'B1':
      return `z = ${number(2)}`;
    case 'B2':
      return `избыток ${number(1)} чел.`;
    case 'B3':
      return `ρ = ${number(2)}`;
    case 'B4':
      return `изменение z ${number(2)}`;
    case 'B5':
      return `доля ${formatShare(value)}`;
    case 'B6':
      return `разница z ${number(2)}`;
    case 'B7':
      return `индекс ${number(2)}`;
    case 'B8':
      return value > 0 ? 'есть маркер' : 'маркера нет';
  }
}

/** Why a paper is flagged, in words. */
export function groundOf({ signs, by, agreement }: PaperSigns): string {
  const agreed = agreement !== null && by.some((id) => signs[id].state !== 'yes');
  if (signs.B8.state === 'yes') return agreed ? 'школа в списке; согласие признаков' : 'школа в списке';
  return agreed ? 'согласие признаков' : 'несколько признаков';
}

/** Signs by how strong they are: the list first, then by q or p, those without a test last. */
export function byStrength(paper: PaperSigns): SignId[] {
  const strength = (id: SignId) => {
    const { q, p } = paper.signs[id];
    return id === 'B8' ? -1 : (q ?? p ?? 2);
  };
  return paper.by.toSorted((first, second) => strength(first) - strength(second));
}
