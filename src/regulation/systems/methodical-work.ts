import { indicatorsOf } from './indicators-of.ts';
import type { System } from './system.ts';

const { count, presence, share } = indicatorsOf('2.4', 'meth');

/** Section 2.4: the system of methodical work (система методической работы). */
export const METHODICAL_WORK: System = {
  id: '2.4',
  prefix: 'meth',
  title: 'Система методической работы',
  goals: [
    {
      id: '2.4-G1',
      text: 'развитие потенциала и поддержка молодых педагогов',
      indicators: ['meth.young-teacher-project-count', 'meth.young-teachers-covered-share'],
    },
    {
      id: '2.4-G2',
      text: 'реализация системы наставничества',
      indicators: [
        'meth.mentoring-programme-presence',
        'meth.individual-mentoring-count',
        'meth.mentoring-participants-share',
      ],
    },
    {
      id: '2.4-G3',
      text: 'поддержка методических объединений педагогов',
      indicators: ['meth.association-support-programme-presence'],
    },
    {
      id: '2.4-G4',
      text: 'поддержка профессиональных сообществ педагогов',
      indicators: ['meth.association-support-programme-presence', 'meth.network-community-share'],
    },
    {
      id: '2.4-G5',
      text: 'организация сетевых форм взаимодействия педагогов',
      indicators: ['meth.network-community-share', 'meth.network-forms-presence'],
    },
    {
      id: '2.4-G6',
      text: 'мониторинг результатов деятельности методических объединений педагогов',
      indicators: ['meth.association-support-programme-presence'],
    },
    {
      id: '2.4-G7',
      text: 'мониторинг результатов деятельности профессиональных сообществ педагогов',
      indicators: ['meth.network-community-share'],
    },
    {
      id: '2.4-G8',
      text: 'мониторинг результатов деятельности системы поддержки молодых педагогов',
      indicators: ['meth.young-teachers-covered-share'],
    },
    {
      id: '2.4-G9',
      text: 'мониторинг результатов деятельности системы наставничества',
      indicators: ['meth.individual-mentoring-count', 'meth.mentoring-participants-share'],
    },
  ],
  methods: ['выборочный метод', 'метод измерений', 'документальный анализ (контент-анализ)'],
  sources: [
    { code: 'S20', title: 'региональная информационная система поддержки молодых педагогов' },
    { code: 'S21', title: 'региональная информационная система наставничества' },
    {
      code: 'S22',
      title:
        'региональная информационная система методических объединений и профессиональных сообществ педагогов',
    },
  ],
  indicators: [
    count('young-teacher-project-count', {
      number: 1,
      title: 'Количество проектов по поддержке молодых педагогов',
      formula: 'проекты, которые шли в муниципалитете в учебном году',
      direction: 'up',
      part: 'young-teacher-projects',
      sources: ['S20'],
    }),
    share('young-teachers-covered-share', {
      number: 2,
      title: 'Доля молодых педагогов, охваченных мероприятиями проектов',
      formula: 'охваченные молодые педагоги ÷ все молодые педагоги',
      direction: 'up',
      part: 'young-teachers-covered',
      whole: 'young-teachers',
      sources: ['S20'],
    }),
    presence('mentoring-programme-presence', {
      number: 3,
      title: 'Наличие программ наставничества',
      formula: 'есть хотя бы одна действующая программа',
      of: 'mentoring-programme',
      sources: ['S21'],
    }),
    count('individual-mentoring-count', {
      number: 4,
      title: 'Количество индивидуальных программ наставничества, утверждённых ОО',
      formula: 'индивидуальные программы, которые выполнялись в учебном году',
      direction: 'up',
      part: 'individual-mentoring-programmes',
      sources: ['S21'],
    }),
    share('mentoring-participants-share', {
      number: 5,
      title: 'Доля педагогов, участвующих в программах наставничества',
      formula: 'наставники и наставляемые ÷ все педагогические работники',
      direction: 'up',
      part: 'mentoring-participants',
      whole: 'pedagogical-workers',
      sources: ['S21'],
    }),
    share('network-community-share', {
      number: 6,
      title: 'Доля педагогов, включённых в сетевые сообщества',
      formula: 'педагоги в сетевых сообществах ÷ все педагогические работники',
      direction: 'up',
      part: 'network-community-teachers',
      whole: 'pedagogical-workers',
      sources: ['S22'],
    }),
    presence('network-forms-presence', {
      number: 7,
      title: 'Наличие сетевых форм взаимодействия педагогов',
      formula: 'есть хотя бы одна действующая форма',
      of: 'network-forms',
      sources: ['S22'],
    }),
    presence('association-support-programme-presence', {
      number: 8,
      title: 'Наличие программы поддержки методических объединений и профессиональных сообществ',
      formula: 'есть действующая программа',
      of: 'association-support-programme',
      sources: ['S22'],
    }),
  ],
  analysis: [
    {
      id: '2.4-A1',
      text: 'анализ системы поддержки молодых педагогов',
      indicators: ['meth.young-teacher-project-count', 'meth.young-teachers-covered-share'],
    },
    {
      id: '2.4-A2',
      text: 'анализ системы наставничества',
      indicators: [
        'meth.mentoring-programme-presence',
        'meth.individual-mentoring-count',
        'meth.mentoring-participants-share',
      ],
    },
    {
      id: '2.4-A3',
      text: 'анализ методической поддержки педагогов',
      indicators: ['meth.network-community-share', 'meth.network-forms-presence'],
    },
    {
      id: '2.4-A4',
      text: 'анализ деятельности методических объединений и других профессиональных сообществ педагогов',
      indicators: ['meth.association-support-programme-presence'],
    },
  ],
  addressees: [
    { id: '2.4-R1', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '2.4-R2',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
    {
      id: '2.4-R3',
      who: 'methodical-support',
      text: 'организациям, реализующим методическую поддержку педагогов',
    },
  ],
  measures: [
    {
      id: '2.4-M1',
      text: 'проведение мероприятий, направленных на поддержку молодых педагогов',
      aims: ['meth.young-teacher-project-count', 'meth.young-teachers-covered-share'],
    },
    {
      id: '2.4-M2',
      text: 'проведение мероприятий, направленных на реализацию наставничества',
      aims: ['meth.individual-mentoring-count', 'meth.mentoring-participants-share'],
    },
    {
      id: '2.4-M3',
      text: 'организация методической помощи методическим объединениям, в том числе развитие сетевого взаимодействия',
      aims: ['meth.network-community-share', 'meth.network-forms-presence'],
    },
    {
      id: '2.4-M4',
      text: 'организация методической работы с педагогами на основе результатов оценочных процедур',
      aims: ['meth.network-community-share'],
    },
    {
      id: '2.4-M5',
      text: 'иные мероприятия, направленные на совершенствование методической работы',
      aims: [],
    },
  ],
  decisions: [
    {
      id: '2.4-D1',
      text: 'внесение изменений в муниципальную программу развития образования',
      aims: ['meth.young-teacher-project-count', 'meth.association-support-programme-presence'],
    },
    {
      id: '2.4-D2',
      text: 'совершенствование нормативных актов в части методической работы',
      aims: ['meth.mentoring-programme-presence', 'meth.association-support-programme-presence'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
