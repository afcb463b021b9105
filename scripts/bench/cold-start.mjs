import { compare } from './compare.mjs';

/** Such short processes need more pairs than the others for a median that holds still. */
const PAIRS_PER_RUN = 7;

/** Results and schools of a municipality. */
const MUNICIPALITY = [20_000, 20];

/** What it costs to start the program at all. */
export async function coldStart({ runs, node, msoko }) {
  const measured = await compare(
    runs * PAIRS_PER_RUN,
    () => msoko('--help'),
    () => node('-e', '0'),
  );
  return { rows: 0, what: 'msoko --help', against: 'node -e 0', measured };
}

/** What it costs to ask a small workspace. */
export async function smallQuestion({ runs, stored, node, msoko }) {
  const { workspace } = await stored(...MUNICIPALITY);
  const measured = await compare(
    runs * 2,
    () => msoko('risk-schools', '--json', '--year', '2021', '-C', workspace),
    () => node('-e', '0'),
  );
  return { rows: MUNICIPALITY[0], what: 'msoko risk-schools, municipality', against: 'node -e 0', measured };
}
