// Counts the facts of section 1.2, and prints how many there are: node facts.mjs WORKSPACE YEAR
import { openEngine } from '../../../src/facts/engines/open-engine.ts';
import { countFacts } from '../../../src/facts/facts.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { bordersOf } from '../../../src/regulation/risk-schools.ts';
import { openWorkspace } from '../../../src/workspace/open.ts';

const [directory, year] = process.argv.slice(2);
const workspace = openWorkspace(directory!);
const engine = await openEngine(workspace);
console.log((await countFacts(workspace, engine, bordersOf(Number(year), loadParameters({})))).all().length);
engine.close();
