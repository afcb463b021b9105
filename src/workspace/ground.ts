import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import { olympiadPaperId } from '../records/olympiad.ts';
import { paperId } from '../records/paper.ts';
import type {
  AdmissionRecord,
  BiasMarkerRecord,
  DistributionRecord,
  MeasureRecord,
  MedalCandidateRecord,
  ObservationRecord,
  OlympiadResultRecord,
  RecordKind,
  ResultRecord,
  RosterRecord,
  SchoolYearRecord,
} from '../records/schemas.ts';
import type { Ground } from './manifest.ts';

/** Where a record stands on the ground of its import: everything of a `Ground` but the list of schools. */
export interface Position extends Omit<Ground, 'schools'> {
  school: string;
  /** Tells records within one position apart; two with the same identity are the same thing twice. */
  identity: string;
}

/** Position of a record. `layout` keeps rosters of different kinds apart: a survey does not replace a roster. */
export function positionOf(kind: RecordKind, record: object, layout: string): Position {
  switch (kind) {
    case 'results': {
      const result = record as ResultRecord;
      return {
        kind,
        paper: paperId(result),
        year: result.year,
        part: result.date ?? null,
        school: result.school,
        identity: result.participant,
      };
    }
    case 'distributions': {
      const group = record as DistributionRecord;
      const part = group.journal ? 'journal' : group.scores ? 'scores' : group.tasks ? 'tasks' : 'marks';
      return {
        kind,
        paper: paperId(group),
        year: group.year,
        part,
        school: group.code,
        identity: group.unit,
      };
    }
    case 'school-years': {
      const { school, variable, year } = record as SchoolYearRecord;
      return { kind, paper: null, year, part: variable, school, identity: '' };
    }
    case 'observations': {
      const { breakdown, code, variable, year } = record as ObservationRecord;
      const part = breakdown ? `${variable}/${breakdown}` : variable;
      return { kind, paper: null, year, part, school: code, identity: '' };
    }
    case 'admissions': {
      const { at, grade, participant, school, year } = record as AdmissionRecord;
      return { kind, paper: null, year, part: String(grade), school, identity: participant ?? at.join('|') };
    }
    case 'measures': {
      const { from, kind: step, schools, system, title, year } = record as MeasureRecord;
      const identity = `${step}|${title}|${from}|${schools.join('|')}`;
      return { kind, paper: null, year, part: system, school: OWN_MUNICIPALITY, identity };
    }
    case 'bias-markers': {
      const { paper, school, year } = record as BiasMarkerRecord;
      return { kind, paper, year, part: null, school, identity: '' };
    }
    case 'olympiad-results': {
      const result = record as OlympiadResultRecord;
      return {
        kind,
        paper: olympiadPaperId(result),
        year: result.year,
        part: null,
        school: result.school,
        identity: `${result.participant}|${result.grade ?? ''}`,
      };
    }
    case 'medal-candidates': {
      const { participant, school, year } = record as MedalCandidateRecord;
      return { kind, paper: null, year, part: null, school, identity: participant };
    }
    case 'roster':
      return {
        kind,
        paper: null,
        year: null,
        part: layout,
        school: (record as RosterRecord).code,
        identity: '',
      };
  }
}
