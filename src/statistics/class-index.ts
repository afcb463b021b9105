import { requireFinite } from './admissible.ts';
import type { ClassPattern } from './homogeneity.ts';

/** Beyond this a part of the index counts no more, so that one odd value alone cannot make a class suspect. */
const LIMIT = 3;

/** A spread of fractions below this is rounding. */
const NO_SPREAD = 1e-9;

/** √(π/2) and 1/Φ⁻¹(¾): what makes the mean and the median absolute deviation of a normal sample its sd. */
const MEAN_TO_SD = Math.sqrt(Math.PI / 2);
const MEDIAN_TO_SD = 1.482602218505602;

/**
 * Homogeneity index of each class among the classes of its region that wrote the same paper: the suspect corner
 * of INVALSI (Quintano, Castellano, Longobardi 2009) is a high mean with a low spread, low Gini heterogeneity and
 * few missing answers. In place of principal components with fuzzy clusters, whose signs and groups shift with
 * the data, the index is the mean of four robust z scores (Iglewicz, Hoaglin 1993), each turned so that more is
 * more suspect and cut at ±3: (z(mean) − z(sd) − z(gini) − z(missing)) / 4.
 * A class near the top of the scale is homogeneous by itself: use the index beside other signs, never alone.
 * @returns one index a class in the order of the input, −3 … 3, about 0 for a usual class; compare by rank
 * @throws RangeError where a number is not finite
 */
export function classIndex(classes: readonly ClassPattern[]): number[] {
  const mean = robustZ(classes.map((one) => one.mean));
  const sd = robustZ(classes.map((one) => one.sd));
  const gini = robustZ(classes.map((one) => one.gini));
  const missing = robustZ(classes.map((one) => one.missing));
  return classes.map((_, i) => (cut(mean[i]!) - cut(sd[i]!) - cut(gini[i]!) - cut(missing[i]!)) / 4);
}

/**
 * Distances from the median in robust standard deviations: of the median absolute deviation, or, where more than
 * half of the values are equal, of the mean absolute deviation; noughts where all are equal.
 */
function robustZ(values: readonly number[]): number[] {
  requireFinite(values, 'value');
  const centre = median(values);
  const distances = values.map((value) => Math.abs(value - centre));
  const usual = median(distances) * MEDIAN_TO_SD;
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  const scale = usual > NO_SPREAD ? usual : mean * MEAN_TO_SD;
  return values.map((value) => (scale > NO_SPREAD ? (value - centre) / scale : 0));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

function cut(z: number): number {
  return Math.max(-LIMIT, Math.min(LIMIT, z));
}
