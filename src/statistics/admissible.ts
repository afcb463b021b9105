/**
 * What every count of successes must be: whole, between nought and the trials, of which there is at least one.
 * @throws RangeError otherwise
 */
export function requireCounts(successes: number, trials: number): void {
  if (
    !Number.isInteger(successes) ||
    !Number.isInteger(trials) ||
    successes < 0 ||
    trials < 1 ||
    successes > trials
  ) {
    throw new RangeError(`invalid counts: ${successes} of ${trials}`);
  }
}

/** @throws RangeError where the value is no probability, the ends included */
export function requireProbability(value: number, name = 'probability'): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`invalid ${name}: ${value}`);
}

/** @throws RangeError where the level of confidence is not strictly between 0 and 1 */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level: ${level}`);
}

/** @throws RangeError where one of the values is not finite */
export function requireFinite(values: readonly number[], name: string): void {
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError(`invalid ${name}: ${value}`);
}

/** @throws RangeError where the value is not a finite number above nought */
export function requirePositive(value: number, name: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`invalid ${name}: ${value}`);
}
