import { EXIT, Failure } from '../failure.ts';
import type { System } from '../regulation/systems/system.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { lowReport } from '../reports/low/report.ts';
import { objectivityIndicesReport } from '../reports/objectivity/indices-report.ts';
import { objectivityReport } from '../reports/objectivity/report.ts';
import type { Report } from '../reports/report.ts';
import { type SystemContext, withoutOrganisations } from '../reports/system/context.ts';
import { systemReport, withSystemSheets } from '../reports/system/report.ts';
import { type Assessments, assessments } from './assessments.ts';
import { assessEffect } from './effectiveness.ts';
import { lowContext } from './low-context.ts';
import { objectivityContext } from './objectivity-context.ts';
import { recommendationsOf } from './recommendations.ts';
import { assessSystems, type SystemAssessment } from './system-assessment.ts';
import { reportYears, systemContext, valuesByMunicipality } from './system-context.ts';

/** The report of one section, and what all sections have in common. */
export interface SectionReport {
  system: System;
  /** Without the answers of single organisations: they stand in the report. */
  context: SystemContext;
  report: Report;
}

/** Sections that have sheets of their own beside those that every system has. */
const OWN_REPORTS: Readonly<Record<string, (of: Assessments) => Promise<Report>>> = {
  async '1.1'(of) {
    const assessment = await of.objectivity();
    return objectivityReport(assessment.objectivity, objectivityContext(assessment));
  },
  async '1.2'(of) {
    const assessment = await of.low();
    return lowReport(assessment.risk, lowContext(assessment));
  },
  async '2.1'(of) {
    const assessment = await of.objectivity();
    return objectivityIndicesReport(assessment.objectivity, objectivityContext(assessment));
  },
};

/**
 * The systems that the words of a command name: all of them for none, or for `all`.
 * @throws Failure `unknown-system`
 */
export function namedSystems(names: readonly string[]): readonly System[] {
  const known = SYSTEMS.map(({ id }) => id as string);
  const unknown = names.find((name) => name !== 'all' && !known.includes(name));
  if (unknown !== undefined) {
    throw new Failure('unknown-system', `Отчёта по разделу «${unknown}» нет.`, {
      hint: `Есть отчёты по разделам: ${known.join(', ')}.`,
      exit: EXIT.usage,
    });
  }
  return names.length === 0 || names.includes('all')
    ? SYSTEMS
    : SYSTEMS.filter(({ id }) => names.includes(id));
}

/** The assessments of a workspace by year, each made once; those of the report's year look back at earlier ones. */
export function heldAssessments(
  directory: string,
  year: number,
  municipality?: string,
): (asked: number) => Assessments {
  const held = new Map<number, Assessments>();
  return (asked) => {
    const found = held.get(asked) ?? assessments(directory, asked, asked === year, municipality);
    held.set(asked, found);
    return found;
  };
}

/** The sheets that a section has of its own, as a report; none where it has only those of every system. */
export async function ownReport({ id }: System, of: Assessments): Promise<Report | undefined> {
  return OWN_REPORTS[id]?.(of);
}

/** The reports of systems in a year, in the order of the Положение. */
export async function sectionReports(
  directory: string,
  systems: readonly System[],
  year: number,
  of = heldAssessments(directory, year),
  municipality?: string,
): Promise<SectionReport[]> {
  const assessment = await assessSystems(directory, reportYears(year), systems, of, municipality);
  const effect = await assessEffect(directory, year, municipality, of);
  const sideBySide = valuesByMunicipality(assessment.municipalities(), systems, year);
  const reports: SectionReport[] = [];
  for (const system of systems) {
    const held = holdingYear(assessment, system, year);
    const recommendations = await recommendationsOf(directory, held, year, [system], of(year));
    const context = systemContext(held, system, year, effect, recommendations, sideBySide(system));
    const own = await ownReport(system, of(year));
    const report = own ? withSystemSheets(own, context) : systemReport(context);
    reports.push({ system, context: withoutOrganisations(context), report });
  }
  return reports;
}

/** The answers of a year are asked for again and again. In a region they are many: only those of one system are held. */
function holdingYear(assessment: SystemAssessment, system: System, year: number): SystemAssessment {
  const ofYear = assessment.answers(system, year);
  return {
    ...assessment,
    answers: (asked, at) => (asked === system && at === year ? ofYear : assessment.answers(asked, at)),
  };
}
