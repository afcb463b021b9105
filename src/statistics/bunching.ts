/** A score that may have been moved, against what the smooth rest of the histogram foretells. */
export interface BunchedScore {
  score: number;
  /** Pupils with the score. */
  observed: number;
  /** Pupils the smooth distribution gives it; a polynomial may fall below nought at thin ends. */
  fitted: number;
  /** observed − fitted, pupils. */
  excess: number;
}

/**
 * Counterfactual of a histogram of scores (Dee, Dobbie, Jacob, Rockoff 2019): a polynomial is fitted to the
 * counts by least squares with a dummy for each score that may be manipulated. A dummy absorbs its score whole, so
 * the polynomial is that of the other scores; it is built of polynomials orthogonal over them (Forsythe 1957).
 * @param counts pupils with the score 0, 1, 2 …
 * @param manipulable the scores next to the borders
 * @param degree of the polynomial
 * @returns one entry for each manipulable score, in the order given
 * @throws RangeError where a count is no count, a score is outside the histogram or repeated, the degree is no
 * whole number, or fewer scores than degree + 1 remain to fit
 */
export function bunching(
  counts: readonly number[],
  manipulable: readonly number[],
  degree: number,
): BunchedScore[] {
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`invalid count: ${count}`);
  }
  for (const score of manipulable) {
    if (counts[score] === undefined) throw new RangeError(`score outside the histogram: ${score}`);
  }
  const dummies = new Set(manipulable);
  if (dummies.size < manipulable.length) throw new RangeError('repeated manipulable scores');
  if (!Number.isInteger(degree) || degree < 0 || counts.length - dummies.size <= degree) {
    throw new RangeError(`degree ${degree} for ${counts.length - dummies.size} scores`);
  }

  const fitted = polynomial(
    counts,
    counts.map((_, score) => (dummies.has(score) ? 0 : 1)),
    degree,
  );
  return manipulable.map((score) => {
    const observed = counts[score]!;
    return { score, observed, fitted: fitted[score]!, excess: observed - fitted[score]! };
  });
}

/** Weighted least-squares polynomial through y₀, y₁ …, its values at all points, those of weight 0 too. */
function polynomial(y: readonly number[], weights: readonly number[], degree: number): number[] {
  const half = Math.max(1, (y.length - 1) / 2);
  const x = y.map((_, index) => index / half - 1);
  const product = (first: readonly number[], second: readonly number[]) =>
    weights.reduce((sum, weight, i) => sum + weight * first[i]! * second[i]!, 0);

  let before = y.map(() => 0);
  let current = y.map(() => 1);
  let normBefore = Infinity;
  const fitted = y.map(() => 0);
  for (let power = 0; power <= degree; power += 1) {
    const norm = product(current, current);
    const share = product(current, y) / norm;
    current.forEach((value, i) => {
      fitted[i]! += share * value;
    });
    const shift =
      product(
        current,
        current.map((value, i) => value * x[i]!),
      ) / norm;
    const next = current.map((value, i) => (x[i]! - shift) * value - (norm / normBefore) * before[i]!);
    [before, current, normBefore] = [current, next, norm];
  }
  return fitted;
}
