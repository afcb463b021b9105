import { foldText } from '../records/fold.ts';
import type { SchoolReference } from './layout.ts';
import { loginInBrackets, loginKey } from './school-key.ts';

/**
 * How a cell of a table about people names a school: code, login (`edu990001`, also beside the name), or name.
 * A text that has not the shape of a code is a name: asked for in the roster, and never added to it, because it
 * may be a person in the wrong column of a shifted row.
 */
export function schoolReference(text: string): SchoolReference {
  const beside = loginInBrackets(text);
  const [first = '', ...rest] = text.split('|').map((part) => part.trim());
  const login = loginKey(beside ?? first);
  if (login && /^[a-z]/i.test(beside ?? first)) {
    const name = beside ? text.replace(/\s*\([a-z]{2,3}\d{6,8}\)\s*/i, '').trim() : rest.join(' ');
    return { by: 'login', key: login, ...(looksLikeSchool(name) ? { name } : {}) };
  }
  return /^[a-zа-яё]{0,3}-?\d{1,8}$/i.test(first) ? { by: 'code', key: first } : { by: 'name', key: text };
}

/**
 * Says that a text may be the code of a school that no roster has: letters and digits without spaces. A date and the
 * number of a СНИЛС are none.
 */
export function couldBeCode(text: string): boolean {
  return (
    /^(?=.*\d)[\p{L}\d/._-]{1,20}$/u.test(text) &&
    !/^(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{3}-\d{3}-\d{3}.*)$/.test(text)
  );
}

/** Says that a text has a word of schools' names: only then it may be shown as one. */
export function looksLikeSchool(text: string): boolean {
  return /№|(?<![а-я])([мгк][абк]?[дн]?оу|[нч]оу|детск[а-я]{2,3}|сад|центр|филиал|корпус|учреждени[ея]|организаци[яи]|[сон]ош|школ(а|ы|е|у|ой)|гимнази[яиюей]+|лице(й|я|ю|е|ем)|(школа-)?интернат[а-я]{0,2}|колледж[а-я]{0,2}|училищ[а-я]{1,3}|техникум[а-я]{0,2}|прогимнази[яи]|кадетск[а-я]+)(?![а-я])/.test(
    foldText(text),
  );
}
