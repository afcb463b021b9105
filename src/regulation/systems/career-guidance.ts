import { indicatorsOf } from './indicators-of.ts';
import type { System } from './system.ts';

const { count, share } = indicatorsOf('1.4', 'career');

/**
 * Section 1.4: self-determination and career guidance (самоопределение и профессиональная ориентация). The list of
 * indicators and the monitoring list differ: the latter leaves out indicator 1 and adds agreements with enterprises;
 * here stand all thirteen. Where the Положение names no whole, or two, the formula says which was taken.
 */
export const CAREER_GUIDANCE: System = {
  id: '1.4',
  prefix: 'career',
  title: 'Система работы по самоопределению и профессиональной ориентации обучающихся',
  goals: [
    {
      id: '1.4-G1',
      text: 'сопровождение профессионального самоопределения обучающихся',
      indicators: ['career.graduates-admitted-by-profile-share', 'career.career-events-participant-share'],
    },
    {
      id: '1.4-G2',
      text: 'взаимодействие ОО с учреждениями и предприятиями',
      indicators: ['career.training-workplace-count', 'career.career-agreement-count'],
    },
    {
      id: '1.4-G3',
      text: 'проведение ранней профориентации обучающихся',
      indicators: ['career.bilet-v-budushchee-share'],
    },
    {
      id: '1.4-G4',
      text: 'проведение профориентации обучающихся с ОВЗ',
      indicators: ['career.career-events-participant-share'],
    },
    {
      id: '1.4-G5',
      text: 'формирование у обучающихся потребности к выбору будущей профессии',
      indicators: ['career.advanced-or-profile-study-share', 'career.grade11-profile-exam-choice-share'],
    },
    {
      id: '1.4-G6',
      text: 'диагностика способностей и компетенций, необходимых для продолжения образования и выбора профессии',
      indicators: ['career.career-testing-share'],
    },
    {
      id: '1.4-G7',
      text: 'психолого-педагогическая поддержка и консультационная помощь обучающимся в профориентации',
      indicators: ['career.career-testing-share', 'career.parents-helped-share'],
    },
    {
      id: '1.4-G8',
      text: 'информированность обучающихся об особенностях разных сфер профессиональной деятельности',
      indicators: ['career.career-events-participant-share', 'career.bilet-v-budushchee-share'],
    },
    {
      id: '1.4-G9',
      text: 'содействие в поступлении обучающихся в профессиональные образовательные организации и вузы',
      indicators: [
        'career.graduates-admitted-by-profile-share',
        'career.grade9-spo-profile-exam-share',
        'career.grade11-university-share',
      ],
    },
    {
      id: '1.4-G10',
      text: 'развитие конкурсного движения профориентационной направленности',
      indicators: ['career.career-events-participant-share'],
    },
    {
      id: '1.4-G11',
      text: 'участие обучающихся в региональных мероприятиях, конкурсах, проектах профессионального самоопределения',
      indicators: ['career.career-events-participant-share'],
    },
  ],
  methods: ['выборочный метод', 'метод измерений', 'документальный анализ'],
  sources: [
    { code: 'S1', title: 'федеральная информационная система обеспечения проведения ГИА и приёма' },
    { code: 'S2', title: 'региональная информационная система обеспечения проведения ГИА' },
    { code: 'S10', title: 'открытые статистические данные, региональная статистика, опрос ОО' },
    { code: 'S14', title: 'региональная информационная система выявления потребностей рынка труда' },
    // The bullet is cut off in the Положение: «ориентации учащихся 6-11-х классов „Билет в будущее“».
    { code: 'S15', title: 'данные проекта ранней профессиональной ориентации «Билет в будущее»' },
    { code: 'S16', title: 'данные диагностических процедур' },
  ],
  indicators: [
    share('graduates-admitted-by-profile-share', {
      number: 1,
      title: 'Доля выпускников 9 и 11 классов, поступивших в профессиональные организации и вузы по профилю',
      formula:
        'поступившие по профилю обучения ÷ все выпускники 9 и 11 классов (знаменатель в Положении не назван)',
      direction: 'up',
      part: ['graduates-9-by-profile', 'graduates-11-by-profile'],
      whole: ['graduates-9', 'graduates-11'],
      sources: ['S10'],
    }),
    share('grade9-spo-profile-exam-share', {
      number: 2,
      title:
        'Доля выпускников 9 классов, поступивших в профессиональные организации по профилю и сдававших ГИА по близким предметам',
      formula: 'такие выпускники ÷ все выпускники 9 классов',
      direction: 'up',
      part: 'graduates-9-by-profile-exams',
      whole: 'graduates-9',
      sources: ['S1', 'S2', 'S10'],
    }),
    share('grade11-spo-share', {
      number: 3,
      title: 'Доля выпускников 11 классов, поступивших в профессиональные организации',
      formula: 'поступившие в профессиональные организации ÷ все выпускники 11 классов',
      direction: 'neutral',
      part: 'graduates-11-vocational',
      whole: 'graduates-11',
      sources: ['S10'],
    }),
    share('grade11-university-share', {
      number: 4,
      title: 'Доля выпускников 11 классов, поступивших в вузы',
      formula: 'поступившие в вузы ÷ все выпускники 11 классов',
      direction: 'up',
      part: 'graduates-11-higher',
      whole: 'graduates-11',
      sources: ['S10'],
    }),
    share('grade11-profile-exam-choice-share', {
      number: 5,
      title: 'Доля выпускников 11 классов, выбравших для ГИА предметы, соответствующие профилю обучения',
      formula: 'выбравшие предметы по профилю ÷ все выпускники 11 классов',
      direction: 'up',
      part: 'graduates-11-profile-exams',
      whole: 'graduates-11',
      by: 'study-profile',
      sources: ['S1', 'S2'],
    }),
    share('bilet-v-budushchee-share', {
      number: 6,
      title: 'Доля обучающихся 6–11 классов, охваченных проектом «Билет в будущее»',
      formula: 'охваченные проектом ÷ обучающиеся 6–11 классов',
      direction: 'up',
      part: 'bilet-pupils',
      whole: 'pupils-6-11',
      by: 'career-grade',
      sources: ['S15'],
    }),
    share('career-events-participant-share', {
      number: 7,
      title:
        'Доля участвующих в профориентационных мероприятиях и конкурсах муниципального и межмуниципального уровней',
      formula: 'участники (каждый один раз) ÷ все обучающиеся (знаменатель в Положении не назван)',
      direction: 'up',
      part: 'career-event-participants',
      whole: 'pupils',
      by: 'career-event',
      sources: ['S10', 'S14'],
    }),
    share('career-testing-share', {
      number: 8,
      title: 'Доля обучающихся 6–11 классов, прошедших профориентационное тестирование, диагностику',
      formula: 'прошедшие тестирование ÷ обучающиеся 6–11 классов',
      direction: 'up',
      part: 'career-tested-pupils',
      whole: 'pupils-6-11',
      by: 'career-grade',
      sources: ['S16'],
    }),
    count('training-workplace-count', {
      number: 9,
      title: 'Количество учебных рабочих мест для профессиональных проб и практик',
      formula: 'сумма по организациям',
      direction: 'up',
      part: 'training-workplaces',
      sources: ['S10'],
    }),
    share('parents-helped-share', {
      number: 10,
      title: 'Доля родителей, получивших адресную психолого-педагогическую помощь по профориентации детей',
      formula: 'получившие помощь ÷ все родители обучающихся (знаменатель в Положении не назван)',
      direction: 'up',
      part: 'parents-career-helped',
      whole: 'parents',
      sources: ['S10'],
    }),
    share('additional-education-pupil-share', {
      number: 11,
      title: 'Доля обучающихся по программам дополнительного образования от обучающихся школ',
      formula: 'занимающиеся по программам дополнительного образования ÷ все обучающиеся школ',
      direction: 'up',
      part: 'pupils-in-additional-education',
      whole: 'pupils',
      sources: ['S10'],
    }),
    share('advanced-or-profile-study-share', {
      number: 12,
      title: 'Доля обучающихся, изучающих предметы на углублённом уровне или по профилю',
      formula:
        'изучающие углублённо или по профилю ÷ обучающиеся параллелей, где так учат (в Положении два знаменателя; взята выборка)',
      direction: 'up',
      part: 'pupils-advanced-or-profile',
      whole: 'pupils-of-advanced-grades',
      by: 'study-depth',
      sources: ['S10'],
    }),
    count('career-agreement-count', {
      number: 13,
      role: 'monitoring-only',
      title:
        'Количество договоров и соглашений о профориентации с предприятиями и общественными организациями',
      formula: 'действующие договоры и соглашения, сумма по организациям',
      clause: 'раздел 1.4, показатели мониторинга, показатель 10',
      direction: 'up',
      part: 'career-agreements',
      sources: ['S10'],
    }),
  ],
  analysis: [
    {
      id: '1.4-A1',
      text: 'анализ сопровождения самоопределения в рамках мероприятий и конкурсов с учётом востребованных отраслей экономики муниципалитета',
      indicators: ['career.career-events-participant-share'],
    },
    {
      id: '1.4-A2',
      text: 'анализ работы психолого-педагогических служб в ОО',
      indicators: ['career.career-testing-share', 'career.parents-helped-share'],
    },
    {
      id: '1.4-A3',
      text: 'анализ взаимодействия с учреждениями, предприятиями, общественными организациями',
      indicators: ['career.training-workplace-count', 'career.career-agreement-count'],
    },
    {
      id: '1.4-A4',
      text: 'анализ ранней профориентации обучающихся, в том числе в рамках проекта «Билет в будущее»',
      indicators: ['career.bilet-v-budushchee-share', 'career.career-testing-share'],
    },
    {
      id: '1.4-A5',
      text: 'анализ профориентации обучающихся с ОВЗ (количество участников мероприятий, в том числе конкурса «Абилимпикс»)',
      indicators: ['career.career-events-participant-share'],
    },
    {
      id: '1.4-A6',
      text: 'анализ предпочтений обучающихся в области предметных знаний (количество изучающих предметы углублённо или по профилю)',
      indicators: ['career.advanced-or-profile-study-share', 'career.grade11-profile-exam-choice-share'],
    },
    {
      id: '1.4-A7',
      text: 'анализ количества обучающихся по программам дополнительного образования (в кружках и секциях профильной направленности)',
      indicators: ['career.additional-education-pupil-share'],
    },
    {
      id: '1.4-A8',
      text: 'анализ взаимодействия с профессиональными организациями и вузами (доля поступления в СУЗы)',
      indicators: [
        'career.graduates-admitted-by-profile-share',
        'career.grade9-spo-profile-exam-share',
        'career.grade11-spo-share',
      ],
    },
    {
      id: '1.4-A9',
      text: 'анализ профориентации на специальности высшего образования (доля поступления в вузы, индекс подготовки к ЕГЭ)',
      // The index of preparation is an indicator of 1.3; this item names it too.
      indicators: ['career.grade11-university-share', 'gift.ege-preparation-index'],
    },
  ],
  addressees: [
    { id: '1.4-R1', who: 'pupils', text: 'обучающимся' },
    { id: '1.4-R2', who: 'parents', text: 'родителям (законным представителям)' },
    { id: '1.4-R3', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '1.4-R4',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
    { id: '1.4-R5', who: 'organisations', text: 'образовательным организациям муниципалитета' },
  ],
  measures: [
    {
      id: '1.4-M1',
      text: 'принятие мер по формированию готовности обучающихся к саморазвитию и профессиональному самоопределению',
      aims: ['career.career-testing-share', 'career.graduates-admitted-by-profile-share'],
    },
    {
      id: '1.4-M2',
      text: 'проведение мероприятий по формированию позитивного отношения к профессионально-трудовой деятельности',
      aims: ['career.career-events-participant-share', 'career.bilet-v-budushchee-share'],
    },
    {
      id: '1.4-M3',
      text: 'проведение мероприятий для родителей по вопросам профессиональной ориентации обучающихся',
      aims: ['career.parents-helped-share'],
    },
    {
      id: '1.4-M4',
      text: 'проведение профориентационных мероприятий совместно с предприятиями, общественными и образовательными организациями, центрами профориентации и практической подготовки',
      aims: [
        'career.training-workplace-count',
        'career.career-agreement-count',
        'career.career-events-participant-share',
      ],
    },
    {
      id: '1.4-M5',
      text: 'проведение мероприятий по профессиональной ориентации обучающихся с ОВЗ',
      aims: ['career.career-events-participant-share'],
    },
    {
      id: '1.4-M6',
      text: 'популяризация конкурсного движения профессионального мастерства, в том числе среди лиц с ОВЗ',
      aims: ['career.career-events-participant-share'],
    },
    {
      id: '1.4-M7',
      text: 'проведение профориентационных мероприятий с учётом межведомственного взаимодействия',
      aims: ['career.career-events-participant-share', 'career.career-agreement-count'],
    },
    {
      id: '1.4-M8',
      text: 'проведение иных профориентационных мероприятий',
      aims: ['career.career-events-participant-share'],
    },
  ],
  decisions: [
    {
      id: '1.4-D1',
      text: 'внесение изменений в муниципальную программу развития образования',
      aims: ['career.graduates-admitted-by-profile-share', 'career.additional-education-pupil-share'],
    },
    {
      id: '1.4-D2',
      text: 'совершенствование нормативных актов в части самоопределения и профессиональной ориентации обучающихся',
      aims: ['career.advanced-or-profile-study-share', 'career.career-agreement-count'],
    },
    {
      id: '1.4-D3',
      text: 'стимулирование и поощрение участников конкурсов по профессиональному мастерству',
      aims: ['career.career-events-participant-share'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
