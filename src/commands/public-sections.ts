import { foundOrMade } from '../records/found-or-made.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import type { System } from '../regulation/systems/system.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { publicContext, publicRecommendations } from '../reports/public/context.ts';
import { publicationOf } from '../reports/public/publication.ts';
import { type PublicFacts, publicReport } from '../reports/public/report.ts';
import { codedSchools, namedSchools } from '../reports/public/schools.ts';
import { readManifests } from '../workspace/manifest.ts';
import type { Assessments } from './assessments.ts';
import { assessEffect } from './effectiveness.ts';
import { recommendationsOf } from './recommendations.ts';
import { ownReport, type SectionReport } from './section-reports.ts';
import { type Answers, assessSystems } from './system-assessment.ts';
import { systemContext } from './system-context.ts';

/** How a public report calls schools. */
export type SchoolNaming = 'named' | 'coded';

/** The public reports of systems, and what pages of schools are made from. */
export interface PublicSections {
  sections: SectionReport[];
  facts: PublicFacts;
}

/**
 * The public reports of systems in a year. What is hidden is decided over all systems and all years that the workspace
 * has, whatever is asked for: so the report of one section shows no more than that of all.
 */
export async function publicSections(
  directory: string,
  systems: readonly System[],
  year: number,
  of: (year: number) => Assessments,
  { schools }: { schools: SchoolNaming },
): Promise<PublicSections> {
  const years = yearsUpTo(directory, year);
  const counted = await assessSystems(directory, years, SYSTEMS, of);
  const assessment = { ...counted, answers: heldAnswers(counted.answers) };
  const publication = publicationOf(
    await Promise.all(
      years.map(async (one) => ({
        year: one,
        answers: SYSTEMS.flatMap((system) => assessment.answers(system, one)),
        risk: (await of(one).low()).risk,
      })),
    ),
    assessment.facts,
    assessment.parameters,
  );
  const label =
    schools === 'named'
      ? namedSchools(assessment.organisations)
      : codedSchools(
          assessment.organisations.filter(({ kind }) => kind === 'school'),
          assessment.workspace.settings.id ?? '',
        );
  const facts: PublicFacts = { publication, label, schools: (await of(year).low()).risk.schools };
  const effect = await assessEffect(directory, year, undefined, of);
  const recommendations = publicRecommendations(
    await recommendationsOf(directory, assessment, year, systems, of(year)),
    publication,
    year,
  );
  const sections: SectionReport[] = [];
  for (const system of systems) {
    const whole = systemContext(assessment, system, year, effect, recommendations);
    const context = publicContext(whole, publication, { named: schools === 'named' });
    const own = await ownReport(system, of(year));
    sections.push({ system, context, report: publicReport(context, own, facts) });
  }
  return { sections, facts };
}

/** Answers that are asked for again and again. */
function heldAnswers(evaluate: Answers): Answers {
  const found = new Map<string, readonly Answer[]>();
  return (system, year) => foundOrMade(found, `${system.id} ${year}`, () => evaluate(system, year));
}

/** Years from the first that a workspace has data of up to a report's own. */
function yearsUpTo(directory: string, year: number): number[] {
  const known = readManifests(directory).flatMap(({ covers }) =>
    covers.flatMap((ground) => (ground.year === null || ground.year > year ? [] : [ground.year])),
  );
  const first = Math.min(year, ...known);
  return Array.from({ length: year - first + 1 }, (_, index) => first + index);
}
