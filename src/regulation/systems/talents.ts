import { indicatorsOf } from './indicators-of.ts';
import type { System } from './system.ts';

const { computed, count, index, share } = indicatorsOf('1.3', 'gift');

const OF_RESULTS = 'раздел 1.3, комплексный анализ, пункт 1';
const OF_ADMISSION = 'раздел 1.3, комплексный анализ, пункт 8';

/**
 * Section 1.3: finding, supporting and developing abilities and talents (выявление, поддержка и развитие способностей
 * и талантов у детей и молодёжи). The monitoring list leaves out indicator 6 and calls indicator 2 «учёт иных форм»;
 * the five indices are named in the analysis alone. «Нарастающим итогом» names no beginning: pupils are counted once
 * within a year, and the years are added up.
 */
export const TALENTS: System = {
  id: '1.3',
  prefix: 'gift',
  title: 'Система выявления, поддержки и развития способностей и талантов у детей и молодёжи',
  goals: [
    {
      id: '1.3-G1',
      text: 'выявление, поддержка и развитие способностей и талантов у детей и молодёжи',
      indicators: [
        'gift.vsosh-participant-count',
        'gift.extracurricular-research-count',
        'gift.additional-education-5-18-share',
        'gift.significant-contest-participant-count',
        'gift.gifted-individual-route-share',
      ],
    },
    {
      id: '1.3-G2',
      text: 'содействие в поступлении способных и талантливых детей и молодёжи в профессиональные образовательные организации и вузы',
      indicators: [
        'gift.spo-admission-index',
        'gift.university-admission-index',
        'gift.ege-preparation-index',
      ],
    },
    { id: '1.3-G3', text: 'осуществление межведомственного и межуровневого взаимодействия', indicators: [] },
    {
      id: '1.3-G4',
      text: 'разработка диагностического инструментария для выявления способностей и талантов',
      indicators: ['gift.psychologists-giftedness-tools-share'],
    },
    {
      id: '1.3-G5',
      text: 'психолого-педагогическое сопровождение способных и талантливых детей и молодёжи',
      indicators: ['gift.gifted-individual-route-share'],
    },
    {
      id: '1.3-G6',
      text: 'подготовка педагогических работников по вопросам развития способностей и талантов',
      indicators: ['gift.teachers-giftedness-training-share'],
    },
  ],
  methods: [
    'выборочный метод',
    'метод измерений',
    'документальный анализ',
    'сбор через информационные системы (система рейтингования, статистические формы)',
  ],
  sources: [
    { code: 'S2', title: 'региональная информационная система обеспечения проведения ГИА' },
    { code: 'S7', title: 'система регионального мониторинга индивидуальных учебных достижений' },
    {
      code: 'S8',
      title:
        'система регионального мониторинга индивидуальных учебных достижений обучающихся с ОВЗ по адаптированным программам',
    },
    { code: 'S9', title: 'федеральные и региональные базы олимпиад, конкурсов и соревнований школьников' },
    {
      code: 'S10',
      title: 'открытые статистические данные, региональная и муниципальная статистика, опрос ОО',
    },
    {
      code: 'S12',
      title:
        'региональная информационная система подготовки педагогов по вопросам развития способностей и талантов',
    },
    { code: 'S13', title: 'контент-анализ документов ОО и органов исполнительной власти' },
  ],
  indicators: [
    count('vsosh-participant-count', {
      number: 1,
      title: 'Количество участников школьного и муниципального этапов ВсОШ, нарастающим итогом',
      formula: 'участники (каждый один раз за учебный год), сложенные по годам',
      direction: 'up',
      part: 'vsosh-participants',
      cumulative: true,
      by: 'stage',
      sources: ['S9'],
    }),
    count('extracurricular-research-count', {
      number: 2,
      title: 'Количество участников разных форм внеучебной работы, нарастающим итогом',
      formula: 'участники (каждый один раз за учебный год), сложенные по годам',
      direction: 'up',
      part: 'research-participants',
      cumulative: true,
      by: 'research-form',
      sources: ['S10', 'S13'],
    }),
    share('additional-education-5-18-share', {
      number: 3,
      title: 'Доля детей 5–18 лет, охваченных дополнительным образованием',
      formula: 'охваченные дети 5–18 лет ÷ все дети этого возраста в муниципалитете, а не обучающиеся',
      direction: 'up',
      part: 'children-in-additional-education',
      whole: 'children-5-18',
      by: 'additional-direction',
      sources: ['S10'],
    }),
    count('significant-contest-participant-count', {
      number: 4,
      title:
        'Количество участников региональных и всероссийских конкурсов из перечня значимых мероприятий, нарастающим итогом',
      formula: 'участники (каждый один раз за учебный год), сложенные по годам',
      direction: 'up',
      part: 'significant-contest-participants',
      cumulative: true,
      by: 'pupil-contest-level',
      sources: ['S9'],
    }),
    share('gifted-individual-route-share', {
      number: 5,
      title:
        'Доля детей с повышенным уровнем способностей, обучающихся по индивидуальным образовательным маршрутам',
      formula: 'обучающиеся по маршрутам ÷ дети с повышенным уровнем способностей',
      direction: 'up',
      part: 'gifted-pupils-with-route',
      whole: 'gifted-pupils',
      sources: ['S10', 'S13'],
    }),
    share('teachers-giftedness-training-share', {
      number: 6,
      title: 'Доля педагогов, имеющих подготовку по вопросам психологии одарённости',
      formula: 'имеющие подготовку ÷ все педагогические работники',
      direction: 'up',
      part: 'teachers-giftedness-trained',
      whole: 'pedagogical-workers',
      sources: ['S12'],
    }),
    share('psychologists-giftedness-tools-share', {
      number: 7,
      title: 'Доля педагогов-психологов, использующих инструментарий выявления одарённости',
      formula: 'использующие инструментарий ÷ все педагоги-психологи',
      direction: 'up',
      part: 'psychologists-giftedness-tools',
      whole: 'psychologists',
      sources: ['S10', 'S13'],
    }),
    computed('high-results-procedure-index', {
      number: 8,
      role: 'index',
      title: 'Индекс высоких результатов по оценочным процедурам',
      formula: 'участники с высоким результатом хотя бы по одному предмету ÷ участники процедуры',
      clause: OF_RESULTS,
      kind: 'index',
      direction: 'up',
      by: 'procedure',
      sources: ['S2', 'S7'],
    }),
    computed('high-results-subject-index', {
      number: 9,
      role: 'index',
      title: 'Индекс высоких результатов по общеобразовательному предмету',
      formula: 'высокие результаты ÷ все результаты по предмету',
      clause: OF_RESULTS,
      kind: 'index',
      direction: 'up',
      sources: ['S2', 'S7'],
    }),
    index('spo-admission-index', {
      number: 10,
      title: 'Индекс поступления в СУЗы',
      formula:
        'выпускники 9 и 11 классов, поступившие в профессиональные организации, ÷ все выпускники 9 и 11 классов',
      clause: OF_ADMISSION,
      direction: 'neutral',
      part: ['graduates-9-vocational', 'graduates-11-vocational'],
      whole: ['graduates-9', 'graduates-11'],
      sources: ['S10'],
    }),
    index('university-admission-index', {
      number: 11,
      title: 'Индекс поступления в вузы',
      formula:
        'выпускники 11 классов, поступившие в вузы, ÷ все выпускники 11 классов (в Положении дважды назван индекс поступления в СУЗы; второй прочитан как индекс поступления в вузы)',
      clause: OF_ADMISSION,
      direction: 'up',
      part: 'graduates-11-higher',
      whole: 'graduates-11',
      sources: ['S10'],
    }),
    computed('ege-preparation-index', {
      number: 12,
      role: 'index',
      title: 'Индекс подготовки к ЕГЭ',
      formula:
        'выпускники, набравшие минимум для поступления в вуз по русскому языку и ещё двум предметам, ÷ все выпускники 11 классов',
      clause: OF_ADMISSION,
      kind: 'index',
      direction: 'up',
      variables: ['graduates-11'],
      sources: ['S2'],
    }),
  ],
  analysis: [
    {
      id: '1.3-A1',
      text: 'анализ результатов выявления, поддержки и развития способностей и талантов (индексы высоких результатов по процедурам и по предмету)',
      indicators: ['gift.high-results-procedure-index', 'gift.high-results-subject-index'],
    },
    {
      id: '1.3-A2',
      text: 'анализ участия обучающихся в школьном и муниципальном этапах ВсОШ',
      indicators: ['gift.vsosh-participant-count'],
    },
    {
      id: '1.3-A3',
      text: 'анализ иных форм развития образовательных достижений школьников',
      indicators: ['gift.extracurricular-research-count'],
    },
    {
      id: '1.3-A4',
      text: 'анализ охвата обучающихся дополнительным образованием',
      indicators: ['gift.additional-education-5-18-share'],
    },
    {
      id: '1.3-A5',
      text: 'анализ участия обучающихся в региональных и всероссийских конкурсах из перечня значимых мероприятий',
      indicators: ['gift.significant-contest-participant-count'],
    },
    {
      id: '1.3-A6',
      text: 'анализ реализации межмуниципальных и сетевых проектов, программ, планов по развитию способностей и талантов',
      indicators: ['gift.extracurricular-research-count', 'gift.significant-contest-participant-count'],
    },
    {
      id: '1.3-A7',
      text: 'анализ работы с детьми с повышенным уровнем способностей, обучающимися по индивидуальным образовательным маршрутам',
      indicators: ['gift.gifted-individual-route-share'],
    },
    {
      id: '1.3-A8',
      text: 'анализ поступления способных и талантливых детей и молодёжи в профессиональные организации и вузы (индексы поступления в СУЗы и вузы, индекс подготовки к ЕГЭ)',
      indicators: [
        'gift.spo-admission-index',
        'gift.university-admission-index',
        'gift.ege-preparation-index',
      ],
    },
    {
      id: '1.3-A9',
      text: 'анализ результатов психолого-педагогической диагностики способностей и талантов',
      indicators: ['gift.psychologists-giftedness-tools-share', 'gift.gifted-individual-route-share'],
    },
    {
      id: '1.3-A10',
      text: 'анализ подготовки педагогических работников по вопросам развития способностей и талантов',
      indicators: ['gift.teachers-giftedness-training-share'],
    },
  ],
  addressees: [
    { id: '1.3-R1', who: 'pupils', text: 'обучающимся' },
    { id: '1.3-R2', who: 'parents', text: 'родителям (законным представителям)' },
    { id: '1.3-R3', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '1.3-R4',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
  ],
  measures: [
    {
      id: '1.3-M1',
      text: 'проведение конкурсов образовательных программ для способных и талантливых детей и молодёжи',
      aims: ['gift.additional-education-5-18-share', 'gift.gifted-individual-route-share'],
    },
    {
      id: '1.3-M2',
      text: 'проведение мероприятий, ориентированных на выявление, поддержку и развитие способностей и талантов',
      aims: [
        'gift.extracurricular-research-count',
        'gift.gifted-individual-route-share',
        'gift.high-results-procedure-index',
        'gift.high-results-subject-index',
      ],
    },
    {
      id: '1.3-M3',
      text: 'проведение мероприятий для родителей по вопросам выявления, поддержки и развития способностей и талантов',
      aims: ['gift.additional-education-5-18-share'],
    },
    {
      id: '1.3-M4',
      text: 'проведение мероприятий, ориентированных на подготовку педагогов по вопросам развития способностей и талантов',
      aims: ['gift.teachers-giftedness-training-share', 'gift.psychologists-giftedness-tools-share'],
    },
    {
      id: '1.3-M5',
      text: 'проведение конкурсов профессионального мастерства для поддержки специалистов, работающих со способными и талантливыми детьми и молодёжью',
      aims: ['gift.teachers-giftedness-training-share'],
    },
    {
      id: '1.3-M6',
      text: 'проведение мероприятий, направленных на повышение доли участников школьного этапа ВсОШ',
      aims: ['gift.vsosh-participant-count'],
    },
    {
      id: '1.3-M7',
      text: 'реализация программ, проектов, мероприятий по стимулированию и поощрению способных детей и талантливой молодёжи',
      aims: ['gift.vsosh-participant-count', 'gift.significant-contest-participant-count'],
    },
    {
      id: '1.3-M8',
      text: 'реализация программ, проектов, мероприятий по повышению доли участников региональных и всероссийских конкурсов из перечня значимых мероприятий',
      aims: ['gift.significant-contest-participant-count'],
    },
    {
      id: '1.3-M9',
      text: 'реализация мероприятий по поддержке участия обучающихся в региональных и федеральных конкурсах и соревнованиях',
      aims: ['gift.significant-contest-participant-count'],
    },
  ],
  decisions: [
    {
      id: '1.3-D1',
      text: 'внесение изменений в муниципальную программу развития образования',
      aims: ['gift.additional-education-5-18-share', 'gift.gifted-individual-route-share'],
    },
    {
      id: '1.3-D2',
      text: 'совершенствование нормативных актов в части выявления, поддержки и развития способностей и талантов',
      aims: ['gift.gifted-individual-route-share'],
    },
    {
      id: '1.3-D3',
      text: 'стимулирование и поощрение способных и талантливых детей и молодёжи',
      aims: ['gift.vsosh-participant-count', 'gift.significant-contest-participant-count'],
    },
    {
      id: '1.3-D4',
      text: 'ресурсная поддержка и стимулирование ОО и педагогов, работающих с одарёнными и талантливыми детьми',
      aims: ['gift.teachers-giftedness-training-share', 'gift.psychologists-giftedness-tools-share'],
    },
  ],
  effectiveness: { years: 1, text: 'в течение календарного года, следующего за отчётным периодом' },
};
