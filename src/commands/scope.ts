import { inMunicipality } from '../workspace/municipality.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';

/** Whom an answer is about: all schools of a workspace, or those of one municipality of a region. */
export function openScope(directory: string, municipality: string | undefined): Workspace {
  const workspace = openWorkspace(directory);
  return municipality === undefined ? workspace : inMunicipality(workspace, municipality);
}
