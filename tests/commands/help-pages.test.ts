import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { helpPages } from '../../src/commands/help-pages/pages.ts';
import { place } from '../support/place.ts';

/** Functions whose first argument is the code of an issue or of a failure. */
const SAYING = new Set([
  'Failure',
  'sheetFailure',
  'error',
  'warn',
  'refuse',
  'report',
  'reject',
  'rejectAll',
]);
const CODE = /^[a-z]+(-[a-z]+)*$/;

/** Texts that an expression may give: its own, or those of the branches of a condition. */
function textsOf(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  return [];
}

/** Every code that a file of the program gives to an issue or a failure. */
function codesIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
      if (SAYING.has(name)) found.push(...textsOf(node.arguments?.[0]));
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code')
      found.push(...textsOf(node.initializer));
    if (ts.isCaseClause(node))
      found.push(
        ...textsOf(node.expression)
          .filter((text) => text.startsWith('commander.'))
          .map((text) => text.slice(10).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
      );
    ts.forEachChild(node, visit);
  };
  visit(source);
  // The type of a column is called so too.
  return found.filter((code) => CODE.test(code) && code !== 'text');
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const codes = new Set(sources.flatMap((name) => codesIn(join('src', name))));

describe('msoko help CODE', () => {
  it('has a page for every code that the program gives', () => {
    expect(codes.size).toBeGreaterThan(150);
    expect([...codes].filter((code) => !helpPages().has(code)).sort()).toEqual([]);
  });

  it('has no page for a code that nobody gives', () => {
    const all = sources.map((name) => readFileSync(join('src', name), 'utf8')).join('\n');
    const given = (code: string) => codes.has(code) || all.includes(`'${code}'`);
    expect([...helpPages().keys()].filter((code) => !given(code))).toEqual([]);
  });

  it('says in Russian what it means, why it comes, what to do, with an example', async () => {
    for (const [code, page] of helpPages()) {
      for (const text of [page.means, page.cause, page.do])
        expect(text, code).toMatch(/^[А-ЯЁA-Za-z«].*[а-яё].*\.$/u);
      expect(page.example, code).not.toBe('');
    }
    const ran = await place().run(['help', 'unknown-layout']);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('Что это значит: Не понятно, какая это выгрузка.');
    expect((await place().run(['help', 'key-missing', '--json'])).json()).toMatchObject({
      code: 'key-missing',
    });
  });

  it('stays the help of the program and of its commands', async () => {
    const at = place();
    expect((await at.run(['help'])).out).toBe((await at.run(['--help'])).out);
    expect((await at.run(['help', 'import'])).out).toBe((await at.run(['import', '--help'])).out);
    expect((await at.run(['help', 'key', 'export'])).out).toBe(
      (await at.run(['key', 'export', '--help'])).out,
    );
    const refused = await at.run(['help', 'unknown-layuot', '--json']);
    expect(refused.exit).toBe(2);
    expect(refused.json().error).toMatchObject({ code: 'unknown-code' });
    expect(refused.json().error.hint).toContain('«unknown-layout»');
  });

  it('is named where more is asked for', async () => {
    const ran = await place().run(['import', 'нет.csv', '--verbose']);
    expect(ran.err).toContain('Подробнее: msoko help file-not-found');
  });
});
