import { amount, count, type NounForms } from './amounts.ts';
import { type Phrase, say } from './phrase.ts';

/** A kind of organisation that supplies data, in the forms that sentences need. */
export interface Supplier {
  /** «12 школ». */
  forms: NounForms;
  /** Genitive: «по данным 1 школы», «по данным 12 школ». */
  genitive: readonly [one: string, many: string];
  /** «ни одна», «ни один». */
  none: string;
  /** «единственной», «единственного». */
  only: string;
  /** «единственная», «единственный». */
  soleSubject: string;
  /** «не представила», «не представил». */
  silent: string;
}

export const SCHOOLS: Supplier = {
  forms: ['школа', 'школы', 'школ'],
  genitive: ['школы', 'школ'],
  none: 'ни одна',
  only: 'единственной',
  soleSubject: 'единственная',
  silent: 'не представила',
};

export const ORGANISATIONS: Supplier = {
  forms: ['организация', 'организации', 'организаций'],
  genitive: ['организации', 'организаций'],
  none: 'ни одна',
  only: 'единственной',
  soleSubject: 'единственная',
  silent: 'не представила',
};

export const KINDERGARTENS: Supplier = {
  forms: ['детский сад', 'детских сада', 'детских садов'],
  genitive: ['детского сада', 'детских садов'],
  none: 'ни один',
  only: 'единственного',
  soleSubject: 'единственный',
  silent: 'не представил',
};

/** A number of organisations in the genitive: «1 школы», «12 школ», «21 школы». */
export function ofThem(value: number, { genitive }: Supplier): Phrase {
  return count(value, [genitive[0], genitive[1], genitive[1]]);
}

/**
 * Whose data a value rests on: «по данным 12 школ из 15», «по данным всех 15 школ», «по данным единственной школы»,
 * «ни одна из 15 школ не представила данных».
 * @param supplied how many supplied data, at most `asked`
 * @param asked how many were asked
 */
export function byDataOf(supplied: number, asked: number, supplier: Supplier): Phrase {
  const [one] = supplier.genitive;
  if (asked === 0) return say`ни от одной организации данных не требовалось`;
  if (supplied === 0) {
    return asked === 1
      ? say`${supplier.soleSubject} ${supplier.forms[0]} ${supplier.silent} данных`
      : say`${supplier.none} из ${ofThem(asked, supplier)} ${supplier.silent} данных`;
  }
  if (supplied < asked) return say`по данным ${ofThem(supplied, supplier)} из ${amount(asked)}`;
  if (asked === 1) return say`по данным ${supplier.only} ${one}`;
  return say`по данным всех ${ofThem(asked, supplier)}`;
}
