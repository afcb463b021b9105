import { describe, expect, test } from 'vitest';
import { rejectedText } from '../../src/commands/rejected-text.ts';
import type { Issue } from '../../src/issue.ts';
import type { ImportOutcome } from '../../src/workspace/importing/import-outcome.ts';

const SCHOOL = 'Школы 990108 нет в реестре ОО.';

function outcome(file: string, status: ImportOutcome['status'], ...messages: string[]): ImportOutcome {
  const issues = messages.map((message): Issue => ({ severity: 'error', code: 'some', message, file }));
  return { file, status, issues } as unknown as ImportOutcome;
}

describe('why the files of a folder were rejected', () => {
  test('a cause is said once, however many files and rows it stands in; the most common first', () => {
    const text = rejectedText([
      outcome('обрыв.xlsx', 'rejected', 'Файл оборван.'),
      outcome('а.xlsx', 'rejected', SCHOOL, SCHOOL),
      outcome('б.xlsx', 'rejected', SCHOOL),
      outcome('в.xlsx', 'rejected', SCHOOL),
    ]);
    expect(text.split('\n').slice(0, 5)).toEqual([
      'Отклонено файлов: 4. Причины:',
      `  • ${SCHOOL}`,
      '      а.xlsx; б.xlsx и ещё файлов: 1',
      '  • Файл оборван.',
      '      обрыв.xlsx',
    ]);
    expect(text).toContain('повторите ту же команду');
  });

  test('warnings of a rejected file, and errors of rows set aside in a stored one, are no causes', () => {
    const broken = outcome('б.xlsx', 'rejected', 'Файл оборван.');
    const empty: Issue = { severity: 'warning', code: 'some', message: 'Лист пуст.', file: 'б.xlsx' };
    const warned = { ...broken, issues: [...broken.issues, empty] };
    const text = rejectedText([
      outcome('а.xlsx', 'rejected', 'Файл оборван.'),
      warned,
      outcome('в.xlsx', 'imported', SCHOOL),
    ]);
    expect(text).not.toContain('Лист пуст');
    expect(text).not.toContain(SCHOOL);
  });

  test('what is wrong in one cell is shown with the cell', () => {
    const file = outcome('огэ.xlsx', 'rejected', 'Исправьте ячейку.');
    const mark = { ...file, issues: [{ ...file.issues[0]!, sheet: 'Page 1', cell: 'U9', value: '7' }] };
    expect(rejectedText([mark, outcome('а.xlsx', 'rejected', SCHOOL)])).toContain(
      '      огэ.xlsx, лист «Page 1», U9, значение «7»\n',
    );
  });

  test('one rejected file has said it all already', () => {
    expect(rejectedText([outcome('а.xlsx', 'rejected', SCHOOL), outcome('б.xlsx', 'imported')])).toBe('');
  });
});
