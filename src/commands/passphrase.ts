import { Failure } from '../failure.ts';
import { SHORTEST_PASSPHRASE } from '../workspace/sealed-key.ts';
import type { Io } from './io.ts';

const VARIABLE = 'MSOKO_PASSPHRASE';

/**
 * The passphrase of a sealed key: from the environment, or asked for where somebody sits there. Never from the
 * command line, which shells remember.
 * @param isNew it is asked for twice, and must be long enough
 * @throws Failure `passphrase-needed`, `passphrase-short`, `passphrases-differ`
 */
export async function askPassphrase(io: Io, isNew: boolean): Promise<string> {
  const given = io.env[VARIABLE];
  if (given === undefined && !io.input?.terminal) {
    throw new Failure('passphrase-needed', 'Нужна парольная фраза, а спросить её не у кого.', {
      hint: `Вызовите команду в терминале или задайте переменную ${VARIABLE}.`,
    });
  }
  const passphrase = given ?? (await io.input!.ask('Парольная фраза: ', true));
  if (isNew && [...passphrase].length < SHORTEST_PASSPHRASE) {
    throw new Failure('passphrase-short', `Парольная фраза короче ${SHORTEST_PASSPHRASE} знаков.`, {
      hint: 'Возьмите четыре-пять слов, которые ничем не связаны: их легко запомнить и трудно подобрать.',
    });
  }
  if (isNew && given === undefined && (await io.input!.ask('Ещё раз: ', true)) !== passphrase) {
    throw new Failure('passphrases-differ', 'Парольные фразы не совпали: ничего не записано.', {
      hint: 'Повторите команду.',
    });
  }
  return passphrase;
}
