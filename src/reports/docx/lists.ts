import { AlignmentType, LevelFormat } from 'docx';
import { FONT } from './styles.ts';

/** Names of the two kinds of lists. */
export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

/** How deep lists go. */
export const LIST_LEVELS = 3;

const MARKS = ['—', '•', '–'];
const STEP = 425;

export const NUMBERING = [
  {
    reference: BULLETS,
    levels: Array.from({ length: LIST_LEVELS }, (_, level) => ({
      ...listLevel(level),
      format: LevelFormat.BULLET,
      text: MARKS[level]!,
    })),
  },
  {
    reference: NUMBERS,
    levels: Array.from({ length: LIST_LEVELS }, (_, level) => ({
      ...listLevel(level),
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
    })),
  },
];

function listLevel(level: number) {
  const indent = { left: 709 + STEP * level, hanging: STEP };
  return { level, alignment: AlignmentType.LEFT, style: { paragraph: { indent }, run: { font: FONT } } };
}
