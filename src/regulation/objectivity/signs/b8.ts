import { type Finding, notAssessable } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';

/** A marker of the published list of schools with signs of biased results. */
export interface BiasMarker {
  school: string;
  year: number;
  paper: string;
  marker: boolean;
}

/**
 * B8, the imported list: a marker stands. A school that the list of a paper it covers does not name has none; a
 * paper that no list covers cannot be assessed.
 */
export function b8({ sittings, id, year }: PaperYear, markers: readonly BiasMarker[]): Finding[] {
  const list = markers.filter((marker) => marker.year === year && marker.paper === id);
  return sittings.map(({ school }): Finding => {
    const own = list.filter((marker) => marker.school === school);
    const stands = own.some(({ marker }) => marker);
    if (list.length === 0) return notAssessable('список школ с признаками по этой работе и году не загружен');
    return {
      lacking: null,
      p: null,
      value: stands ? 1 : 0,
      reason: stands ? 'школа в списке с маркером' : 'в списке маркера нет',
      stands: () => stands,
      evidence: null,
    };
  });
}
