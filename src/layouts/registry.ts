import { FIS_OKO_LAYOUTS } from './fis-oko/layouts.ts';
import { collectionForm } from './forms/collection-form.ts';
import { GIA_LAYOUTS } from './gia/layouts.ts';
import type { Layout, Preview, Recognition, Source } from './layout.ts';
import { OLYMPIAD_LAYOUTS } from './olympiads/layouts.ts';
import { PLAIN_LAYOUTS } from './plain/layouts.ts';
import { STATISTICS_LAYOUTS } from './statistics/layouts.ts';
import { VPR_LAYOUTS } from './vpr/layouts.ts';

/** Every layout that msoko reads. A new export is a new file and a line in its family's list. */
export const LAYOUTS: readonly Layout[] = [
  ...FIS_OKO_LAYOUTS,
  ...VPR_LAYOUTS,
  ...GIA_LAYOUTS,
  ...OLYMPIAD_LAYOUTS,
  ...STATISTICS_LAYOUTS,
  ...PLAIN_LAYOUTS,
  collectionForm,
];

/** Russian name of a layout by its id; the id itself where no layout has it. */
export function layoutTitle(id: string): string {
  return LAYOUTS.find((layout) => layout.id === id)?.title ?? id;
}

export interface Recognised extends Recognition {
  layout: Layout;
}

/**
 * The layout of a sheet, by its content.
 * @param source where the user named one, only its layouts and the plain tables are asked
 * @returns the surest one, or `undefined` where none knows the sheet
 */
export function recogniseLayout(preview: Preview, source?: Source): Recognised | undefined {
  let best: Recognised | undefined;
  for (const layout of LAYOUTS) {
    if (source && layout.source !== source && !PLAIN_LAYOUTS.includes(layout)) continue;
    const recognition = layout.recognise(preview);
    if (recognition && recognition.confidence > (best?.confidence ?? 0)) best = { ...recognition, layout };
  }
  return best;
}
