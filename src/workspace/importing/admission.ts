import type { Place } from '../../layouts/layout.ts';
import { putRecord } from '../../records/record-line.ts';
import { schemaIssueText } from '../../records/schema-issue.ts';
import type { RecordKind } from '../../records/schemas.ts';
import type { PersonRecord } from '../forgetting/forgotten.ts';
import { positionOf } from '../ground.ts';
import { warnOfAbsence } from './absent-and-present.ts';
import type { FileReading } from './file-reading.ts';
import type { Standing } from './grounds-met.ts';
import { endLine, type LineBuffer } from './line-buffer.ts';
import type { RowIssues } from './row-issues.ts';

/** A record as a layout read it. */
export interface Candidate {
  kind: RecordKind;
  record: Record<string, unknown>;
  place: Place;
}

/** A record that may be stored. */
export interface Admitted {
  kind: RecordKind;
  standing: Standing;
  /** Where its line stands; of somebody who asked to be forgotten there is none. */
  lines: LineBuffer;
  from: number;
  forgotten: boolean;
}

/** What records are admitted with. */
export interface AdmissionEffects {
  /** Whether a record is of somebody who asked to be forgotten. */
  isForgotten(record: PersonRecord): boolean;
  /** Where records are put together as they are stored. */
  lines(kind: RecordKind): LineBuffer;
}

/**
 * Decides which records of a file may be stored. A record is put where it will be written from as soon as it is
 * admitted; `store` leaves it there, `takeBack` takes it away.
 * @param layout id of the layout that read them
 */
export function admission(
  layout: string,
  { grounds, counts }: FileReading,
  { error, warn }: Pick<RowIssues, 'error' | 'warn'>,
  { isForgotten, lines: linesOf }: AdmissionEffects,
) {
  /** Says that a record stands in an earlier row already. */
  const refuseRepeat = ({ kind, record, place }: Candidate, before: number) => {
    if ('participant' in record) {
      const graduate = kind === 'medal-candidates' || kind === 'admissions';
      const who = graduate ? 'Этот выпускник' : 'Участник этой работы';
      error('duplicate-participant', `${who} уже встречался в строке ${before}. Уберите повтор.`, place);
      return;
    }
    error(
      'duplicate-row',
      kind === 'roster'
        ? `Школа с этим кодом уже стоит в строке ${before}. Уберите повтор или исправьте код.`
        : kind === 'measures'
          ? `Та же мера для тех же ОО уже стоит в строке ${before}. Уберите повтор.`
          : `Те же сведения (школа, год, показатель) уже стоят в строке ${before}. Уберите повтор.`,
      place,
    );
  };

  return {
    /** Checks a record against its schema and for repeats; `undefined` where it may not be stored. */
    admit(candidate: Candidate): Admitted | undefined {
      const { kind, record, place } = candidate;
      const lines = linesOf(kind);
      const from = lines.text.length;
      const fault = putRecord(kind, record, lines.text);
      if (fault) {
        error(
          'record-invalid',
          `Значение не подходит для поля «${fault.path.join('.')}»: ${schemaIssueText(fault)}. Исправьте ячейку.`,
          place,
        );
        return undefined;
      }
      const position = positionOf(kind, record, layout);
      const standing = grounds.at(position);
      const before = grounds.before(standing, position.identity, place.row);
      if (before?.absent) warnOfAbsence(warn, before.row, place.row, place.row);
      else if (before) {
        lines.text.length = from;
        refuseRepeat(candidate, before.row);
        return undefined;
      }
      const forgotten = 'participant' in record && isForgotten(record as unknown as PersonRecord);
      if (forgotten) lines.text.length = from;
      else endLine(lines.text);
      return { kind, standing, lines, from, forgotten };
    },
    /** Leaves a record where it will be written from. */
    store({ kind, standing, lines, forgotten }: Admitted): void {
      standing.covered = true;
      if (forgotten) {
        counts.forgotten++;
        return;
      }
      lines.settle();
      counts.records[kind] = (counts.records[kind] ?? 0) + 1;
    },
    /** Takes the records of one row away. */
    takeBack(admitted: readonly (Admitted | undefined)[]): void {
      // The last first: each is as long as all before it.
      for (const one of admitted.toReversed()) if (one) one.lines.text.length = one.from;
    },
  };
}
