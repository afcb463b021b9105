import { indicatorsOf } from './indicators-of.ts';
import type { System } from './system.ts';

const { count, share } = indicatorsOf('2.5', 'upb');

/** Section 2.5: upbringing and socialisation (воспитание и социализация). */
export const UPBRINGING: System = {
  id: '2.5',
  prefix: 'upb',
  title: 'Система организации воспитания и социализации обучающихся',
  goals: [
    {
      id: '2.5-G1',
      text: 'гражданское воспитание обучающихся',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G2',
      text: 'патриотическое воспитание обучающихся и формирование российской идентичности',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G3',
      text: 'духовное и нравственное воспитание детей на основе российских традиционных ценностей',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G4',
      text: 'приобщение детей к культурному наследию',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G5',
      text: 'популяризация научных знаний среди детей',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G6',
      text: 'физическое воспитание и формирование культуры здоровья',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G7',
      text: 'трудовое воспитание и профессиональное самоопределение',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G8',
      text: 'экологическое воспитание',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G9',
      text: 'развитие добровольчества (волонтёрства) среди обучающихся',
      indicators: ['upb.volunteering-share', 'upb.volunteer-association-count'],
    },
    {
      id: '2.5-G10',
      text: 'обеспечение физической, информационной и психологической безопасности детей',
      indicators: ['upb.individual-prevention-share'],
    },
    {
      id: '2.5-G11',
      text: 'подготовка и переподготовка кадров по приоритетным направлениям воспитания и социализации обучающихся',
      indicators: ['upb.teachers-upbringing-trained-share'],
    },
    {
      id: '2.5-G12',
      text: 'сетевое и межведомственное взаимодействие для методического обеспечения воспитательной работы',
      indicators: ['upb.rdsh-unit-count'],
    },
    {
      id: '2.5-G13',
      text: 'психолого-педагогическая поддержка воспитания в период каникулярного отдыха обучающихся',
      indicators: ['upb.upbringing-covered-share'],
    },
    {
      id: '2.5-G14',
      text: 'повышение педагогической культуры родителей (законных представителей) обучающихся',
      indicators: [],
    },
  ],
  methods: ['выборочный метод', 'метод измерений', 'документальный анализ'],
  sources: [
    {
      code: 'S23',
      title:
        'региональная информационная система подготовки кадров по приоритетным направлениям воспитания и социализации обучающихся',
    },
    {
      code: 'S24',
      title:
        'региональная информационная система программ, направленных на воспитание и социализацию обучающихся',
    },
    {
      code: 'S25',
      title: 'региональная информационная система учёта добровольчества (волонтёрства) среди обучающихся',
    },
    {
      code: 'S26',
      title:
        'региональная информационная система учёта безнадзорности и правонарушений несовершеннолетних обучающихся',
    },
  ],
  indicators: [
    share('teachers-upbringing-trained-share', {
      number: 1,
      title: 'Доля педагогов, прошедших подготовку по приоритетным направлениям воспитания и социализации',
      formula: 'прошедшие подготовку ÷ все педагогические работники',
      direction: 'up',
      part: 'upbringing-trained',
      whole: 'pedagogical-workers',
      by: 'upbringing-direction',
      sources: ['S23'],
    }),
    count('upbringing-programme-count', {
      number: 2,
      title: 'Количество реализованных программ воспитания и социализации обучающихся',
      formula: 'программы, которые выполнялись в учебном году',
      direction: 'up',
      part: 'upbringing-programmes',
      by: 'upbringing-direction',
      sources: ['S24'],
    }),
    share('upbringing-covered-share', {
      number: 3,
      title: 'Доля обучающихся (по уровням образования), охваченных программами воспитания и социализации',
      formula: 'охваченные программами обучающиеся ÷ все обучающиеся (по уровням образования)',
      direction: 'up',
      part: 'upbringing-covered',
      whole: 'level-pupils',
      by: 'level',
      sources: ['S24'],
    }),
    share('volunteering-share', {
      number: 4,
      title: 'Доля обучающихся (по уровням образования), участвующих в добровольчестве (волонтёрстве)',
      formula: 'участвующие в добровольчестве обучающиеся ÷ все обучающиеся (по уровням образования)',
      direction: 'up',
      part: 'volunteers',
      whole: 'level-pupils',
      by: 'level',
      sources: ['S25'],
    }),
    share('individual-prevention-share', {
      number: 5,
      title:
        'Доля обучающихся (по уровням образования), с которыми велась индивидуальная профилактическая работа',
      formula:
        'обучающиеся, с которыми велась индивидуальная работа по профилактике безнадзорности и правонарушений, ÷ все обучающиеся (по уровням образования)',
      direction: 'neutral',
      part: 'individual-prevention',
      whole: 'level-pupils',
      by: 'level',
      sources: ['S26'],
    }),
    count('rdsh-unit-count', {
      number: 6,
      title:
        'Количество первичных отделений Российского движения школьников (с 2022 года — «Движения первых»)',
      formula: 'первичные отделения, которые работали в учебном году',
      direction: 'up',
      part: 'rdsh-units',
      sources: ['S24', 'S25'],
    }),
    count('volunteer-association-count', {
      number: 7,
      title: 'Количество добровольческих (волонтёрских) объединений в образовательных организациях',
      formula: 'объединения, которые работали в учебном году',
      direction: 'up',
      part: 'volunteer-associations',
      sources: ['S25'],
    }),
  ],
  analysis: [
    {
      id: '2.5-A1',
      text: 'анализ подготовки кадров по приоритетным направлениям воспитания и социализации обучающихся',
      indicators: ['upb.teachers-upbringing-trained-share'],
    },
    {
      id: '2.5-A2',
      text: 'анализ реализации программ, направленных на воспитание и социализацию обучающихся',
      indicators: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-A3',
      text: 'анализ развития добровольчества (волонтёрства) среди обучающихся',
      indicators: ['upb.volunteering-share', 'upb.rdsh-unit-count', 'upb.volunteer-association-count'],
    },
    {
      id: '2.5-A4',
      text: 'анализ профилактики безнадзорности и правонарушений несовершеннолетних обучающихся',
      indicators: ['upb.individual-prevention-share'],
    },
  ],
  addressees: [
    { id: '2.5-R1', who: 'pupils', text: 'обучающимся' },
    { id: '2.5-R2', who: 'parents', text: 'родителям (законным представителям)' },
    { id: '2.5-R3', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '2.5-R4',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
  ],
  measures: [
    {
      id: '2.5-M1',
      text: 'принятие мер по профилактике девиантного и делинквентного поведения обучающихся',
      aims: ['upb.individual-prevention-share'],
    },
    {
      id: '2.5-M2',
      text: 'принятие мер, направленных на развитие сотрудничества субъектов системы воспитания',
      aims: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-M3',
      text: 'принятие мер, направленных на популяризацию лучшего педагогического опыта',
      aims: ['upb.teachers-upbringing-trained-share'],
    },
    {
      id: '2.5-M4',
      text: 'проведение мероприятий, повышающих мотивацию обучающихся к участию в волонтёрской деятельности',
      aims: ['upb.volunteering-share', 'upb.volunteer-association-count'],
    },
    {
      id: '2.5-M5',
      text: 'проведение иных мероприятий, направленных на развитие системы воспитания и социализации обучающихся',
      aims: [],
    },
    {
      id: '2.5-M6',
      text: 'организация каникулярного отдыха детей, включая обеспечение безопасности их жизни и здоровья',
      aims: ['upb.upbringing-covered-share'],
    },
    {
      id: '2.5-M7',
      text: 'принятие управленческих решений по результатам проведённого анализа',
      aims: [],
    },
  ],
  decisions: [
    {
      id: '2.5-D1',
      text: 'внесение изменений в муниципальную программу развития образования',
      aims: ['upb.upbringing-programme-count', 'upb.upbringing-covered-share'],
    },
    {
      id: '2.5-D2',
      text: 'совершенствование нормативных актов округа в части организации воспитания и социализации обучающихся',
      aims: ['upb.upbringing-programme-count', 'upb.rdsh-unit-count'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
