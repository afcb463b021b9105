import type { PaperFacts } from '../facts/paper-facts.ts';
import { EXIT } from '../failure.ts';
import { paperId, paperTitle } from '../records/paper.ts';
import { CRITERIA } from '../regulation/criteria/criteria.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { isWhollySuperseded } from '../workspace/supersession.ts';
import type { Assessment } from './assessment.ts';
import { assessments } from './assessments.ts';
import { type FormStatus, formStatus, formStatusLines } from './form-status.ts';
import type { GlobalOptions, Io } from './io.ts';
import { NOT_NEEDED, remedyFor } from './low-context.ts';
import { deliver, jsonText } from './output.ts';
import { type IndicatorStatus, indicatorStatus, indicatorStatusLines } from './status-indicators.ts';
import { type ObjectivityStatus, objectivityStatus, objectivityStatusLines } from './status-objectivity.ts';
import { assessSystems } from './system-assessment.ts';

/** Whether one criterion can be judged in one year of its window. */
interface CriterionStatus {
  id: string;
  title: string;
  year: number;
  status: 'complete' | 'incomplete' | 'no-data';
  /** Schools to which the criterion applies in this year. */
  schools: number;
  /** Codes of those without data. */
  missing: string[];
  remedy: string | null;
}

/** `msoko status --year Y`: what has data, what lacks it, and which file would supply it. */
export async function status(
  io: Io,
  options: GlobalOptions & { year: number; output?: string },
): Promise<number> {
  const directory = requireWorkspace(options.workspace, io.directory);
  const of = assessments(directory, options.year);
  const assessment = await of.low();
  const systems = await assessSystems(directory, [options.year], SYSTEMS, (year) =>
    year === options.year ? of : assessments(directory, year),
  );
  const criteria = criterionStatus(assessment);
  const disagreements = assessment.facts.disagreements.map(({ results, distribution }) => ({
    school: results.school,
    paper: paperId(results),
    year: results.year,
    results: summaryOf(results),
    distribution: summaryOf(distribution),
  }));
  const problems = assessment.facts.all().flatMap((fact) =>
    fact.problems.map((problem) => ({
      school: fact.school,
      paper: paperId(fact),
      year: fact.year,
      problem,
    })),
  );
  const setAside = assessment.workspace.imports
    .filter(
      (manifest) =>
        manifest.skipped.setAside > 0 && !isWhollySuperseded(assessment.workspace.supersession, manifest),
    )
    .map(({ import: id, file, skipped }) => ({ import: id, file, rows: skipped.setAside }));
  const unlisted = assessment.schools
    .filter(({ listed }) => !listed)
    .map(({ code, name }) => ({ code, name }));
  const answer = {
    command: 'status',
    year: options.year,
    schools: assessment.schools.length,
    criteria,
    disagreements,
    problems,
    objectivity: objectivityStatus(await of.objectivity()),
    forms: await formStatus(assessment.workspace, options.year),
    indicators: indicatorStatus(systems, options.year),
    setAside,
    unlisted,
  };
  deliver(io, options.json ? jsonText(answer) : text(answer, assessment), options.output);
  return EXIT.done;
}

function criterionStatus({ risk }: Assessment): CriterionStatus[] {
  return CRITERIA.flatMap(({ id, title, papers }, index) => {
    const window = risk.schools[0]?.criteria[index]?.window ?? [];
    return window.map((year): CriterionStatus => {
      const asked = risk.schools.flatMap((school) => {
        const evidence = school.criteria[index]!.years.find((one) => one.year === year);
        return evidence?.verdict === 'not-applicable' ? [] : [{ school: school.school, evidence }];
      });
      const lacking = asked.flatMap(({ school, evidence }) => {
        const unknown = evidence?.verdict === 'no-data' && evidence.share === null && evidence.low === null;
        return unknown ? [{ school, reason: evidence.reason ?? '' }] : [];
      });
      const reason = lacking[0]?.reason ?? '';
      return {
        id,
        title,
        year,
        status: lacking.length === 0 ? 'complete' : lacking.length < asked.length ? 'incomplete' : 'no-data',
        schools: asked.length,
        missing: lacking.map(({ school }) => school),
        remedy: lacking.length === 0 ? null : remedyFor(papers[0]?.procedure ?? 'values', reason, year),
      };
    });
  });
}

function summaryOf({ participants, marks }: PaperFacts) {
  return { participants, marks };
}

interface Answer {
  year: number;
  schools: number;
  criteria: readonly CriterionStatus[];
  problems: readonly { school: string; paper: string; year: number; problem: string }[];
  objectivity: ObjectivityStatus;
  forms: readonly FormStatus[];
  indicators: readonly IndicatorStatus[];
  setAside: readonly { file: string; rows: number }[];
  unlisted: readonly { code: string; name: string }[];
}

function text(answer: Answer, { facts }: Assessment): string {
  const lines = [`Год идентификации ${answer.year}, школ ${answer.schools}.`, ''];
  for (const { title, year, status: state, schools, missing, remedy } of answer.criteria) {
    if (remedy?.startsWith(NOT_NEEDED)) {
      lines.push(`✔ ${title}, ${year}: процедура не проводилась`);
      continue;
    }
    const word =
      state === 'complete'
        ? 'есть все'
        : state === 'no-data'
          ? 'нет данных'
          : `есть ${schools - missing.length} из ${schools}`;
    lines.push(
      `${state === 'complete' ? '✔' : '…'} ${title}, ${year}: ${word}${remedy ? ` — ${remedy}` : ''}`,
    );
    if (state === 'incomplete')
      lines.push(`    нет: ${missing.slice(0, 12).join(', ')}${missing.length > 12 ? ' …' : ''}`);
  }
  if (facts.disagreements.length > 0)
    lines.push(
      '',
      'Индивидуальные результаты расходятся с опубликованным распределением (взяты результаты):',
    );
  for (const { results, distribution } of facts.disagreements) {
    lines.push(
      `  ${results.school}, ${paperTitle(results)}, ${results.year}: ${marksText(results)} против ${marksText(distribution)}`,
    );
  }
  lines.push('', ...objectivityStatusLines(answer.objectivity));
  lines.push('', ...formStatusLines(answer.forms, answer.year));
  lines.push(...indicatorStatusLines(answer.indicators));
  if (answer.problems.length > 0) lines.push('', 'Не сходится:');
  for (const { school, paper, year, problem } of answer.problems)
    lines.push(`  ${school}, ${paper}, ${year}: ${problem}`);
  if (answer.setAside.length > 0) lines.push('', 'Загружено не всё, ошибочные строки отложены:');
  for (const { file, rows } of answer.setAside) lines.push(`  ${file}: строк ${rows}`);
  if (answer.unlisted.length > 0) lines.push('', 'Школы из файлов, которых нет в реестре:');
  for (const { code, name } of answer.unlisted) lines.push(`  ${code} ${name}`);
  return lines.join('\n');
}

function marksText({ participants, marks }: PaperFacts): string {
  if (!marks) return `${participants} уч.`;
  return `${participants} уч. («2» ${marks[2]}, «3» ${marks[3]}, «4» ${marks[4]}, «5» ${marks[5]})`;
}
