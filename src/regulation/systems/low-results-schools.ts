import { CRITERIA } from '../criteria/criteria.ts';
import type { Criterion } from '../criteria/criterion.ts';
import { indicatorsOf } from './indicators-of.ts';
import { LOW_INDICATORS } from './low.ts';
import type { Direction, Indicator, IndicatorKind, System } from './system.ts';

const PREFIX = 'low';

const { computed, count, presence, share } = indicatorsOf('1.2', PREFIX);

/** Pupils of a school and their families: the Положение calls them conditions of its work, not its results. */
const CONDITIONS: Direction = 'neutral';

/** Adverse criteria that are the conduct and health of pupils: fewer is better. */
const CONDUCT = ['low.offence-count', 'low.narcology-register-presence'];

/** An indicator that `low.ts` describes and computes. */
function described(
  id: string,
  {
    number,
    ...said
  }: { number: number; direction: Direction; sources: readonly string[]; variables?: readonly string[] },
  role: Indicator['role'] = 'main',
): Indicator {
  const found = LOW_INDICATORS.find((one) => one.id === `${PREFIX}.${id}`);
  if (!found) throw new Error(`unknown indicator: ${id}`);
  const { title, clause, formula } = found;
  return computed(id, { ...said, number, role, title, clause, formula, kind: 'share' });
}

/** Criteria stand after indicator 1, of which they are the parts. */
function criterionRow(criterion: Criterion): Indicator {
  const { id, title, clause, formula, variables, category, sufficient } = criterion;
  const own = id.slice(PREFIX.length + 1);
  const said = {
    number: criterion.number + 1,
    role: 'criterion' as const,
    title: `Критерий ${criterion.number}. ${title}`,
    clause,
    sources: sourcesOf(criterion),
  };
  switch (category) {
    case 'low-results':
    case 'risk-zone': {
      const list = id === 'low.school-rating-below-half';
      const kind: IndicatorKind = list ? 'list' : 'share';
      return computed(own, {
        ...said,
        kind,
        direction: 'down',
        formula: `${list ? 'перечень и доля школ' : 'школы'}, где критерий выполнен, ÷ школы, о которых это известно; в школе ${formula}`,
        ...(variables.length > 0 ? { variables } : {}),
      });
    }
    case 'information': {
      const direction = id === 'low.risk-group-pupil-share' ? CONDITIONS : 'up';
      return described(
        own,
        { number: said.number, direction, sources: said.sources, variables },
        'criterion',
      );
    }
    case 'adverse': {
      const direction = CONDUCT.includes(id) ? 'down' : CONDITIONS;
      const [part = '', whole] = variables;
      if (whole !== undefined && sufficient)
        return share(own, {
          ...said,
          direction,
          part,
          whole,
          formula: 'такие обучающиеся ÷ все обучающиеся',
        });
      if (id === 'low.narcology-register-presence')
        return presence(own, { ...said, direction, of: part, formula: 'есть хотя бы в одной школе' });
      return count(own, { ...said, direction, part, formula: 'сумма по школам' });
    }
  }
}

function sourcesOf({ category, id, papers }: Criterion): string[] {
  if (category === 'low-results') return papers[0]?.procedure === 'vpr' ? ['S3'] : ['S1', 'S2'];
  return id === 'low.school-rating-below-half' ? ['S11'] : ['S10'];
}

/**
 * Section 1.2: work with schools of low results and in adverse social conditions (система работы со школами с низкими
 * результатами обучения). The criteria that look at several years are judged, and the municipality's value is the
 * share of schools that meet them; those of the social passport are this year's numbers as schools report them.
 */
export const LOW_RESULTS_SCHOOLS: System = {
  id: '1.2',
  prefix: PREFIX,
  title:
    'Система работы со школами с низкими результатами обучения и школами, функционирующими в неблагоприятных социальных условиях',
  goals: [
    {
      id: '1.2-G1',
      text: 'определение содержания понятий «низкие результаты обучения», «неблагоприятные социальные условия», «школы зоны риска»',
      indicators: [],
    },
    {
      id: '1.2-G2',
      text: 'определение школ с низкими результатами, в неблагоприятных социальных условиях и зоны риска на основе разработанных показателей',
      indicators: ['low.low-result-or-adverse-or-risk-school-share'],
    },
    {
      id: '1.2-G3',
      text: 'организация работы с такими школами через муниципальный координационный совет и сетевое взаимодействие с другими организациями, учреждениями и предприятиями',
      indicators: [
        'low.support-school-positive-dynamics-share',
        'low.low-result-or-adverse-or-risk-school-share',
      ],
    },
    {
      id: '1.2-G4',
      text: 'разработка комплекса мер по преодолению факторов, обусловливающих низкие результаты и неблагоприятные социальные условия',
      indicators: [
        'low.support-school-positive-dynamics-share',
        'low.support-school-teacher-dynamics-share',
        'low.risk-group-covered-share',
        'low.lesson-attendance-share',
      ],
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
    {
      code: 'S10',
      title: 'открытые статистические данные, региональная статистика, опрос ОО (контекстные данные)',
    },
    {
      code: 'S11',
      title: 'региональная информационная система оценки эффективности ОО (система рейтингования)',
    },
  ],
  indicators: [
    described('low-result-or-adverse-or-risk-school-share', {
      number: 1,
      direction: 'down',
      sources: ['S1', 'S2', 'S3', 'S10', 'S11'],
    }),
    ...CRITERIA.map(criterionRow),
    described('support-school-positive-dynamics-share', {
      number: 24,
      direction: 'up',
      sources: ['S1', 'S2', 'S3'],
    }),
    described('support-school-teacher-dynamics-share', {
      number: 25,
      direction: 'up',
      sources: ['S10'],
      variables: ['teachers-diagnosed-twice', 'teachers-positive-dynamics'],
    }),
  ],
  analysis: [
    {
      id: '1.2-A1',
      text: 'выявление школ с низкими результатами обучения, в неблагоприятных социальных условиях и зоны риска',
      indicators: ['low.low-result-or-adverse-or-risk-school-share', ...CRITERIA.map(({ id }) => id)],
      lists: 'non-conforming',
    },
    {
      id: '1.2-A2',
      text: 'выявление динамики образовательных результатов в школах с низкими результатами и в неблагоприятных социальных условиях',
      indicators: ['low.support-school-positive-dynamics-share'],
    },
    {
      id: '1.2-A3',
      text: 'оценка предметных и методических компетенций педагогов этих школ',
      indicators: ['low.support-school-teacher-dynamics-share'],
    },
  ],
  addressees: [
    { id: '1.2-R1', who: 'pupils', text: 'обучающимся' },
    { id: '1.2-R2', who: 'parents', text: 'родителям (законным представителям)' },
    { id: '1.2-R3', who: 'teachers', text: 'педагогам образовательных организаций' },
    {
      id: '1.2-R4',
      who: 'heads',
      text: 'образовательной организации (руководителям, заместителям руководителя)',
    },
  ],
  measures: [
    {
      id: '1.2-M1',
      text: 'проведение мероприятий, направленных на повышение качества подготовки обучающихся в школах с низкими результатами и в неблагоприятных социальных условиях',
      aims: [
        'low.support-school-positive-dynamics-share',
        ...CRITERIA.filter(({ category }) => category === 'low-results').map(({ id }) => id),
      ],
    },
    {
      id: '1.2-M2',
      text: 'введение в практику моделей сетевого взаимодействия школ со стабильно высокими результатами и инновационных площадок при разработке проектов развития школ',
      aims: ['low.support-school-positive-dynamics-share'],
    },
    {
      id: '1.2-M3',
      text: 'многоуровневое сопровождение профессионального роста педагогов и управленцев школ с низкими результатами, в неблагоприятных социальных условиях и «зоны риска»',
      aims: ['low.support-school-teacher-dynamics-share'],
    },
    {
      id: '1.2-M4',
      text: 'укрепление кадрового потенциала этих школ: использование психолого-педагогического потенциала сети ОО, замещение вакансий победителями конкурса на получение грантовой поддержки',
      aims: ['low.support-school-teacher-dynamics-share', 'low.risk-group-covered-share'],
    },
    {
      id: '1.2-M5',
      text: 'адресная поддержка школ «зоны риска»: сетевая форма реализации программ, ресурсы дополнительного образования, культурной и цифровой образовательной среды',
      aims: [
        'low.low-result-or-adverse-or-risk-school-share',
        'low.grade10-external-entrants-low',
        'low.school-rating-below-half',
        'low.lesson-attendance-share',
        'low.risk-group-covered-share',
      ],
    },
    {
      id: '1.2-M6',
      text: 'адресная консультативно-методическая помощь организациям «зоны риска» при разработке проектов развития школ',
      aims: ['low.low-result-or-adverse-or-risk-school-share', 'low.school-rating-below-half'],
    },
    {
      id: '1.2-M7',
      text: 'включение педагогов этих школ в работу действующих муниципальных профессиональных групп',
      aims: ['low.support-school-teacher-dynamics-share'],
    },
  ],
  decisions: [
    {
      id: '1.2-D1',
      text: 'внесение изменений в муниципальную программу развития образования',
      aims: ['low.low-result-or-adverse-or-risk-school-share'],
    },
    {
      id: '1.2-D2',
      text: 'внесение изменений в муниципальную систему оценки качества образования',
      aims: ['low.low-result-or-adverse-or-risk-school-share'],
    },
    {
      id: '1.2-D3',
      text: 'совершенствование нормативных актов в части работы со школами с низкими результатами и в неблагоприятных социальных условиях',
      aims: ['low.low-result-or-adverse-or-risk-school-share', 'low.risk-group-covered-share'],
    },
    {
      id: '1.2-D4',
      text: 'обобщение опыта успешных практик и эффективных механизмов программ поддержки школ',
      aims: ['low.support-school-positive-dynamics-share'],
    },
  ],
  effectiveness: {
    years: 2,
    text: 'в течение двух лет, следующих за периодом включения организации в систему работы',
  },
};
