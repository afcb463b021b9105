import { FINAL_ATTESTATION } from '../records/paper.ts';
import { literal } from './engines/engine.ts';

/** SQL that is true of the rows of final attestation, which has one grade by its nature, whatever a file says. */
export function isFinalAttestation(procedureColumn: string): string {
  return `${procedureColumn} IN (${FINAL_ATTESTATION.map(literal).join(', ')})`;
}
