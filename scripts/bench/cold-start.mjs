import { compare } from './compare.mjs';

/** Such short processes need more pairs than the others for a median that holds still. */
const PAIRS_PER_RUN = 7;

/** What it costs to start the program at all. */
export async function coldStart({ runs, node, msoko }) {
  const measured = await compare(
    runs * PAIRS_PER_RUN,
    () => msoko('--help'),
    () => node('-e', '0'),
  );
  return { what: 'msoko --help', against: 'node -e 0', measured };
}
