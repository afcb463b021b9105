import type { Layout } from '../layout.ts';
import { olympiadProtocol } from './protocol.ts';

/** Protocols of the all-Russian olympiad of pupils and of others. */
export const OLYMPIAD_LAYOUTS: readonly Layout[] = [olympiadProtocol];
