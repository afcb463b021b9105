import { foldText } from '../../records/fold.ts';
import type { OlympiadResultRecord } from '../../records/schemas.ts';

/** What a cell of «Статус» says: a status, that there is no valid result, or that it is not yet final. */
export type Standing = OlympiadResultRecord['status'] | 'absent' | 'appeal';

/**
 * Reads a status in any of its forms: «Победитель», «победительница», «поб.», «Призёр», «диплом II степени».
 * @returns `null` where the cell shows none; `undefined` where something else stands there
 */
export function parseStanding(text: string): Standing | null | undefined {
  const folded = foldText(text);
  if (/^[-–—_./]*$/.test(folded)) return null;
  if (/побед|^поб\.?$/.test(folded) || /^диплом (1|i|перв\S+) степени$/.test(folded)) return 'winner';
  if (
    /^(диплом )?приз(е|\.|$)/.test(folded) ||
    /^диплом (2|3|ii|iii|втор\S+|трет\S+) степени$/.test(folded)
  ) {
    return 'prize-winner';
  }
  if (/^(участ|уч\.?$|сертификат|похвальн)/.test(folded)) return 'participant';
  if (/^(не ?яв|н ?\/ ?я|отсутств|не участвовал|не писал)/.test(folded)) return 'absent';
  if (/дисквал|аннулир|^удален/.test(folded)) return 'absent';
  return /^(на )?апелляци/.test(folded) ? 'appeal' : undefined;
}
