import type { Manifest } from '../manifest.ts';
import type { FileReading } from './file-reading.ts';
import { issueSummary } from './issue-summary.ts';

/** Records in which people stand as pseudonyms, made with the key. */
export const PSEUDONYMOUS = ['results', 'olympiad-results', 'medal-candidates', 'admissions'] as const;

/** Facts of an import that do not come from its rows. */
type Particulars = Pick<
  Manifest,
  | 'import'
  | 'program'
  | 'importedAt'
  | 'file'
  | 'sha256'
  | 'bytes'
  | 'encoding'
  | 'source'
  | 'layout'
  | 'options'
>;

/** What the rows of a file came to. */
export interface Gathered extends Pick<FileReading, 'counts' | 'issues' | 'schools'> {
  covers: Manifest['covers'];
}

/**
 * `import.json` of a file that was read.
 * @param key fingerprint of the key of the pseudonyms; kept where people stand in the records
 */
export function manifestOf(
  { counts, covers, schools, issues }: Gathered,
  sheets: Manifest['sheets'],
  particulars: Particulars,
  key: string,
): Manifest {
  return {
    format: 1,
    ...particulars,
    sheets,
    ...(PSEUDONYMOUS.some((kind) => counts.records[kind]) ? { key } : {}),
    rows: counts.rows,
    records: counts.records as Record<string, number>,
    skipped: {
      absent: counts.absent,
      service: counts.service,
      setAside: counts.setAside,
      ...(counts.forgotten > 0 ? { forgotten: counts.forgotten } : {}),
    },
    covers,
    schools: Object.fromEntries([...schools].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...issueSummary(issues),
  };
}
