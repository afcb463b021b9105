import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pseudonymiser } from '../../src/workspace/pseudonym.ts';

const byOpenssl = (secret: Uint8Array, text: string) =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);

test('A pseudonym is the HMAC-SHA-256 of kind and parts, for keys and texts of any length', () => {
  const part = fc.string({ unit: 'grapheme', maxLength: 40 });
  const secret = fc.uint8Array({ minLength: 32, maxLength: 130 });
  fc.assert(
    fc.property(secret, part, fc.array(part, { maxLength: 60 }), (key, kind, parts) => {
      const text = [kind, ...parts].join('\u0000') + (parts.length === 0 ? '\u0000' : '');
      expect(pseudonymiser(Buffer.from(key))(kind, ...parts)).toBe(byOpenssl(key, text));
    }),
  );
});

test('A long name leaves nothing behind in the pseudonyms after it', () => {
  const key = Buffer.alloc(32, 7);
  const pseudonym = pseudonymiser(key);
  const before = pseudonym('person', 'ива');
  pseudonym('person', 'ольха'.repeat(2000));
  expect(pseudonym('person', 'ива')).toBe(before);
  expect(before).toBe(byOpenssl(key, 'person\u0000ива'));
});

test('The same parts under another kind or another key are another pseudonym', () => {
  const pseudonym = pseudonymiser(Buffer.alloc(32, 1));
  expect(pseudonym('person', '40001')).not.toBe(pseudonym('document', '40001'));
  expect(pseudonym('person', '40001')).not.toBe(pseudonymiser(Buffer.alloc(32, 2))('person', '40001'));
});
