import { type OlympiadStage, olympiadPaperId } from '../../records/olympiad.ts';
import { paperName } from '../../records/paper-name.ts';
import type { MedalistIndex, Objectivity } from '../../regulation/objectivity/objectivity.ts';
import type { ReportSheet, ReportValue } from '../report.ts';
import type { ObjectivityContext } from './context.ts';
import { UNCERTAINTY_COLUMNS, uncertainties } from './shares.ts';
import { NOT_COUNTED } from './words.ts';

/** «Медалисты»: medal candidates whose ЕГЭ is far below what the medal required, in all and by school. */
export function medalistsSheet(data: Objectivity, { schoolMedalists }: ObjectivityContext): ReportSheet {
  const { medalists, schools, year } = data;
  const bySchool = uncertainties(schoolMedalists.map(countOf));
  const [all] = uncertainties([countOf(medalists)]);
  return {
    name: 'Медалисты',
    title: `Индекс неподтверждения медалистов, ${year} год`,
    lead: 'Доля претендентов на медаль, чьи результаты ЕГЭ существенно ниже требуемых для её подтверждения.',
    notes: [
      ...medalists.notes,
      'Строгий счёт — не хватает хотя бы одного балла. «Не узнаны» — подходит не один участник ЕГЭ: программа не угадывает.',
    ],
    frozenColumns: 2,
    table: {
      id: 'indices-medalists',
      empty: 'Претендентов на медаль нет: загрузите их список командой msoko import.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text', width: 10 },
        { key: 'name', title: 'Школа', type: 'text', width: 36, wrap: true },
        { key: 'candidates', title: 'Претендентов', type: 'integer' },
        { key: 'withEge', title: 'С результатами ЕГЭ', type: 'integer' },
        { key: 'unconfirmed', title: 'Существенно ниже', type: 'integer' },
        { key: 'index', title: 'Индекс', type: 'share', shareOf: { part: 'unconfirmed', whole: 'withEge' } },
        ...UNCERTAINTY_COLUMNS,
        { key: 'strict', title: 'Строгий счёт', type: 'integer' },
        { key: 'ambiguous', title: 'Не узнаны', type: 'integer' },
      ],
      rows:
        medalists.candidates === 0
          ? []
          : [
              { school: 'все', name: 'Муниципалитет', ...medalRow(medalists), ...all! },
              ...schoolMedalists.map((one, index) => ({
                school: one.school,
                name: schools.find(({ school }) => school === one.school)?.name ?? NOT_COUNTED,
                ...medalRow(one),
                ...bySchool[index]!,
              })),
            ],
    },
  };
}

function countOf({ unconfirmed, withEge }: MedalistIndex) {
  return unconfirmed === null ? { part: 0, whole: 0 } : { part: unconfirmed, whole: withEge };
}

function medalRow(one: MedalistIndex): Record<string, ReportValue> {
  return {
    candidates: one.candidates,
    withEge: one.withEge,
    unconfirmed: one.unconfirmed ?? NOT_COUNTED,
    index: one.index ?? NOT_COUNTED,
    strict: one.unconfirmedStrict ?? NOT_COUNTED,
    ambiguous: one.ambiguous,
  };
}

/** «Олимпиады»: winners and prize-winners who did not confirm their result in the ЕГЭ, by olympiad and subject. */
export function olympiadsSheet({ olympiads, year }: Objectivity): ReportSheet {
  const shares = uncertainties(
    olympiads.map(({ unconfirmed, withEge }) => ({ part: unconfirmed, whole: withEge })),
  );
  return {
    name: 'Олимпиады',
    title: `Индекс необъективности олимпиад, ${year} год`,
    lead: 'Доля победителей и призёров с ЕГЭ по предмету олимпиады, чей балл ниже порога подтверждения.',
    notes: [
      'Дипломы — победителей и призёров. Без ЕГЭ по предмету диплом не подтверждён и не опровергнут: в индекс он не входит.',
      '«Не узнаны» — подходит не один участник ЕГЭ: программа не угадывает, эти люди в индекс не входят.',
    ],
    frozenColumns: 1,
    table: {
      id: 'indices-olympiads',
      empty: 'Результатов олимпиад нет: загрузите протоколы командой msoko import.',
      columns: [
        { key: 'olympiad', title: 'Олимпиада', type: 'text', width: 26, wrap: true },
        { key: 'holders', title: 'Дипломов', type: 'integer' },
        { key: 'withEge', title: 'С ЕГЭ', type: 'integer' },
        { key: 'unconfirmed', title: 'Ниже порога', type: 'integer' },
        { key: 'index', title: 'Индекс', type: 'share', shareOf: { part: 'unconfirmed', whole: 'withEge' } },
        ...UNCERTAINTY_COLUMNS,
        { key: 'threshold', title: 'Порог', type: 'integer' },
        { key: 'ambiguous', title: 'Не узнаны', type: 'integer' },
        { key: 'notes', title: 'Примечание', type: 'text', width: 36, wrap: true },
      ],
      rows: olympiads.map((one, index) => ({
        olympiad: paperName(olympiadPaperId({ ...one, stage: one.stage as OlympiadStage })),
        holders: one.holders,
        withEge: one.withEge,
        unconfirmed: one.unconfirmed,
        index: one.index ?? NOT_COUNTED,
        ...shares[index]!,
        threshold: one.threshold,
        ambiguous: one.ambiguous,
        notes: one.notes.join(' ') || NOT_COUNTED,
      })),
    },
  };
}
