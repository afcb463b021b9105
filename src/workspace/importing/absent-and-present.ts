import type { Reading } from '../../layouts/layout.ts';

/**
 * Warns of somebody who was absent in one row and has a result in another of the same paper. It is no error: who missed
 * the main day writes on a reserve day. The result is stored.
 * @param row where both are known: the later of the two
 */
export function warnOfAbsence(warn: Reading['warn'], absent: number, present: number, row: number): void {
  warn(
    'absent-and-present',
    `Участник этой работы в строке ${absent} отмечен как не явившийся, а в строке ${present} — как писавший её: взята ` +
      `строка ${present}. Если он писал в резервный день, всё верно; если нет, исправьте файл.`,
    { row },
  );
}
