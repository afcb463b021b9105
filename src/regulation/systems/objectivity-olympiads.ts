import { indicatorsOf } from './indicators-of.ts';
import { goalsOfObjectivity, measuresOfObjectivity, OBJECTIVITY_SOURCES } from './objectivity-menu.ts';
import type { System } from './system.ts';

const { computed } = indicatorsOf('2.1', 'objm');

/**
 * Section 2.1: the municipal system of objectivity of assessment procedures and olympiads. The only section that says
 * what the four indices are. It has no complex analysis of its own: it uses data and recommendations of the regional
 * operator.
 */
export const OBJECTIVITY_OF_OLYMPIADS: System = {
  id: '2.1',
  prefix: 'objm',
  title: 'Система объективности процедур оценки качества и олимпиад школьников',
  goals: goalsOfObjectivity('2.1', 'применение регионального порядка', {
    10: ['objm.external-bias-index', 'objm.medalist-nonconfirmation-index'],
    11: ['objm.procedure-bias-index', 'objm.olympiad-bias-index'],
  }),
  /** The section says that methods settle how the indicators are got, and names none. */
  methods: [],
  sources: OBJECTIVITY_SOURCES,
  indicators: [
    computed('external-bias-index', {
      number: 1,
      role: 'index',
      title: 'Внешний индекс необъективности ОО',
      formula:
        'число работ (процедура, класс, предмет), где у ОО найдены признаки необъективности; по муниципалитету доля ОО, у которых есть хотя бы одна такая работа',
      clause: 'раздел 2.1, показатель 1, первый индекс',
      kind: 'index',
      direction: 'down',
      sources: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'],
    }),
    computed('medalist-nonconfirmation-index', {
      number: 2,
      role: 'index',
      title: 'Индекс неподтверждения медалистов',
      formula:
        'претенденты на медаль, у которых ЕГЭ существенно ниже требуемого, ÷ претенденты с результатами ЕГЭ (с 2019 года без нужных баллов медаль не дают, поэтому считаются претенденты)',
      clause: 'раздел 2.1, показатель 1, второй индекс',
      kind: 'index',
      direction: 'down',
      sources: ['S1', 'S2'],
    }),
    computed('procedure-bias-index', {
      number: 3,
      role: 'index',
      title: 'Индекс необъективности оценочной процедуры',
      formula: 'участники из ОО с признаками необъективности в этой работе ÷ все участники процедуры',
      clause: 'раздел 2.1, показатель 2, первый индекс',
      kind: 'index',
      direction: 'down',
      by: 'procedure',
      sources: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'],
    }),
    computed('olympiad-bias-index', {
      number: 4,
      role: 'index',
      title: 'Индекс необъективности олимпиады',
      formula:
        'победители и призёры, не подтвердившие результат на ЕГЭ, ÷ победители и призёры с ЕГЭ по предмету (у остальных участников подтверждать нечего)',
      clause: 'раздел 2.1, показатель 2, второй индекс',
      kind: 'index',
      direction: 'down',
      sources: ['S1', 'S2', 'S9'],
    }),
  ],
  analysis: [],
  addressees: [
    { id: '2.1-R1', who: 'pupils', text: 'обучающимся' },
    { id: '2.1-R2', who: 'parents', text: 'родителям (законным представителям)' },
    { id: '2.1-R3', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '2.1-R4',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
  ],
  measures: measuresOfObjectivity('2.1', [
    ['objm.external-bias-index', 'objm.procedure-bias-index', 'objm.olympiad-bias-index'],
    ['objm.procedure-bias-index', 'objm.medalist-nonconfirmation-index'],
    ['objm.external-bias-index'],
  ]),
  decisions: [
    {
      id: '2.1-D1',
      text: 'принятие мер в отношении ОО, вошедших в «зону риска» по результатам оценки качества образования и государственной итоговой аттестации',
      aims: ['objm.external-bias-index', 'objm.medalist-nonconfirmation-index'],
    },
    {
      id: '2.1-D2',
      text: 'закрепление специалистов управления образования при проведении процедур в ОО с признаками необъективности или в «зоне риска»',
      aims: ['objm.external-bias-index', 'objm.procedure-bias-index'],
    },
    {
      id: '2.1-D3',
      text: 'привлечение к дисциплинарной или административной ответственности лиц, допустивших нарушения при проведении процедур',
      aims: ['objm.procedure-bias-index'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
