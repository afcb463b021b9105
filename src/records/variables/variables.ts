import { foldText } from '../fold.ts';
import { CAREER_VARIABLES } from './career-guidance.ts';
import { GRADUATE_VARIABLES } from './graduates.ts';
import { HEAD_VARIABLES } from './heads.ts';
import { LOW_VARIABLES } from './low.ts';
import { METHODICAL_VARIABLES } from './methodical-work.ts';
import { OBJECTIVITY_VARIABLES } from './objectivity.ts';
import { PRESCHOOL_VARIABLES } from './preschool.ts';
import { TALENT_VARIABLES } from './talents.ts';
import { TEACHER_TRAINING_VARIABLES } from './teacher-training.ts';
import { UPBRINGING_VARIABLES } from './upbringing.ts';
import type { Variable } from './variable.ts';

/** Every value that tables and forms may hold. A new system adds its own file and a line here. */
export const VARIABLES: readonly Variable[] = [
  ...OBJECTIVITY_VARIABLES,
  ...LOW_VARIABLES,
  ...TALENT_VARIABLES,
  ...GRADUATE_VARIABLES,
  ...CAREER_VARIABLES,
  ...HEAD_VARIABLES,
  ...TEACHER_TRAINING_VARIABLES,
  ...METHODICAL_VARIABLES,
  ...UPBRINGING_VARIABLES,
  ...PRESCHOOL_VARIABLES,
];

const BY_ID = new Map(VARIABLES.map((variable) => [variable.id, variable]));

const BY_NAME = new Map(
  VARIABLES.flatMap((variable) =>
    [variable.id, variable.title, ...(variable.aliases ?? [])].map(
      (name) => [foldText(name).replace(/[.,]$/, ''), variable] as const,
    ),
  ),
);

/** A variable by its id, its Russian title or a known synonym; `undefined` where none fits. */
export function findVariable(text: string): Variable | undefined {
  return BY_NAME.get(foldText(text).replace(/[.,]$/, ''));
}

/** A variable by its id; `undefined` where none has it. */
export function variableById(id: string): Variable | undefined {
  return BY_ID.get(id);
}
