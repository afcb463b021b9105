import { foldText } from '../../records/fold.ts';
import type { Place, Reading, SchoolReference } from '../layout.ts';
import { loginInBrackets, loginKey } from '../school-key.ts';
import { plainName } from '../vpr/row-school.ts';

/** A row of «Группы участников»: whose results these are. */
export type Group =
  | { unit: 'country' | 'region' | 'municipality'; code: string }
  | { unit: 'school'; reference: SchoolReference };

const COUNTRY = /^(вся выборка|рф|российская федерация|россия)$/;
const REGION =
  /(^|[\s-])(область|край|республика|автономная|автономный|москва|санкт-петербург|севастополь)([\s(]|$)/;
const MUNICIPALITY =
  /(^|[\s-])(район|р-н|округ|город|г\.|городской|муниципальн\S*|мо|мр|го|зато|поселок|село)([\s(.]|$)/;
const SCHOOL =
  /(школ|сош|оош|нош|гимнази|лице[йя]|интернат|кадетск|(^|\s)м[абк]оу([\s(]|$)|техникум|колледж)/;

/**
 * Tells the groups of one report apart, top to bottom. The level is not marked in the file: it follows from the
 * code in brackets, from the words of the name, and in older exports from the order (the first group that is not
 * the country is the region).
 */
export function groupReader(): (name: string) => Group {
  let regionSeen = false;
  let municipality: string | undefined;

  function territory(unit: 'region' | 'municipality', code: string): Group {
    if (unit === 'region') regionSeen = true;
    else municipality = code;
    return { unit, code };
  }

  return (text) => {
    const name = text.replace(/\s+/g, ' ').trim();
    const login = loginInBrackets(name);
    const key = login === undefined ? undefined : loginKey(login);
    if (key !== undefined) {
      const plain = plainName(name.replace(/^\((?:sch|edu|ksh)\d{6,8}\)\s*/i, ''));
      return school({ by: 'login', key, ...(plain ? { name: plain } : {}) });
    }
    const code = /\((reg\d{2}_m\d{3})\)\s*$/i.exec(name)?.[1]?.toLowerCase();
    if (code) {
      municipality = plainName(name);
      return { unit: 'municipality', code };
    }
    const folded = foldText(name);
    if (COUNTRY.test(folded)) return { unit: 'country', code: 'РФ' };
    if (SCHOOL.test(folded)) return school({ by: 'name', key: name, name });
    if (REGION.test(folded)) return territory('region', name);
    if (MUNICIPALITY.test(folded)) return territory('municipality', name);
    return territory(regionSeen ? 'municipality' : 'region', name);
  };

  function school(reference: SchoolReference): Group {
    return { unit: 'school', reference: municipality ? { ...reference, municipality } : reference };
  }
}

/** Unit and code for the record; `undefined` where the school may not be stored (reported by `reading`). */
export function resolveGroup(
  reading: Reading,
  group: Group,
  place: Place,
): { unit: 'country' | 'region' | 'municipality' | 'school'; code: string } | undefined {
  if (group.unit !== 'school') return group;
  const code = reading.school(group.reference, place);
  return code === undefined ? undefined : { unit: 'school', code };
}
