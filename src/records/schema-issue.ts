import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'текст в кавычках',
  number: 'число',
  int: 'целое число',
  boolean: 'true или false',
  array: 'список в квадратных скобках',
  object: 'объект в фигурных скобках',
  record: 'объект в фигурных скобках',
};

/** What a schema asks for and did not find, as the end of a Russian sentence. Never shows what was found. */
export function schemaIssueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `нужно: ${KINDS[issue.expected] ?? 'другое значение'}`;
    case 'invalid_value':
      return `допустимо только ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'пусто' : `нужно не меньше ${issue.minimum}`;
    case 'too_big':
      return `нужно не больше ${issue.maximum}${issue.origin === 'string' ? ' знаков' : ''}`;
    case 'unrecognized_keys':
      return `неизвестный ключ «${issue.keys.join('», «')}»`;
    case 'custom':
      // Words of our own; the library's are English.
      return /[а-яё]/i.test(issue.message) ? issue.message : 'записано не так, как нужно';
    default:
      return 'записано не так, как нужно';
  }
}
