import type { SchoolObjectivity } from '../../regulation/objectivity/objectivity.ts';
import type { ReportSheet } from '../report.ts';
import { MUNICIPALITY_UNKNOWN, type MunicipalityGroup } from '../section/by-municipality.ts';
import { type FlagCounts, flagCounts, share } from './counts.ts';

/** What of one municipality of a region is flagged. */
export interface MunicipalityFlags extends FlagCounts {
  /** `null`: schools of which the roster names no municipality. */
  municipality: string | null;
}

export function municipalityFlags(
  groups: readonly MunicipalityGroup<SchoolObjectivity>[],
): MunicipalityFlags[] {
  return groups.map(({ municipality, schools }) => ({ municipality, ...flagCounts({ schools }) }));
}

/** «Муниципалитеты»: how many schools and papers of each are flagged. */
export function municipalityFlagsSheet(year: number, flags: readonly MunicipalityFlags[]): ReportSheet {
  return {
    name: 'Муниципалитеты',
    title: `Муниципалитеты рядом, ${year} год`,
    lead: 'Сколько школ и работ каждого муниципалитета отмечено, по реестру ОО.',
    notes: [
      'Работы школ сравниваются со всеми школами региона, а не только со школами своего муниципалитета.',
      'Доли — от школ и работ, результаты которых загружены. Отмеченная работа — повод посмотреть, а не доказательство.',
    ],
    frozenColumns: 1,
    table: {
      id: 'objectivity-municipalities',
      empty: 'Муниципалитетов нет.',
      columns: [
        { key: 'municipality', title: 'Муниципалитет', type: 'text', width: 38, wrap: true },
        { key: 'schools', title: 'Школ с работами', type: 'integer' },
        { key: 'schoolsFlagged', title: 'Из них с отмеченной работой', type: 'integer' },
        {
          key: 'schoolShare',
          title: 'Доля школ',
          type: 'share',
          shareOf: { part: 'schoolsFlagged', whole: 'schools' },
        },
        { key: 'papers', title: 'Работ школ', type: 'integer' },
        { key: 'papersFlagged', title: 'Отмеченных работ', type: 'integer' },
        {
          key: 'paperShare',
          title: 'Доля работ',
          type: 'share',
          shareOf: { part: 'papersFlagged', whole: 'papers' },
        },
      ],
      rows: flags.map(({ municipality, schools, schoolsFlagged, papers, papersFlagged }) => ({
        municipality: municipality ?? MUNICIPALITY_UNKNOWN,
        ...{ schools, schoolsFlagged, schoolShare: share(schoolsFlagged, schools) },
        ...{ papers, papersFlagged, paperShare: share(papersFlagged, papers) },
      })),
    },
  };
}
