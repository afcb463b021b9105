import { indicatorsOf } from './indicators-of.ts';
import type { Measure, System } from './system.ts';

const { share } = indicatorsOf('2.3', 'dpo');

const values = (part: string, whole: string): Measure => ({
  from: 'values',
  part: [part],
  whole: [whole],
});

/** Section 2.3: teachers' further training (дополнительное профессиональное образование, ДПО). */
export const TEACHER_TRAINING: System = {
  id: '2.3',
  prefix: 'dpo',
  title:
    'Система мониторинга качества дополнительного профессионального образования педагогических работников',
  goals: [
    {
      id: '2.3-G1',
      text: 'выявление профессиональных дефицитов педагогов',
      indicators: ['dpo.teachers-deficit-diagnosed-share', 'dpo.positions-diagnostics-organised-share'],
    },
    {
      id: '2.3-G2',
      text: 'проведение аттестации педагогических работников, направленной на повышение эффективности и качества педагогической деятельности',
      indicators: ['dpo.teachers-attested-with-route-share', 'dpo.nonteaching-attested-with-route-share'],
    },
    {
      id: '2.3-G3',
      text: 'стимулирование профессионального роста педагогов, в том числе через профессиональные конкурсы',
      indicators: ['dpo.teacher-contest-share'],
    },
    { id: '2.3-G4', text: 'вовлечение педагогов в экспертную деятельность', indicators: [] },
    {
      id: '2.3-G5',
      text: 'освоение разработанных в регионе программ дополнительного профессионального образования с учётом потребности муниципалитета',
      indicators: ['dpo.dpo-by-local-need-share', 'dpo.retrained-nonpedagogical-share'],
    },
    {
      id: '2.3-G6',
      text: 'освоение разработанных в регионе программ дополнительного профессионального образования на основе выявленных дефицитов',
      indicators: ['dpo.dpo-by-deficit-share'],
    },
    {
      id: '2.3-G7',
      text: 'диагностика и профилактика профессионального выгорания педагогов',
      indicators: ['dpo.early-leavers-share'],
    },
    {
      id: '2.3-G8',
      text: 'построение индивидуальной образовательной траектории профессионального развития педагогов',
      indicators: [
        'dpo.teachers-attested-with-route-share',
        'dpo.nonteaching-attested-with-route-share',
        'dpo.dpo-by-route-share',
      ],
    },
  ],
  methods: ['выборочный метод', 'метод измерений'],
  sources: [
    { code: 'S17', title: 'региональная информационная система оценки профессиональных дефицитов педагогов' },
    { code: 'S18', title: 'региональная информационная система аттестации педагогических работников' },
    {
      code: 'S19',
      title:
        'региональная информационная система повышения профессионального уровня педагогических работников',
    },
  ],
  indicators: [
    share('teachers-deficit-diagnosed-share', {
      number: 1,
      title: 'Доля педагогов (по предметам), прошедших диагностику профессиональных дефицитов',
      formula: 'учителя, прошедшие диагностику, ÷ все учителя (по предметам)',
      direction: 'up',
      part: 'teachers-deficit-diagnosed',
      whole: 'teachers',
      by: 'taught-subject',
      sources: ['S17'],
    }),
    share('positions-diagnostics-organised-share', {
      number: 2,
      title: 'Доля педагогических должностей, по которым организовано участие в диагностике дефицитов',
      formula: 'должности, по которым организована диагностика, ÷ все педагогические должности',
      direction: 'up',
      part: 'position-kinds-diagnosed',
      whole: 'position-kinds',
      by: 'position',
      sources: ['S17'],
    }),
    share('teachers-attested-with-route-share', {
      number: 3,
      title:
        'Доля педагогов (по предметам), получивших по итогам аттестации рекомендации и формирующих индивидуальную траекторию',
      formula:
        'учителя, прошедшие аттестацию, получившие рекомендации и формирующие траекторию, ÷ учителя, прошедшие аттестацию',
      direction: 'up',
      part: 'teachers-attested-with-route',
      whole: 'teachers-attested',
      monitoring: {
        formula: 'учителя, прошедшие аттестацию и получившие рекомендации, ÷ учителя, прошедшие аттестацию',
        measure: values('teachers-attested-advised', 'teachers-attested'),
      },
      by: 'taught-subject',
      sources: ['S18'],
    }),
    share('nonteaching-attested-with-route-share', {
      number: 4,
      title:
        'Доля педагогов (по должностям, кроме учителей), получивших по итогам аттестации рекомендации и формирующих индивидуальную траекторию',
      formula:
        'педагоги других должностей, прошедшие аттестацию, получившие рекомендации и формирующие траекторию, ÷ педагоги других должностей, прошедшие аттестацию',
      direction: 'up',
      part: 'nonteaching-attested-with-route',
      whole: 'nonteaching-attested',
      monitoring: {
        formula:
          'педагоги других должностей, прошедшие аттестацию и получившие рекомендации, ÷ педагоги других должностей, прошедшие аттестацию',
        measure: values('nonteaching-attested-advised', 'nonteaching-attested'),
      },
      by: 'nonteaching-position',
      sources: ['S18'],
    }),
    share('dpo-by-deficit-share', {
      number: 5,
      title: 'Доля педагогов, освоивших программы ДПО на основе диагностики дефицитов',
      formula: 'освоившие программы, реализованные на основе диагностики, ÷ все освоившие программы ДПО',
      direction: 'up',
      part: 'dpo-by-deficits',
      whole: 'dpo-completed',
      monitoring: {
        formula:
          'освоившие программы, разработанные в регионе на основе диагностики, ÷ все освоившие программы ДПО',
        measure: values('dpo-by-deficits-regional', 'dpo-completed'),
      },
      sources: ['S19'],
    }),
    share('dpo-by-route-share', {
      number: 6,
      title: 'Доля педагогов, освоивших программы ДПО на основе индивидуальной образовательной траектории',
      formula: 'освоившие программы, реализованные на основе траектории, ÷ все педагогические работники',
      direction: 'up',
      part: 'dpo-by-route',
      whole: 'pedagogical-workers',
      monitoring: {
        formula:
          'освоившие программы, разработанные в регионе на основе траектории, ÷ все педагогические работники',
        measure: values('dpo-by-route-regional', 'pedagogical-workers'),
      },
      sources: ['S19'],
    }),
    share('dpo-by-local-need-share', {
      number: 7,
      title: 'Доля педагогов, освоивших программы ДПО с учётом потребности округа',
      formula:
        'освоившие программы, разработанные и реализованные с учётом потребности округа, ÷ все педагогические работники',
      direction: 'up',
      part: 'dpo-by-local-need',
      whole: 'pedagogical-workers',
      monitoring: {
        formula:
          'освоившие программы, разработанные в регионе с учётом потребности округа, ÷ все педагогические работники',
        measure: values('dpo-by-local-need-regional', 'pedagogical-workers'),
      },
      sources: ['S19'],
    }),
    share('retrained-nonpedagogical-share', {
      number: 8,
      title:
        'Доля педагогов с непедагогическим базовым образованием, освоивших программы переподготовки педагогической направленности',
      formula: 'освоившие переподготовку, реализованную в регионе, ÷ все педагогические работники',
      direction: 'up',
      part: 'retrained-nonpedagogical',
      whole: 'pedagogical-workers',
      monitoring: {
        formula: 'освоившие переподготовку, разработанную в регионе, ÷ все педагогические работники',
        measure: values('retrained-nonpedagogical-regional', 'pedagogical-workers'),
      },
      sources: ['S19'],
    }),
    share('teacher-contest-share', {
      number: 9,
      title: 'Доля педагогов, участвующих в профессиональных конкурсах различного уровня',
      formula: 'участники конкурсов, каждый один раз, ÷ все педагогические работники',
      direction: 'up',
      part: 'contest-participants',
      whole: 'pedagogical-workers',
      by: 'teacher-contest-level',
      sources: ['S19'],
    }),
    share('early-leavers-share', {
      number: 10,
      title: 'Доля педагогов, ушедших из профессии досрочно',
      formula: 'ушедшие за год до пенсионного возраста ÷ все педагогические работники',
      direction: 'down',
      part: 'early-leavers',
      whole: 'pedagogical-workers',
      by: 'seniority',
      sources: ['S19'],
    }),
  ],
  analysis: [
    {
      id: '2.3-A1',
      text: 'анализ качества освоения программ дополнительного профессионального образования',
      indicators: [
        'dpo.dpo-by-deficit-share',
        'dpo.dpo-by-route-share',
        'dpo.dpo-by-local-need-share',
        'dpo.retrained-nonpedagogical-share',
      ],
    },
    {
      id: '2.3-A2',
      text: 'повышение эффективности и качества педагогической деятельности: индивидуальная работа над выявленными дефицитами, поддержка мотивации к профессиональному росту, работа против профессионального выгорания',
      indicators: [
        'dpo.teachers-deficit-diagnosed-share',
        'dpo.positions-diagnostics-organised-share',
        'dpo.teachers-attested-with-route-share',
        'dpo.nonteaching-attested-with-route-share',
        'dpo.teacher-contest-share',
        'dpo.early-leavers-share',
      ],
    },
  ],
  addressees: [
    { id: '2.3-R1', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '2.3-R2',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
    {
      id: '2.3-R3',
      who: 'training-providers',
      text: 'организациям, реализующим в регионе программы дополнительного профессионального образования',
    },
  ],
  measures: [
    {
      id: '2.3-M1',
      text: 'реализация мероприятий по обновлению дополнительных профессиональных программ (повышения квалификации и профессиональной переподготовки)',
      aims: ['dpo.dpo-by-deficit-share', 'dpo.dpo-by-local-need-share', 'dpo.retrained-nonpedagogical-share'],
    },
    {
      id: '2.3-M2',
      text: 'проведение конкурсов профессионального мастерства педагогов',
      aims: ['dpo.teacher-contest-share'],
    },
    {
      id: '2.3-M3',
      text: 'проведение мероприятий, повышающих мотивацию педагогов к обновлению профессиональных знаний и использованию передовых практик',
      aims: ['dpo.teachers-deficit-diagnosed-share', 'dpo.dpo-by-deficit-share'],
    },
    {
      id: '2.3-M4',
      text: 'организация обмена опытом и лучшими педагогическими практиками',
      aims: ['dpo.teacher-contest-share'],
    },
    {
      id: '2.3-M5',
      text: 'повышение мотивации к формированию индивидуальной образовательной траектории профессионального развития педагогов',
      aims: [
        'dpo.teachers-attested-with-route-share',
        'dpo.nonteaching-attested-with-route-share',
        'dpo.dpo-by-route-share',
      ],
    },
    {
      id: '2.3-M6',
      text: 'профилактика профессионального выгорания',
      aims: ['dpo.early-leavers-share'],
    },
    {
      id: '2.3-M7',
      text: 'иные мероприятия, направленные на повышение качества дополнительного профессионального образования педагогических работников',
      aims: [],
    },
  ],
  decisions: [
    {
      id: '2.3-D1',
      text: 'разработка в образовательных организациях индивидуальных планов профессионального развития педагогов',
      aims: ['dpo.teachers-attested-with-route-share', 'dpo.nonteaching-attested-with-route-share'],
    },
    {
      id: '2.3-D2',
      text: 'разработка программ поддержки профессионального роста',
      aims: ['dpo.dpo-by-route-share', 'dpo.teacher-contest-share'],
    },
    {
      id: '2.3-D3',
      text: 'разработка программ профилактики профессионального выгорания',
      aims: ['dpo.early-leavers-share'],
    },
    {
      id: '2.3-D4',
      text: 'внесение изменений в муниципальную программу развития образования',
      aims: ['dpo.dpo-by-local-need-share', 'dpo.positions-diagnostics-organised-share'],
    },
    {
      id: '2.3-D5',
      text: 'совершенствование нормативных актов округа и образовательных организаций в части повышения профессионального мастерства педагогических работников',
      aims: ['dpo.positions-diagnostics-organised-share', 'dpo.dpo-by-local-need-share'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
