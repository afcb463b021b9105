import { z } from 'zod';

/**
 * When a rule speaks. A threshold is a parameter in per cent: the border itself is neither below nor above it.
 */
const conditionSchema = z.union([
  z.strictObject({ below: z.string() }),
  z.strictObject({ above: z.string() }),
  z.strictObject({
    is: z.enum([
      /** Worse than the year before. */
      'worse',
      /** A presence that is not there, a count of nothing, an answer «нет». */
      'absent',
      /** A criterion of 1.2 that the school meets. */
      'met',
      /** The school has papers with signs of biased results. */
      'flagged',
      /** There is a value, and organisations are lacking in it. */
      'incomplete',
    ]),
  }),
]);

export type Condition = z.infer<typeof conditionSchema>;

/** What a sentence may say of the numbers: `{value}`, `{numerator}` … */
export const PLACEHOLDERS = [
  /** The value in the form of its indicator. */
  'value',
  'numerator',
  'denominator',
  /** Denominator less numerator: those who are left. */
  'rest',
  'threshold',
  /** The year before. */
  'previous',
  /** Code of the organisation. */
  'school',
  /** Codes of organisations whose data are lacking. */
  'missing',
] as const;

/** A rule of addressed recommendations (адресные рекомендации): to whom, on what value, what to do. */
const ruleSchema = z.strictObject({
  /** `2.4-young-teachers`. */
  id: z.string().regex(/^\d\.\d-[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Addressee of the section: `2.4-R2`. */
  addressee: z.string().regex(/^\d\.\d-R\d+$/),
  /** Indicators or criteria of the section, each taken by itself. */
  indicators: z.array(z.string()).min(1),
  /** Whose value: of the municipality, or of each organisation. */
  unit: z.enum(['municipality', 'school']),
  when: conditionSchema,
  /** What to do: a sentence with placeholders. */
  say: z.string().regex(/^\p{Lu}.*\.$/su),
  /** What of the section's menu fits: `2.4-M1`. */
  measure: z.string().regex(/^\d\.\d-(M|D|MD)\d+$/),
});

export type Rule = z.infer<typeof ruleSchema>;

export const rulesSchema = z.array(ruleSchema).min(1);
