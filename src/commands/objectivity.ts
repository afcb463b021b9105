import { EXIT } from '../failure.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import type { GlobalOptions, Io } from './io.ts';
import { assessObjectivity } from './objectivity-assessment.ts';
import { deliver, jsonText } from './output.ts';

interface ObjectivityOptions extends GlobalOptions {
  year: number;
  school?: string;
  output?: string;
}

/** `msoko objectivity --year Y`: signs of biased results by paper, and the four indices. */
export async function objectivity(io: Io, options: ObjectivityOptions): Promise<number> {
  const assessment = await assessObjectivity(requireWorkspace(options.workspace, io.directory), options.year);
  deliver(io, jsonText({ command: 'objectivity', ...assessment.objectivity }), options.output);
  return EXIT.done;
}
