import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSealedKey, sealKey } from '../../src/workspace/sealed-key.ts';
import { type Place, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

const PHRASE = 'ёлка йод трамвай семь';
const env = { MSOKO_PASSPHRASE: PHRASE };

/** A workspace with pupils, its key, and where an exported one goes. */
async function used(id: string) {
  const at = place({ id });
  await at.take('1.csv', marks('990101', 2020, [2, 3]));
  const file = join(at.home, 'keys', `${id}.key`);
  return { at, file, secret: readFileSync(file, 'utf8').trim(), sealed: join(at.home, 'вынос', 'ключ.json') };
}

const codeOf = async (at: Place, args: readonly string[], options = {}): Promise<string> =>
  (await at.run([...args, '--json'], options)).json().error.code;

describe('msoko key export', () => {
  it('writes the key under a passphrase, for its owner alone, and nothing of it in the open', async () => {
    const { at, secret, sealed } = await used('okrug');
    const ran = await at.run(['key', 'export', sealed], { env });
    expect(ran).toMatchObject({ exit: 0, out: `Ключ записан: ${sealed}\n` });
    expect(statSync(sealed).mode & 0o777).toBe(0o600);
    const text = readFileSync(sealed, 'utf8');
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
    expect(JSON.parse(text)).toMatchObject({
      ...{ msoko: 'key', id: 'okrug', cipher: 'aes-256-gcm' },
      kdf: { name: 'scrypt', n: 131072, r: 8, p: 1 },
    });
    expect(ran.out + ran.err).not.toContain(PHRASE);
  });

  it('never overwrites', async () => {
    const { at, sealed } = await used('okrug');
    const there = at.file('занято.json', 'моё');
    expect(await codeOf(at, ['key', 'export', there], { env })).toBe('file-exists');
    expect(readFileSync(there, 'utf8')).toBe('моё');
    await at.run(['key', 'export', sealed], { env });
    const before = readFileSync(sealed);
    expect(await codeOf(at, ['key', 'export', sealed], { env })).toBe('file-exists');
    expect(readFileSync(sealed)).toEqual(before);
  });

  it('asks twice in a terminal, and writes nothing where the answers differ or are short', async () => {
    const { at, sealed } = await used('okrug');
    const asked = (...input: string[]) => codeOf(at, ['key', 'export', sealed], { input });
    expect(await asked('коротко')).toBe('passphrase-short');
    expect(await asked(PHRASE, 'другая фраза совсем')).toBe('passphrases-differ');
    expect(existsSync(sealed)).toBe(false);
    expect((await at.run(['key', 'export', sealed], { input: [PHRASE, PHRASE] })).exit).toBe(0);
    expect(openSealedKey(readFileSync(sealed, 'utf8'), PHRASE).id).toBe('okrug');
  });

  it('does not take the passphrase from anywhere else', async () => {
    const { at, sealed } = await used('okrug');
    expect(await codeOf(at, ['key', 'export', sealed])).toBe('passphrase-needed');
    expect(await codeOf(at, ['key', 'export', sealed], { input: PHRASE })).toBe('passphrase-needed');
  });

  it('has nothing to write where there is no key yet', async () => {
    const at = place();
    expect(await codeOf(at, ['key', 'export', 'ключ.json'], { env })).toBe('no-key');
    expect((await at.run(['key'])).out).toContain('Ключа ещё нет');
  });
});

describe('a sealed key', () => {
  const chain = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const text = sealKey('okrug', chain, PHRASE);

  it('is opened by its passphrase, however the keyboard composed its letters', () => {
    const decomposed = PHRASE.normalize('NFD');
    expect(decomposed).not.toBe(PHRASE);
    expect(openSealedKey(text, decomposed)).toEqual({ id: 'okrug', chain });
    expect(openSealedKey(`\uFEFF${text}`, PHRASE).chain).toEqual(chain);
    expect(() => openSealedKey(text, `${PHRASE} `)).toThrow('не открывается');
  });

  it.each(['id', 'nonce', 'tag', 'sealed'])('is refused where its %s was changed', (name) => {
    const changed = JSON.parse(text);
    const value: string = changed[name];
    changed[name] = (value[0] === 'A' ? 'B' : 'A') + value.slice(1);
    expect(() => openSealedKey(JSON.stringify(changed), PHRASE)).toThrow('не открывается');
  });

  it.each([
    ['a text', 'ключ'],
    ['another JSON', '{"msoko":"import"}'],
    ['one that asks for gigabytes', text.replace('131072', String(2 ** 21))],
    ['one with a cost that scrypt does not know', text.replace('131072', '131071')],
    ['one with a cut tag', text.replace(/"tag": ".*?"/, '"tag": 5')],
  ])('is told from %s', (_, other) => {
    expect(() => openSealedKey(other, PHRASE)).toThrow('Это не файл ключа');
  });
});

describe('msoko key import', () => {
  it('lets another computer go on where this one stopped', async () => {
    const { at, secret, sealed } = await used('okrug');
    await at.run(['key', 'export', sealed], { env });
    const home = join(at.home, 'другой');
    const next = at.file('2.csv', marks('990101', 2019, [2]));
    expect(await codeOf(at, ['import', next], { home })).toBe('key-missing');
    expect((await at.run(['key', 'import', sealed], { home, env })).exit).toBe(0);
    const file = join(home, 'keys', 'okrug.key');
    expect(readFileSync(file, 'utf8').trim()).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await at.run(['import', next], { home })).exit).toBe(0);
    expect((await at.run(['key', 'import', sealed, '--json'], { home, env })).json().status).toBe(
      'already-there',
    );
  });

  it('refuses a key that does not fit what is stored, and one in the place of another, unless it is asked', async () => {
    const [own, other] = [await used('okrug'), await used('okrug')];
    await other.at.run(['key', 'export', other.sealed], { env });
    const args = ['key', 'import', other.sealed];
    expect(await codeOf(own.at, args, { env })).toBe('key-differs');
    const empty = place({ id: 'okrug' });
    expect(await codeOf(empty, args, { env, home: own.at.home })).toBe('key-exists');
    expect(readFileSync(own.file, 'utf8').trim()).toBe(own.secret);

    const taken = (await own.at.run([...args, '--replace', '--json'], { env })).json();
    expect(taken.status).toBe('replaced');
    expect(readFileSync(own.file, 'utf8').trim()).toBe(other.secret);
    expect(readFileSync(taken.before, 'utf8').trim()).toBe(own.secret);
    expect(statSync(taken.before).mode & 0o777).toBe(0o600);
  });

  it('takes the place of a damaged key only when it is asked, and leaves what was there', async () => {
    const { at, file, secret, sealed } = await used('okrug');
    await at.run(['key', 'export', sealed], { env });
    writeFileSync(file, 'обрывок');
    expect(await codeOf(at, ['key', 'import', sealed], { env })).toBe('key-damaged');
    expect((await at.run(['key', 'import', sealed, '--replace'], { env })).exit).toBe(0);
    expect(readFileSync(file, 'utf8').trim()).toBe(secret);
    expect(readdirSync(join(at.home, 'keys'))).toHaveLength(2);
  });

  it('says so where the passphrase is wrong, or there is no file, and changes nothing', async () => {
    const { at, file, sealed } = await used('okrug');
    await at.run(['key', 'export', sealed], { env });
    rmSync(file);
    const wrong = { env: { MSOKO_PASSPHRASE: 'совсем другая фраза' } };
    expect(await codeOf(at, ['key', 'import', sealed], wrong)).toBe('wrong-passphrase');
    expect(await codeOf(at, ['key', 'import', 'нет.json'], { env })).toBe('file-unreadable');
    expect(existsSync(file)).toBe(false);
  });
});
