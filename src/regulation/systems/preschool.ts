import { PRESCHOOL_INDICATORS } from './preschool-indicators.ts';
import type { System } from './system.ts';

const CONTENT = [
  'pre.do-content-development-share',
  'pre.do-content-social-share',
  'pre.do-content-cognitive-share',
  'pre.do-content-artistic-share',
  'pre.do-content-physical-share',
];
const ENVIRONMENT = ['pre.do-environment-low-share', 'pre.do-environment-high-share'];
const STAFF = [
  'pre.do-staff-conditions-share',
  'pre.do-staffing-level',
  'pre.do-teachers-first-category-share',
  'pre.do-teachers-highest-category-share',
  'pre.do-teachers-courses-3y-share',
];
const FAMILY = [
  'pre.do-family-interaction-share',
  'pre.do-parents-participating-count',
  'pre.do-parents-satisfaction',
];

/** What the measures of the section aim at: the level of quality itself. */
const QUALITY = [
  'pre.do-programme-fgos-share',
  'pre.do-environment-low-share',
  'pre.do-health-safety-share',
  'pre.do-staff-conditions-share',
];

/** Section 3.1: monitoring of preschool education (мониторинг качества дошкольного образования, МКДО). */
export const PRESCHOOL: System = {
  id: '3.1',
  prefix: 'pre',
  title: 'Система муниципального мониторинга качества дошкольного образования',
  goals: [
    {
      id: '3.1-G1',
      text: 'создание единых ориентиров и надёжной доказательной базы для обеспечения и постоянного совершенствования качества дошкольного образования',
      indicators: [
        'pre.do-programme-fgos-share',
        'pre.do-environment-low-share',
        'pre.do-environment-high-share',
        'pre.do-vsoko-share',
      ],
    },
    {
      id: '3.1-G2',
      text: 'сохранение вариативности и многообразия образовательных программ, определение принципов развивающего мониторинга качества дошкольного образования',
      indicators: ['pre.do-content-development-share'],
    },
    {
      id: '3.1-G3',
      text: 'формирование муниципальной системы мониторинга качества дошкольного образования как основы единого образовательного пространства',
      indicators: [
        'pre.do-health-safety-share',
        'pre.do-staff-conditions-share',
        'pre.do-spatial-environment-share',
        'pre.do-psychological-conditions-share',
      ],
    },
    {
      id: '3.1-G4',
      text: 'определение единой системы показателей качества для сбора, систематизации и анализа данных о работе системы дошкольного образования',
      indicators: ['pre.do-vsoko-share'],
    },
    {
      id: '3.1-G5',
      text: 'определение механизмов, процедур и инструментария мониторинга как основы контроля и решений на уровне муниципалитета и организаций',
      indicators: ['pre.do-vsoko-share', 'pre.do-development-programme-share'],
    },
  ],
  methods: [],
  sources: [],
  indicators: PRESCHOOL_INDICATORS,
  analysis: [
    {
      id: '3.1-A1',
      text: 'ДО, в которых образовательные программы не соответствуют требованиям ФГОС ДО к структуре и содержанию',
      indicators: ['pre.do-programme-fgos-share'],
      lists: 'non-conforming',
    },
    {
      id: '3.1-A2',
      text: 'ДО, в которых нет условий для обучения воспитанников с ОВЗ',
      indicators: ['pre.do-ovz-conditions-share'],
      lists: 'non-conforming',
    },
    {
      id: '3.1-A3',
      text: 'ДО, в которых содержание программ обеспечивает социально-коммуникативное, познавательное, художественно-эстетическое и физическое развитие',
      indicators: CONTENT,
      lists: 'conforming',
    },
    {
      id: '3.1-A4',
      text: 'ДО с низким и с высоким уровнем качества образовательной среды',
      indicators: ENVIRONMENT,
      lists: 'both',
    },
    {
      id: '3.1-A5',
      text: 'ДО, в которых созданы условия по обеспечению здоровья, безопасности, присмотру и уходу за детьми',
      indicators: ['pre.do-health-safety-share'],
      lists: 'conforming',
    },
    {
      id: '3.1-A6',
      text: 'руководители ДО, обладающие требуемым качеством профессиональной подготовки',
      indicators: ['pre.do-heads-qualified-share'],
      lists: 'conforming',
    },
    {
      id: '3.1-A7',
      text: 'ДО, в которых кадровые условия соответствуют требованиям ФГОС ДО: обеспеченность кадрами, категории, курсы за последние 3 года',
      indicators: STAFF,
      lists: 'conforming',
    },
    {
      id: '3.1-A8',
      text: 'ДО, в которых развивающая предметно-пространственная среда групп соответствует требованиям ФГОС ДО',
      indicators: ['pre.do-spatial-environment-share'],
      lists: 'conforming',
    },
    {
      id: '3.1-A9',
      text: 'ДО, в которых психолого-педагогические условия соответствуют требованиям ФГОС ДО',
      indicators: ['pre.do-psychological-conditions-share'],
      lists: 'conforming',
    },
    {
      id: '3.1-A10',
      text: 'ДО, в которых организовано взаимодействие с семьёй: участие родителей и их удовлетворённость',
      indicators: FAMILY,
      lists: 'conforming',
    },
    {
      id: '3.1-A11',
      text: 'ДО, в которых функционирует ВСОКО',
      indicators: ['pre.do-vsoko-share'],
      lists: 'conforming',
    },
    {
      id: '3.1-A12',
      text: 'ДО, в которых разработана программа развития',
      indicators: ['pre.do-development-programme-share'],
      lists: 'conforming',
    },
    {
      id: '3.1-A13',
      text: 'анализ показателей',
      indicators: PRESCHOOL_INDICATORS.map(({ id }) => id),
    },
  ],
  addressees: [
    { id: '3.1-R1', who: 'parents', text: 'родителям (законным представителям)' },
    { id: '3.1-R2', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '3.1-R3',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
    { id: '3.1-R4', who: 'authority', text: 'органу местного самоуправления' },
  ],
  measures: [
    {
      id: '3.1-MD1',
      text: 'принятие мер в отношении ДО, вошедших в «зону риска» по результатам оценки качества дошкольного образования',
      aims: QUALITY,
    },
    {
      id: '3.1-MD2',
      text: 'включение в план проверок ДО с признаками низкого качества дошкольного образования по результатам МСОКО',
      aims: QUALITY,
    },
    {
      id: '3.1-MD3',
      text: 'проведение служебной проверки по фактам низких результатов качества дошкольного образования',
      aims: QUALITY,
    },
    {
      id: '3.1-MD4',
      text: 'привлечение к дисциплинарной или административной ответственности лиц, допустивших нарушение',
      aims: QUALITY,
    },
  ],
  decisions: [],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
