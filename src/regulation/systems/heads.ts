import type { Respondent } from '../../records/variables/variable.ts';
import { indicatorsOf } from './indicators-of.ts';
import type { System } from './system.ts';

const { computed, organisations, perOrganisation, reference, share } = indicatorsOf('2.2', 'head');

/** «Руководители всех ОО»: one head stands for one organisation. */
const ALL: readonly Respondent[] = ['school', 'preschool', 'additional'];

/** Measures stand in brackets after the bullet that asks whether they were determined. */
const inBrackets = (bullet: number, place: number) =>
  `раздел 2.2, показатель ${bullet}, мера ${place} в скобках`;

/** Bullet of the list where the row's number is not its number. */
const bullet = (number: number) => `раздел 2.2, показатель ${number}`;

/** Coverage that comes from results: other organisations have none. */
const OF_SCHOOL_HEADS = '÷ руководители всех школ (у других организаций таких результатов нет)';

const OF_HEADS = '÷ руководители всех ОО (один на организацию)';

/**
 * Section 2.2: monitoring how effective heads of organisations are (мониторинг эффективности руководителей). Bullets
 * 10, 11 and 13 ask of how many heads something was determined, and name in brackets what: here stand both, coverage
 * and values. Borders that the Положение leaves undefined are parameters.
 */
export const HEADS: System = {
  id: '2.2',
  prefix: 'head',
  title: 'Система мониторинга эффективности руководителей образовательных организаций',
  goals: [
    {
      id: '2.2-G1',
      text: 'формирование профессиональных компетенций руководителей ОО',
      indicators: [
        'head.heads-qualified-share',
        'head.heads-deficit-diagnosed-share',
        'head.heads-competence-assessed-share',
      ],
    },
    {
      id: '2.2-G2',
      text: 'обеспечение качества управленческой деятельности руководителей ОО',
      indicators: ['head.heads-management-assessed-share', 'head.heads-conditions-assessed-share'],
    },
    {
      id: '2.2-G3',
      text: 'обеспечение качества подготовки обучающихся в ОО',
      indicators: [
        'head.below-lower-bound-share',
        'head.below-bound-any-mass-subject-share',
        'head.not-below-average-share',
        'head.high-level-any-subject-share',
      ],
    },
    {
      id: '2.2-G4',
      text: 'обеспечение ОО квалифицированными кадрами',
      indicators: ['head.young-teachers-share', 'head.workload-over-30h-share'],
    },
    {
      id: '2.2-G5',
      text: 'обеспечение потребности муниципалитета в резерве управленческих кадров',
      indicators: ['head.management-reserve-ratio'],
    },
  ],
  methods: ['выборочный метод', 'метод измерений', 'документальный анализ'],
  sources: [
    { code: 'S1', title: 'федеральная информационная система обеспечения проведения ГИА и приёма' },
    { code: 'S2', title: 'региональная информационная система обеспечения проведения ГИА' },
    { code: 'S3', title: 'ФИС ОКО: база результатов Всероссийских проверочных работ' },
    { code: 'S7', title: 'система регионального мониторинга индивидуальных учебных достижений' },
    {
      code: 'S8',
      title:
        'система регионального мониторинга индивидуальных учебных достижений обучающихся с ОВЗ по адаптированным программам',
    },
    { code: 'S9', title: 'база олимпиад, конкурсов и соревнований школьников' },
    { code: 'S10', title: 'открытые статистические данные, региональная статистика, опрос ОО' },
    {
      code: 'S11',
      title: 'региональная информационная система оценки эффективности ОО (система рейтингования)',
    },
  ],
  indicators: [
    organisations('heads-qualified-share', {
      number: 1,
      title: 'Доля руководителей с требуемым качеством профессиональной подготовки',
      formula: `руководители с требуемой подготовкой ${OF_HEADS}`,
      direction: 'up',
      having: 'head-qualified',
      of: ALL,
      by: 'organisation-kind',
      sources: ['S10'],
    }),
    organisations('heads-deficit-diagnosed-share', {
      number: 2,
      title: 'Доля руководителей, добровольно прошедших выявление профессиональных дефицитов',
      formula: `прошедшие выявление дефицитов ${OF_HEADS}`,
      direction: 'up',
      having: 'head-deficits-diagnosed',
      of: ALL,
      sources: ['S10'],
    }),
    share('young-teachers-share', {
      number: 3,
      title: 'Доля молодых специалистов — учителей',
      formula: 'молодые специалисты — учителя ÷ все учителя общеобразовательных организаций',
      direction: 'up',
      part: 'young-school-teachers',
      whole: 'teachers',
      sources: ['S10'],
    }),
    share('workload-under-18h-share', {
      number: 4,
      title: 'Доля педагогов с нагрузкой менее 18 часов',
      formula: 'педагоги с нагрузкой менее 18 часов ÷ все педагогические работники',
      direction: 'neutral',
      part: 'load-below-18-hours',
      whole: 'pedagogical-workers',
      sources: ['S10'],
    }),
    share('workload-over-30h-share', {
      number: 5,
      title: 'Доля педагогов с нагрузкой более 30 часов',
      formula: 'педагоги с нагрузкой более 30 часов ÷ все педагогические работники',
      direction: 'down',
      part: 'load-above-30-hours',
      whole: 'pedagogical-workers',
      sources: ['S10'],
    }),
    share('workload-over-two-subjects-share', {
      number: 6,
      title: 'Доля педагогов с нагрузкой более чем по двум предметам или предметным областям',
      formula: 'педагоги с нагрузкой более чем по двум предметам ÷ все педагогические работники',
      direction: 'down',
      part: 'load-above-two-subjects',
      whole: 'pedagogical-workers',
      sources: ['S10'],
    }),
    share('administrators-teaching-share', {
      number: 7,
      title: 'Доля административных работников с педагогической нагрузкой',
      formula: 'административные работники с нагрузкой ÷ все административные работники',
      direction: 'neutral',
      part: 'administrators-teaching',
      whole: 'administrators',
      sources: ['S10'],
    }),
    organisations('heads-competence-assessed-share', {
      number: 8,
      title: 'Доля руководителей, у которых оценён уровень профессиональных компетенций',
      formula: `руководители с оценкой компетенций ${OF_HEADS}`,
      direction: 'up',
      having: 'head-competence-assessed',
      of: ALL,
      sources: ['S10'],
    }),
    organisations('heads-management-assessed-share', {
      number: 9,
      title: 'Доля руководителей, у которых оценено качество управленческой деятельности',
      formula: `руководители с оценкой управленческой деятельности ${OF_HEADS}`,
      direction: 'up',
      having: 'head-management-assessed',
      of: ALL,
      sources: ['S10', 'S11'],
    }),
    computed('heads-basic-preparation-determined-share', {
      number: 10,
      title: 'Доля руководителей, у которых определён уровень базовой подготовки обучающихся',
      formula: `руководители школ, для которых известны все пять мер в скобках, ${OF_SCHOOL_HEADS}`,
      kind: 'share',
      direction: 'up',
      sources: ['S1', 'S2', 'S3', 'S7', 'S8'],
    }),
    computed('below-lower-bound-share', {
      number: 11,
      role: 'sub',
      title: 'Доля участников процедуры, не преодолевших нижнюю границу баллов',
      formula: 'результаты ниже нижней границы ÷ все результаты (ЕГЭ, ОГЭ, ВПР, РМ ИУД)',
      clause: inBrackets(10, 1),
      kind: 'share',
      direction: 'down',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3', 'S7'],
    }),
    computed('below-bound-any-mass-subject-share', {
      number: 12,
      role: 'sub',
      title: 'Доля участников ниже нижней границы хотя бы по одному массовому предмету',
      formula:
        'участники ниже границы хотя бы по одному массовому предмету ÷ участники процедуры в параллели',
      clause: inBrackets(10, 2),
      kind: 'share',
      direction: 'down',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    computed('not-below-average-share', {
      number: 13,
      role: 'sub',
      title: 'Доля участников с результатами не ниже «средних»',
      formula: 'результаты не ниже средней границы ÷ все результаты',
      clause: inBrackets(10, 3),
      kind: 'share',
      direction: 'up',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    computed('not-below-average-mass-share', {
      number: 14,
      role: 'sub',
      title: 'Доля участников с результатами не ниже «средних» в массовых предметах',
      formula:
        'участники не ниже средней границы во всех своих массовых предметах ÷ участники массовых предметов',
      clause: inBrackets(10, 4),
      kind: 'share',
      direction: 'up',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    computed('basic-level-band-share', {
      number: 15,
      role: 'sub',
      title: 'Доля участников с результатами не ниже базового и не выше высокого уровня',
      formula:
        'нижняя граница ≤ результат < граница высокого уровня ÷ все результаты (высокий уровень не включён, чтобы уровни не перекрывались)',
      clause: inBrackets(10, 5),
      kind: 'share',
      // It falls both where more pupils fail and where more reach the high level.
      direction: 'neutral',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    computed('heads-high-preparation-determined-share', {
      number: 16,
      title: 'Доля руководителей, у которых определён уровень подготовки обучающихся высокого уровня',
      formula: `руководители школ, для которых известны все три меры в скобках, ${OF_SCHOOL_HEADS}`,
      clause: bullet(11),
      kind: 'share',
      direction: 'up',
      sources: ['S1', 'S2', 'S3'],
    }),
    computed('high-level-subject-share', {
      number: 17,
      role: 'sub',
      title: 'Доля участников с результатами не ниже границы высокого уровня по предмету',
      formula: 'результаты не ниже границы высокого уровня ÷ все результаты по предмету в параллели',
      clause: inBrackets(11, 1),
      kind: 'share',
      direction: 'up',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    computed('high-level-procedure-share', {
      number: 18,
      role: 'sub',
      title: 'Доля участников процедуры с результатами не ниже границы высокого уровня',
      formula:
        'участники не ниже границы высокого уровня по всем своим предметам ÷ участники процедуры в параллели',
      clause: inBrackets(11, 2),
      kind: 'share',
      direction: 'up',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    computed('high-level-any-subject-share', {
      number: 19,
      role: 'sub',
      title: 'Доля участников не ниже границы высокого уровня хотя бы по одному предмету',
      formula: 'участники с высоким результатом хотя бы по одному предмету ÷ участники процедуры в параллели',
      clause: inBrackets(11, 3),
      kind: 'share',
      direction: 'up',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    organisations('heads-ovz-assessed-share', {
      number: 20,
      title: 'Доля руководителей, у которых оценена организация получения образования обучающимися с ОВЗ',
      formula: `руководители с такой оценкой ${OF_HEADS}`,
      clause: bullet(12),
      direction: 'up',
      having: 'head-disability-education-assessed',
      of: ALL,
      sources: ['S8', 'S10'],
    }),
    computed('heads-objectivity-determined-share', {
      number: 21,
      title: 'Доля руководителей, у которых определён уровень объективности результатов внешней оценки',
      formula: `руководители школ, для которых известны индексы в скобках, ${OF_SCHOOL_HEADS}`,
      clause: bullet(13),
      kind: 'share',
      direction: 'up',
      sources: ['S1', 'S2', 'S3'],
    }),
    reference('ref-heads-external-bias-index', {
      number: 22,
      title: 'Внешний индекс необъективности ОО',
      formula: 'как в разделе 2.1',
      clause: inBrackets(13, 1),
      kind: 'index',
      direction: 'down',
      to: 'objm.external-bias-index',
      sources: ['S1', 'S2', 'S3'],
    }),
    reference('ref-heads-medalist-index', {
      number: 23,
      title: 'Индекс неподтверждения медалистов',
      formula: 'как в разделе 2.1',
      clause: inBrackets(13, 2),
      kind: 'index',
      direction: 'down',
      to: 'objm.medalist-nonconfirmation-index',
      sources: ['S1', 'S2'],
    }),
    reference('ref-heads-procedure-index', {
      number: 24,
      title: 'Индекс необъективности оценочной процедуры',
      formula: 'как в разделе 2.1',
      clause: inBrackets(13, 3),
      kind: 'index',
      direction: 'down',
      to: 'objm.procedure-bias-index',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3'],
    }),
    organisations('heads-conditions-assessed-share', {
      number: 25,
      title: 'Доля руководителей, у которых оценены условия осуществления образовательной деятельности',
      formula: `руководители с такой оценкой ${OF_HEADS}`,
      clause: bullet(14),
      direction: 'up',
      having: 'head-conditions-assessed',
      of: ALL,
      sources: ['S10', 'S11'],
    }),
    organisations('heads-career-and-additional-assessed-share', {
      number: 26,
      title:
        'Доля руководителей, у которых оценена организация профориентации и дополнительного образования обучающихся',
      formula: `руководители с такой оценкой ${OF_HEADS}`,
      clause: bullet(15),
      direction: 'up',
      having: 'head-career-assessed',
      of: ALL,
      sources: ['S9', 'S10'],
    }),
    perOrganisation('management-reserve-ratio', {
      number: 27,
      title: 'Отношение числа людей в резерве управленческих кадров к числу руководителей',
      formula: `люди в резерве ${OF_HEADS}; может быть больше 100 %`,
      clause: bullet(16),
      direction: 'up',
      part: 'management-reserve',
      of: ALL,
      sources: ['S10'],
    }),
  ],
  analysis: [
    {
      id: '2.2-A1',
      text: 'анализ уровня сформированности профессиональных компетенций руководителей ОО',
      indicators: [
        'head.heads-qualified-share',
        'head.heads-deficit-diagnosed-share',
        'head.heads-competence-assessed-share',
      ],
    },
    {
      id: '2.2-A2',
      text: 'анализ качества управленческой деятельности руководителей ОО',
      indicators: ['head.heads-management-assessed-share'],
    },
    {
      id: '2.2-A3',
      text: 'анализ базовой подготовки обучающихся в ОО',
      indicators: [
        'head.heads-basic-preparation-determined-share',
        'head.below-lower-bound-share',
        'head.below-bound-any-mass-subject-share',
        'head.not-below-average-share',
        'head.not-below-average-mass-share',
        'head.basic-level-band-share',
      ],
    },
    {
      id: '2.2-A4',
      text: 'анализ подготовки обучающихся высокого уровня в ОО',
      indicators: [
        'head.heads-high-preparation-determined-share',
        'head.high-level-subject-share',
        'head.high-level-procedure-share',
        'head.high-level-any-subject-share',
      ],
    },
    {
      id: '2.2-A5',
      text: 'анализ организации получения образования обучающимися с ОВЗ в ОО',
      indicators: ['head.heads-ovz-assessed-share'],
    },
    {
      id: '2.2-A6',
      text: 'анализ объективности результатов внешней оценки в ОО',
      indicators: [
        'head.heads-objectivity-determined-share',
        'head.ref-heads-external-bias-index',
        'head.ref-heads-medalist-index',
        'head.ref-heads-procedure-index',
      ],
    },
    {
      id: '2.2-A7',
      text: 'анализ условий осуществления образовательной деятельности',
      indicators: [
        'head.heads-conditions-assessed-share',
        'head.young-teachers-share',
        'head.workload-under-18h-share',
        'head.workload-over-30h-share',
        'head.workload-over-two-subjects-share',
        'head.administrators-teaching-share',
      ],
    },
    {
      id: '2.2-A8',
      text: 'анализ организации профориентации и дополнительного образования обучающихся в ОО',
      indicators: ['head.heads-career-and-additional-assessed-share'],
    },
    {
      id: '2.2-A9',
      text: 'анализ формирования резерва управленческих кадров',
      indicators: ['head.management-reserve-ratio'],
    },
    {
      id: '2.2-A10',
      text: 'анализ результатов оценки компетенций руководителей ОО',
      indicators: ['head.heads-competence-assessed-share', 'head.heads-deficit-diagnosed-share'],
    },
  ],
  addressees: [
    { id: '2.2-R1', who: 'teachers', text: 'педагогам образовательных организаций' },
    { id: '2.2-R2', who: 'heads', text: 'руководителям образовательных организаций' },
  ],
  measures: [
    {
      id: '2.2-M1',
      text: 'организация и проведение профессиональных конкурсов для руководителей ОО',
      aims: ['head.heads-competence-assessed-share', 'head.heads-management-assessed-share'],
    },
    {
      id: '2.2-M2',
      text: 'организация стажировок для руководителей ОО по вопросам управления качеством образования',
      aims: [
        'head.heads-qualified-share',
        'head.below-lower-bound-share',
        'head.below-bound-any-mass-subject-share',
        'head.not-below-average-share',
        'head.high-level-any-subject-share',
      ],
    },
    {
      id: '2.2-M3',
      text: 'организация сетевого взаимодействия для руководителей ОО',
      aims: ['head.heads-management-assessed-share', 'head.heads-conditions-assessed-share'],
    },
    {
      id: '2.2-M4',
      text: 'проведение процедур, направленных на выявление и устранение профессиональных дефицитов руководителей ОО',
      aims: ['head.heads-deficit-diagnosed-share', 'head.heads-qualified-share'],
    },
  ],
  decisions: [
    {
      id: '2.2-D1',
      text: 'формирование резерва управленческих кадров руководителей ОО',
      aims: ['head.management-reserve-ratio'],
    },
    {
      id: '2.2-D2',
      text: 'создание и ежегодное наполнение информационной системы резерва управленческих кадров',
      aims: ['head.management-reserve-ratio'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
