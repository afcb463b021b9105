import { CRITERIA } from '../../src/regulation/criteria/criteria.ts';
import type { CriterionCategory } from '../../src/regulation/criteria/criterion.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { combinationText, DISCLAIMER, signTexts } from '../../src/reports/objectivity/sign-texts.ts';
import { code, list, page, part } from './markdown.ts';

const CATEGORIES: Record<CriterionCategory, string> = {
  'low-results': 'низкие результаты',
  'risk-zone': 'зона риска',
  adverse: 'неблагоприятные социальные условия',
  information: 'сведения: порога нет',
};

/** The criteria of section 1.2, and the signs of biased results. */
export function criteriaPage(): string {
  const parameters = loadParameters();
  return page(
    'Критерии и признаки',
    'Критерии раздела 1.2 Положения и признаки необъективности (разделы 1.1 и 2.1). Значения параметров — [на своей странице](parameters.md).',
    [
      '## Критерии раздела 1.2',
      ...CRITERIA.map(
        ({ id, number, title, clause, text, formula, category, sufficient, parameters: read, variables }) =>
          part(
            3,
            `${number}. ${title}`,
            `${text}.`,
            list([
              `код: ${code(id)}`,
              `пункт: ${clause}`,
              `как считается: ${formula}`,
              `к чему относится: ${CATEGORIES[category]}${sufficient || category === 'information' ? '' : ' (показывается, категорию не определяет)'}`,
              ...(variables.length > 0 ? [`показатели школы за год: ${variables.map(code).join(', ')}`] : []),
              `параметры: ${read.map(code).join(', ') || 'нет'}`,
            ]),
          ),
      ),
      '## Признаки необъективности',
      `${DISCLAIMER} ${combinationText(parameters)}`,
      ...signTexts(parameters).map(({ id, title, looksAt, yesWhen, innocent, check, measure }) =>
        part(
          3,
          `${id}. ${title}`,
          looksAt,
          list([
            `«да»: ${yesWhen}`,
            `обычные причины: ${innocent}`,
            `что проверить: ${check}`,
            `мера: ${measure}`,
          ]),
        ),
      ),
    ],
  );
}
