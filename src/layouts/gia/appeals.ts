import type { Layout } from '../layout.ts';
import { isAppealsHeader } from './appeals-header.ts';

/** Lists of appeals and rechecks: told apart from protocols, and not read, since a re-issued protocol holds their results. */
export const giaAppeals: Layout = {
  id: 'gia-appeals',
  title: 'Апелляции и перепроверки ГИА',
  source: 'gia',
  recognise: ({ rows }) =>
    rows.some(isAppealsHeader)
      ? { confidence: 0.97, why: 'столбцы апелляций: тип или состояние апелляции, балл до изменения' }
      : undefined,
  open(reading) {
    let headed = false;
    return {
      row(row) {
        if (!headed && isAppealsHeader(row)) {
          headed = true;
          reading.error(
            'appeals-not-read',
            'Это список апелляций и перепроверок, он не загружается: результаты после апелляции приходят с протоколом, выпущенным заново. Загрузите этот протокол.',
            { row: row.number },
          );
          return 'preamble';
        }
        return headed ? 'rejected' : 'preamble';
      },
    };
  },
};
