import type { SignId, SignState } from '../../regulation/objectivity/objectivity.ts';

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

export const STATE_WORDS: Readonly<Record<SignState, string>> = {
  yes: 'да',
  no: 'нет',
  'not-assessable': 'не оценивается',
};
