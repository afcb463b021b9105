import type { Layout } from '../layout.ts';
import { COLLECTION_FORM } from './collection-form.ts';
import { PARTICIPANTS_2020 } from './participants-2020.ts';
import { PARTICIPANTS_2021 } from './participants-2021.ts';
import { PROTOCOL_2022 } from './protocol-2022.ts';

/** Results of ВПР by participant, one layout for each cycle's export. */
export const VPR_LAYOUTS: readonly Layout[] = [
  PARTICIPANTS_2020,
  PARTICIPANTS_2021,
  PROTOCOL_2022,
  COLLECTION_FORM,
];
