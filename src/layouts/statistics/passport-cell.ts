import { foldText } from '../../records/fold.ts';
import type { Variable } from '../../records/variables/variable.ts';
import { findVariable } from '../../records/variables/variables.ts';
import { parseNumber } from '../number.ts';

/** Categories of passports that mean the same as a variable, beside its title and synonyms. */
const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [
    /^(всего|общее (число|количество)|количество|численность|число) (обучающихся|учащихся|учеников|детей)/,
    'pupils',
  ],
  [
    /^(обучающиеся|учащиеся|дети)( из|, проживающие в|, воспитывающиеся в)? неполны(х|е) сем/,
    'single-parent',
  ],
  [/^(количество )?неполны(х|е) сем/, 'single-parent'],
  [/^(дети из семей|семьи|дети)[ ,].*оба родителя безработные/, 'both-parents-unemployed'],
  [/русский язык не (является )?родн|не (говорящие|владеющие) (по-русски|русским)/, 'non-native-russian'],
  [/^(дети )?(беженц|переселенц|вынужденн\S+ переселенц)/, 'resettled'],
  [/нарколог/, 'narcology-register'],
  [/^(обучающиеся|учащиеся|дети) .?группы риска/, 'risk-group'],
];

/** Variables that a passport can give; its registers (ПДН, КДН, ВШУ) count pupils and not offences. */
const GIVEN = new Set([
  'pupils',
  'single-parent',
  'both-parents-unemployed',
  'single-unemployed-parent',
  'parents-without-higher-education',
  'poor-housing',
  'non-native-russian',
  'resettled',
  'offences',
  'narcology-register',
  'risk-group',
  'risk-group-covered',
]);

/** The variable that a category (категория) of a social passport means; `undefined` for the many others. */
export function variableOfCategory(category: string): Variable | undefined {
  const folded = foldText(category).replace(/[.,;]+$/, '');
  const named = findVariable(folded) ?? findVariable(folded.replace(/\s*[/(].*$/, ''));
  if (named) return GIVEN.has(named.id) ? named : undefined;
  const id = CATEGORIES.find(([words]) => words.test(folded))?.[1];
  return id ? findVariable(id) : undefined;
}

export type Count = { value: number } | { blank: true } | { ambiguous: true } | { unreadable: true };

/**
 * Reads a count of children: `12`, `нет`, `771 человек: 411 мальчиков и 360 девочек`, `12 (детей – 30)`,
 * and `38 / 96` where the category says that the second number is children.
 * A number of families is not a number of children.
 */
export function countOfChildren(category: string, text: string): Count {
  const plain = foldText(text);
  if (/^[-–—…]?$/.test(plain)) return { blank: true };
  if (/^(нет|не имеется|отсутствуют)$/.test(plain)) return { value: 0 };
  const marked = /(?:детей|в них детей|обучающихся|учащихся)\s*[-–—:]?\s*(\d+)/.exec(plain)?.[1];
  if (marked) return { value: Number(marked) };
  const named = /^(\d[\d ]*)\s*(?:чел\S*|детей|обучающихся|учащихся|реб\S+)/.exec(plain)?.[1];
  if (named) return { value: Number(named.replace(/ /g, '')) };
  const folded = foldText(category);
  const pair = /^(\d+)\s*[/\\;]\s*(\d+)$/.exec(plain);
  if (pair) {
    const second = /сем\S*\s*[/(;,]\s*(?:и |количество )?(?:детей|дети|обучающихся|учащихся|в них)/.test(
      folded,
    );
    return second ? { value: Number(pair[2]) } : { ambiguous: true };
  }
  const number = parseNumber(plain);
  if (number === undefined || number < 0 || !Number.isInteger(number)) return { unreadable: true };
  const families = /сем(ьи|ей|ья)/.test(folded) && !/(дет|обучающ|учащ)\S*/.test(folded);
  return families ? { ambiguous: true } : { value: number };
}
