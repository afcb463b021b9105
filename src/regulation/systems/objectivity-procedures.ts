import { indicatorsOf } from './indicators-of.ts';
import { goalsOfObjectivity, measuresOfObjectivity, OBJECTIVITY_SOURCES } from './objectivity-menu.ts';
import type { System } from './system.ts';

const { computed, open, reference, share } = indicatorsOf('1.1', 'obj');

const INDICES = 'раздел 1.1, показатель 7';

/**
 * Section 1.1: the system of objectivity of assessment procedures (система объективности процедур оценки качества
 * подготовки). Its four indices are defined in 2.1 and shown here too. НИКО, which the list of procedures leaves out,
 * is among them, as in the indicators and in 2.1.
 */
export const OBJECTIVITY_OF_PROCEDURES: System = {
  id: '1.1',
  prefix: 'obj',
  title: 'Система объективности процедур оценки качества подготовки обучающихся',
  goals: goalsOfObjectivity('1.1', 'разработка и применение муниципального порядка', {
    5: ['obj.oo-procedure-control-share'],
    6: ['obj.olympiad-control-subject-share'],
    7: ['obj.procedure-observation-subject-share'],
    8: ['obj.olympiad-observation-subject-share'],
    10: ['obj.oo-on-bias-list-share', 'obj.ref-external-bias-index'],
    11: ['obj.teachers-trained-on-results-use-share', 'obj.ref-procedure-bias-index'],
  }),
  methods: ['выборочный метод', 'метод измерений'],
  sources: OBJECTIVITY_SOURCES,
  indicators: [
    computed('oo-on-bias-list-share', {
      number: 1,
      title: 'Доля ОО, вошедших в список с признаками необъективности образовательных результатов',
      formula: 'ОО с маркером опубликованного списка ÷ ОО, участвовавшие в процедурах',
      kind: 'share',
      direction: 'down',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'],
    }),
    share('oo-procedure-control-share', {
      number: 2,
      title: 'Доля ОО, в которых осуществляется контроль за соблюдением порядка проведения процедур',
      formula: 'ОО с записанным контролем ÷ ОО, где проводились процедуры',
      direction: 'up',
      part: 'controlled-organisations',
      whole: 'procedure-organisations',
      by: 'procedure',
      sources: ['S10'],
    }),
    share('olympiad-control-subject-share', {
      number: 3,
      title: 'Доля предметов, на которых осуществляется контроль за соблюдением порядка проведения олимпиад',
      formula:
        'предметы с контролем ÷ предметы, по которым проведён этап (считаются предметы, как в Положении, а не ОО)',
      direction: 'up',
      part: 'controlled-olympiad-subjects',
      whole: 'olympiad-subjects',
      by: 'stage',
      sources: ['S9', 'S10'],
    }),
    share('procedure-observation-subject-share', {
      number: 4,
      title: 'Доля предметов с общественным или независимым наблюдением при проведении процедур',
      formula:
        'предметы с наблюдателем ÷ предметы, по которым проведена процедура (слово «наблюдение» в Положении пропущено)',
      direction: 'up',
      part: 'observed-procedure-subjects',
      whole: 'procedure-subjects',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S10'],
    }),
    share('olympiad-observation-subject-share', {
      number: 5,
      title: 'Доля предметов с общественным или независимым наблюдением при проведении олимпиад',
      formula: 'предметы с наблюдателем ÷ предметы, по которым проведён этап',
      direction: 'up',
      part: 'observed-olympiad-subjects',
      whole: 'olympiad-subjects',
      by: 'stage',
      sources: ['S9', 'S10'],
    }),
    share('teachers-trained-on-results-use-share', {
      number: 6,
      title: 'Доля педагогов, прошедших подготовку по использованию результатов оценочных процедур',
      formula: 'прошедшие подготовку ÷ все педагогические работники школ',
      direction: 'up',
      part: 'teachers-trained-on-results',
      whole: 'pedagogical-workers',
      sources: ['S10'],
    }),
    reference('ref-external-bias-index', {
      number: 7,
      title: 'Внешний индекс необъективности ОО',
      formula: 'как в разделе 2.1: число работ, где у ОО найдены признаки необъективности',
      clause: INDICES,
      kind: 'index',
      direction: 'down',
      to: 'objm.external-bias-index',
      sources: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'],
    }),
    reference('ref-medalist-nonconfirmation-index', {
      number: 8,
      title: 'Индекс неподтверждения медалистов',
      formula: 'как в разделе 2.1: претенденты с ЕГЭ существенно ниже требуемого ÷ претенденты с ЕГЭ',
      clause: INDICES,
      kind: 'index',
      direction: 'down',
      to: 'objm.medalist-nonconfirmation-index',
      sources: ['S1', 'S2'],
    }),
    reference('ref-procedure-bias-index', {
      number: 9,
      title: 'Индекс необъективности оценочной процедуры',
      formula: 'как в разделе 2.1: участники отмеченных работ ÷ все участники',
      clause: INDICES,
      kind: 'index',
      direction: 'down',
      to: 'objm.procedure-bias-index',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'],
    }),
    reference('ref-olympiad-bias-index', {
      number: 10,
      title: 'Индекс необъективности олимпиады',
      formula: 'как в разделе 2.1: не подтвердившие результат на ЕГЭ ÷ победители и призёры с ЕГЭ',
      clause: INDICES,
      kind: 'index',
      direction: 'down',
      to: 'objm.olympiad-bias-index',
      sources: ['S1', 'S2', 'S9'],
    }),
    open('other-objectivity-indicators', {
      number: 11,
      title: 'Иные показатели объективности',
      formula: 'задаёт муниципалитет',
      clause: 'раздел 1.1, показатель 8',
      sources: [],
    }),
  ],
  analysis: [
    {
      id: '1.1-A1',
      text: 'расчёт доли и учёт ОО, вошедших в список с признаками необъективности образовательных результатов',
      indicators: ['obj.oo-on-bias-list-share'],
      lists: 'non-conforming',
    },
    {
      id: '1.1-A2',
      text: 'расчёт доли и анализ результатов ОО, в которых осуществляется контроль за соблюдением порядка проведения процедур',
      indicators: ['obj.oo-procedure-control-share'],
    },
    {
      id: '1.1-A3',
      text: 'расчёт доли предметов, на которых осуществляется контроль за соблюдением порядка проведения олимпиад',
      indicators: ['obj.olympiad-control-subject-share'],
    },
    {
      id: '1.1-A4',
      text: 'расчёт доли предметов с общественным или независимым наблюдением при проведении процедур и анализ результатов ОО',
      indicators: ['obj.procedure-observation-subject-share'],
    },
    {
      id: '1.1-A5',
      text: 'расчёт доли предметов с общественным или независимым наблюдением при проведении олимпиад',
      indicators: ['obj.olympiad-observation-subject-share'],
    },
    {
      id: '1.1-A6',
      text: 'расчёт доли педагогов, прошедших подготовку по использованию результатов оценочных процедур',
      indicators: ['obj.teachers-trained-on-results-use-share'],
    },
    {
      id: '1.1-A7',
      text: 'анализ результатов процедур для расчёта объективности оценки результатов в ОО и проведения процедур и олимпиад (четыре индекса)',
      indicators: [
        'obj.ref-external-bias-index',
        'obj.ref-medalist-nonconfirmation-index',
        'obj.ref-procedure-bias-index',
        'obj.ref-olympiad-bias-index',
      ],
    },
    { id: '1.1-A8', text: 'анализ иных показателей', indicators: ['obj.other-objectivity-indicators'] },
  ],
  addressees: [
    { id: '1.1-R1', who: 'pupils', text: 'обучающимся' },
    { id: '1.1-R2', who: 'parents', text: 'родителям (законным представителям)' },
    { id: '1.1-R3', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '1.1-R4',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
    { id: '1.1-R5', who: 'authority', text: 'органу местного самоуправления' },
  ],
  measures: measuresOfObjectivity('1.1', [
    ['obj.ref-external-bias-index', 'obj.ref-procedure-bias-index', 'obj.ref-olympiad-bias-index'],
    ['obj.oo-on-bias-list-share', 'obj.ref-procedure-bias-index', 'obj.ref-medalist-nonconfirmation-index'],
    ['obj.oo-on-bias-list-share', 'obj.teachers-trained-on-results-use-share'],
  ]),
  decisions: [
    {
      id: '1.1-D1',
      text: 'принятие мер в отношении ОО, вошедших в «зону риска» по результатам оценки качества образования и государственной итоговой аттестации',
      aims: ['obj.oo-on-bias-list-share', 'obj.ref-external-bias-index'],
    },
    {
      id: '1.1-D2',
      text: 'включение в план проверок школ с признаками необъективности по результатам ВПР',
      aims: ['obj.oo-on-bias-list-share', 'obj.oo-procedure-control-share'],
    },
    {
      id: '1.1-D3',
      text: 'закрепление специалистов органов местного самоуправления при проведении процедур в ОО с признаками необъективности или в «зоне риска»',
      aims: ['obj.oo-procedure-control-share', 'obj.procedure-observation-subject-share'],
    },
    {
      id: '1.1-D4',
      text: 'проведение служебной проверки по фактам аномальных результатов оценочных процедур',
      aims: ['obj.ref-external-bias-index', 'obj.ref-procedure-bias-index'],
    },
    {
      id: '1.1-D5',
      text: 'привлечение к дисциплинарной или административной ответственности лиц, допустивших нарушение при проведении процедур',
      aims: ['obj.oo-on-bias-list-share', 'obj.ref-procedure-bias-index'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
