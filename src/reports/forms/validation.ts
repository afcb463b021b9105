import type { DataValidation } from 'exceljs';
import { isWholeUnit } from '../../records/variables/units.ts';
import type { Variable } from '../../records/variables/variable.ts';

const SAID = {
  allowBlank: true,
  showErrorMessage: true,
  showInputMessage: true,
  errorStyle: 'stop',
  promptTitle: 'Ответ',
} as const;

/** What a cell for the answer to a variable takes, and what it says otherwise. */
export function validationOf({ unit, range }: Variable): DataValidation {
  if (unit === 'yes-no') {
    return {
      ...SAID,
      type: 'list',
      formulae: ['"да,нет"'],
      prompt: 'Выберите «да» или «нет». Если сведений нет, оставьте пустым.',
      errorTitle: 'Нужно «да» или «нет»',
      error: 'Выберите ответ из списка. Если сведений нет, оставьте ячейку пустой.',
    };
  }
  const whole = isWholeUnit(unit);
  const [least, greatest] = range ?? [0, undefined];
  const limits = greatest === undefined ? `от ${least}` : `от ${least} до ${greatest}`;
  const what = whole ? `целое число ${limits}` : `число ${limits}, можно с десятыми`;
  return {
    ...SAID,
    type: whole ? 'whole' : 'decimal',
    ...(greatest === undefined
      ? { operator: 'greaterThanOrEqual', formulae: [least] }
      : { operator: 'between', formulae: [least, greatest] }),
    prompt: `Впишите ${what}. Ноль пишите цифрой 0; если сведений нет, оставьте пустым.`,
    errorTitle: 'Нужно число',
    error: `Впишите ${what}: без слов, знака % и единиц измерения. Если сведений нет, оставьте ячейку пустой.`,
  };
}
