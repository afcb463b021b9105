import type { Layout } from '../layout.ts';
import { giaAppeals } from './appeals.ts';
import { giaFlat } from './flat.ts';
import { giaMachine } from './machine.ts';
import { giaProtocol } from './protocol.ts';

/** Exports of the regional centre (РЦОИ): ЕГЭ, ОГЭ, ГВЭ. */
export const GIA_LAYOUTS: readonly Layout[] = [giaProtocol, giaMachine, giaFlat, giaAppeals];
