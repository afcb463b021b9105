import { paperName } from '../../records/paper-name.ts';
import { PROCEDURE_TITLES, PROCEDURES } from '../../records/procedure.ts';
import { type Objectivity, SIGN_IDS, type SignId } from '../../regulation/objectivity/objectivity.ts';
import { counted } from '../number-format.ts';
import type { ReportSheet } from '../report.ts';
import type { ObjectivityContext } from './context.ts';
import { NOT_COUNTED, SIGN_TITLES } from './words.ts';

/** Papers and schools for which signs could not be assessed for one and the same reason. */
export interface Gap {
  /** By which the matrix refers to it. */
  number: number;
  reason: string;
  signs: readonly SignId[];
  papers: readonly string[];
  schools: readonly string[];
  /** How many papers of schools it touches. */
  count: number;
}

/** Reasons for which signs could not be assessed, the most frequent first. */
export function gapsOf({ schools }: Objectivity): Gap[] {
  const groups = new Map<
    string,
    { signs: Set<SignId>; papers: Set<string>; schools: Set<string>; sittings: Set<string> }
  >();
  for (const { school, signs } of schools) {
    for (const paper of signs) {
      for (const id of SIGN_IDS) {
        const { state, reason } = paper.signs[id];
        if (state !== 'not-assessable' || reason === null) continue;
        const key = withoutCounts(reason);
        const group = groups.get(key) ?? {
          signs: new Set(),
          papers: new Set(),
          schools: new Set(),
          sittings: new Set(),
        };
        groups.set(key, group);
        group.signs.add(id);
        group.papers.add(paper.paper);
        group.schools.add(school);
        group.sittings.add(`${school} ${paper.paper}`);
      }
    }
  }
  return [...groups]
    .map(([reason, group]) => ({
      reason,
      signs: SIGN_IDS.filter((id) => group.signs.has(id)),
      papers: [...group.papers].sort(),
      schools: [...group.schools].sort(),
      count: group.sittings.size,
    }))
    .toSorted((first, second) => second.count - first.count || (first.reason < second.reason ? -1 : 1))
    .map((gap, index) => ({ number: index + 1, ...gap }));
}

/** The gap of a reason, to refer to it. */
export function gapNumber(gaps: readonly Gap[], reason: string | null): number | undefined {
  return reason === null ? undefined : gaps.find((gap) => gap.reason === withoutCounts(reason))?.number;
}

/** Schools with 3 and with 4 participants lack the same, and so do grades 4 and 5. */
function withoutCounts(reason: string): string {
  return reason
    .replace(/^участников \d+, /, 'участников мало: ')
    .replace(/, есть \d+$/, '')
    .replace(/(набора учеников): .*$/, '$1 в следующем классе');
}

/** How many names a cell lists before it counts the rest. */
const NAMED = 5;

/** «Чего не хватает»: what could not be assessed, why, and what would help. */
export function gapsSheet(
  data: Objectivity,
  gaps: readonly Gap[],
  { completeness }: Pick<ObjectivityContext, 'completeness'>,
): ReportSheet {
  return {
    name: 'Чего не хватает',
    title: 'Чего не хватает: признаки, которые оценить нельзя',
    lead: 'Не оценённый признак — не «нет»: он не говорит ни за, ни против школы. № стоит в матрице в квадратных скобках.',
    frozenColumns: 1,
    table: {
      id: 'objectivity-gaps',
      empty: 'Данных хватает: все признаки всех работ оценены.',
      columns: [
        { key: 'number', title: '№', type: 'text', width: 6 },
        { key: 'reason', title: 'Чего не хватает', type: 'text', width: 38, wrap: true },
        { key: 'subject', title: 'Чего нельзя сказать', type: 'text', width: 30, wrap: true },
        { key: 'count', title: 'Работ школ', type: 'integer', width: 9 },
        { key: 'papers', title: 'Работы', type: 'text', width: 30, wrap: true },
        { key: 'schools', title: 'Школы', type: 'text', width: 18, wrap: true },
        { key: 'remedy', title: 'Что сделать', type: 'text', width: 44, wrap: true },
      ],
      rows: [
        ...gaps.map(({ number, reason, signs, papers, schools, count }) => ({
          number: `[${number}]`,
          reason: capital(reason),
          subject: signs.map((id) => (signs.length > 2 ? id : `${id} ${SIGN_TITLES[id]}`)).join(', '),
          count,
          papers: listed(papersShort(papers)),
          schools: schools.length === data.schools.length ? 'все' : listed(schools),
          remedy: gapRemedy(reason, data.year),
        })),
        ...completeness.map(({ subject, reason, remedy }) => ({
          number: NOT_COUNTED,
          reason,
          subject,
          count: NOT_COUNTED,
          papers: NOT_COUNTED,
          schools: NOT_COUNTED,
          remedy,
        })),
      ],
    },
  };
}

/** Which file would let a sign be assessed; where nothing can, says so. */
export function gapRemedy(reason: string, year: number): string {
  if (/нет следующего класса|касается только ВПР|границы отметок этой процедуры/.test(reason))
    return 'Ничего: признак к этой процедуре не относится.';
  if (/участников мало|участников меньше/.test(reason))
    return 'Ничего: по такому числу участников судить нельзя.';
  if (/этого же набора учеников/.test(reason))
    return `Загрузите результаты ВПР следующего класса за ${year + 1} год, когда они появятся.`;
  if (/по журналу/.test(reason))
    return 'Загрузите отчёт ФИС ОКО «Сравнение отметок с отметками по журналу» или результаты со столбцом «Отметка по журналу».';
  if (/шкала|границы отметок/.test(reason))
    return 'Укажите шкалу этого года в msoko.json (parameters, vpr-scale.…), взяв её из описания работы.';
  if (/заданиям|заданий|задания школы/.test(reason))
    return 'Загрузите индивидуальные результаты с баллами по заданиям, лучше — всех школ региона.';
  if (/список школ с признаками/.test(reason))
    return 'Загрузите список школ с маркерами, если он опубликован: msoko import ФАЙЛ.';
  if (/ОГЭ и ЕГЭ/.test(reason))
    return 'Загрузите протоколы ОГЭ и ЕГЭ за три года; если в школе нет 9 и 11 классов — ничего.';
  if (/региона|сравнени|других школ/.test(reason))
    return 'Загрузите отчёты ФИС ОКО со строкой региона или результаты всех школ региона.';
  if (/распределени|результаты работы не загружены/.test(reason))
    return `Загрузите результаты этой работы за ${year} год или отчёт ФИС ОКО «Распределение первичных баллов».`;
  return 'Проверьте, все ли файлы этой работы загружены: msoko status.';
}

/** Papers, or the name of a procedure where they are many of one. */
function papersShort(papers: readonly string[]): string[] {
  return PROCEDURES.flatMap((procedure) => {
    const own = papers.filter((paper) => paper.startsWith(`${procedure}-`));
    if (own.length <= 2) return own.map(paperName);
    return [`${PROCEDURE_TITLES[procedure]}: ${counted(own.length, ['работа', 'работы', 'работ'])}`];
  });
}

function listed(names: readonly string[]): string {
  if (names.length <= NAMED) return names.join(', ');
  return `${names.slice(0, NAMED).join(', ')} и ещё ${names.length - NAMED}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
