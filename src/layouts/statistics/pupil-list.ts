import type { Row } from '../../sheets/sheet.ts';
import { findColumns } from '../columns.ts';
import type { Layout } from '../layout.ts';

/** A social passport as a list of pupils with names and addresses: told apart and refused. */
export const pupilList: Layout = {
  id: 'pupil-list',
  title: 'Социальный паспорт: список обучающихся',
  source: 'statistics',
  recognise: ({ rows }) =>
    rows.some(isPupilList)
      ? { confidence: 0.92, why: 'фамилии рядом с адресами и признаками семьи' }
      : undefined,
  open(reading) {
    let headed = false;
    return {
      row(row) {
        if (!headed && isPupilList(row)) {
          headed = true;
          reading.error(
            'personal-data',
            'Это список обучающихся с личными сведениями, он не загружается. Загрузите сводный социальный паспорт школы: «Категория» и «Количество», без фамилий.',
            { row: row.number },
          );
          return 'preamble';
        }
        return headed ? 'rejected' : 'preamble';
      },
    };
  },
};

/** Names beside at least two facts of a family that no results table has. */
export function isPupilList(row: Row): boolean {
  const found = findColumns(row, {
    name: ['фамилия', 'фио', /^фио /, /^фамилия,? имя/, 'ф.и.о.'],
    address: [/адрес/],
    phone: [/телефон/],
    parents: [/родител|^мать$|^отец$/],
    work: [/место работы/],
    family: [/статус семьи|состав семьи/],
    large: [/многодет/],
    poor: [/малообесп|малоимущ/],
    incomplete: [/неполная/],
    health: [/инвалид|овз|группа здоровья/],
    guardian: [/опек|попечит/],
    nationality: [/национальность/],
    register: [/^(на )?уч[её]те?/],
  });
  return found.name !== undefined && Object.keys(found).length >= 3;
}
