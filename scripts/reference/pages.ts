import { commandsPage } from './commands.ts';
import { criteriaPage } from './criteria.ts';
import { indicatorsPage } from './indicators.ts';
import { layoutsPage } from './layouts.ts';
import { parametersPage } from './parameters.ts';
import { recordsPage } from './records.ts';

/** The pages of docs/reference by file name, as the program of this moment has them. */
export function referencePages(): Record<string, string> {
  return {
    'commands.md': commandsPage(),
    'criteria.md': criteriaPage(),
    'indicators.md': indicatorsPage(),
    'parameters.md': parametersPage(),
    'records.md': recordsPage(),
    'layouts.md': layoutsPage(),
  };
}
