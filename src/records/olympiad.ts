import { subjectTitle } from './subject.ts';

/** Stages of an olympiad (этапы): школьный, муниципальный, региональный, заключительный. */
export const OLYMPIAD_STAGES = ['school', 'municipal', 'regional', 'final'] as const;

export type OlympiadStage = (typeof OLYMPIAD_STAGES)[number];

/** Russian names of the stages, for people. */
export const OLYMPIAD_STAGE_TITLES: Record<OlympiadStage, string> = {
  school: 'школьный этап',
  municipal: 'муниципальный этап',
  regional: 'региональный этап',
  final: 'заключительный этап',
};

/** The all-Russian olympiad of pupils (всероссийская олимпиада школьников, ВсОШ). */
export const VSOSH = 'vsosh';

/** Ids of one olympiad in one subject at one stage. */
export interface OlympiadPaper {
  olympiad: string;
  stage: OlympiadStage;
  subject: string;
}

/** Stable id of what an olympiad's protocol covers: `olympiad-vsosh-municipal-physics`. */
export function olympiadPaperId({ olympiad, stage, subject }: OlympiadPaper): string {
  return `olympiad-${olympiad}-${stage}-${subject}`;
}

/** Name of such a paper for people, by its id: «ВсОШ, муниципальный этап · Физика»; `undefined` for other ids. */
export function olympiadPaperName(id: string): string | undefined {
  const found = new RegExp(`^olympiad-(.+?)-(${OLYMPIAD_STAGES.join('|')})-(.+)$`).exec(id);
  if (!found) return undefined;
  const [, olympiad, stage, subject] = found as unknown as [string, string, OlympiadStage, string];
  const title = olympiad === VSOSH ? 'ВсОШ' : `Олимпиада ${olympiad}`;
  return `${title}, ${OLYMPIAD_STAGE_TITLES[stage]} · ${subjectTitle(subject)}`;
}
