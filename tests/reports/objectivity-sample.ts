import { momentsOf, type ScoreCounts, type Sitting } from '../../src/facts/sitting.ts';
import { type Paper, paperId } from '../../src/records/paper.ts';
import {
  type Objectivity,
  type PaperSigns,
  SIGN_IDS,
  type SignAnswer,
  type SignId,
} from '../../src/regulation/objectivity/objectivity.ts';
import type { Standing } from '../../src/regulation/objectivity/paper-year.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import type { ObjectivityContext, PaperSittings } from '../../src/reports/objectivity/context.ts';
import { historyLine } from '../../src/reports/objectivity/history.ts';
import { combinationText, signTexts } from '../../src/reports/objectivity/sign-texts.ts';

/** Twelve invented schools; two of them with results that ask for a look, one with three participants. */

export const YEAR = 2022;
const PARAMETERS = loadParameters();

const NAMES = [
  'МБОУ «Средняя школа посёлка Приморский»',
  'МБОУ «Средняя школа посёлка Лесной»',
  'МБОУ «Основная школа села Дальнее»',
  'МБОУ «Начальная школа — детский сад села Речное»',
  '=ОО «Школа № 5» @ посёлок',
  'МАОУ «Гимназия города Вымышленска»',
  'МБОУ «Школа № 1 города Вымышленска»',
  'МБОУ «Школа № 2 города Вымышленска»',
  'МБОУ «Школа № 3 города Вымышленска»',
  'МБОУ «Школа № 4 города Вымышленска»',
  'МБОУ «Школа № 6 города Вымышленска»',
  'МБОУ «Школа № 7 города Вымышленска»',
];
export const SCHOOLS = NAMES.map((name, index) => ({ school: String(990101 + index), name }));
const SIZES = [26, 48, 14, 3, 31, 75, 88, 54, 62, 41, 70, 22];
const LEVELS = [0, 0.3, -0.5, 0, 0.1, 0.9, 0.2, -0.2, 0, -0.4, 0.3, -0.1];

interface PaperModel {
  paper: Paper;
  measure: Sitting['measure'];
  centre: number;
  deviation: number;
  highest: number;
  scale?: readonly [number, number, number];
}

const PAPERS: readonly PaperModel[] = [
  {
    paper: { procedure: 'vpr', grade: 4, subject: 'mathematics' },
    measure: 'primary',
    centre: 11,
    deviation: 4,
    highest: 20,
    scale: [5, 9, 14],
  },
  {
    paper: { procedure: 'vpr', grade: 4, subject: 'russian' },
    measure: 'primary',
    centre: 22,
    deviation: 7,
    highest: 38,
    scale: [13, 23, 32],
  },
  {
    paper: { procedure: 'vpr', grade: 5, subject: 'history' },
    measure: 'mark',
    centre: 3.5,
    deviation: 0.8,
    highest: 5,
  },
  {
    paper: { procedure: 'ege', subject: 'russian' },
    measure: 'test',
    centre: 66,
    deviation: 14,
    highest: 100,
  },
  {
    paper: { procedure: 'oge', subject: 'mathematics' },
    measure: 'primary',
    centre: 14,
    deviation: 5,
    highest: 31,
  },
];

/** Pupils spread over scores like a bell, the same for the same size and level; `spike` moves pupils up to borders. */
function scoresOf(
  { centre, deviation, highest, measure, scale }: PaperModel,
  size: number,
  level: number,
  spike: boolean,
): ScoreCounts {
  const counts = new Map<number, number>();
  const lowest = measure === 'mark' ? 2 : 0;
  for (let pupil = 0; pupil < size; pupil += 1) {
    const share = (pupil + 0.5) / size;
    // logistic quantile; the remainder keeps neighbours from being all alike
    const place =
      centre + deviation * (level + 0.55 * Math.log(share / (1 - share))) + ((pupil * 7) % 5) / 5 - 0.4;
    let score = Math.min(highest, Math.max(lowest, Math.round(place)));
    const border = scale?.find((upper) => score <= upper && upper - score < 3);
    if (spike && border !== undefined) score = border + 1;
    counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  return [...counts]
    .map(([score, count]) => ({ score, count }))
    .toSorted((first, second) => first.score - second.score);
}

function sittingsOf(model: PaperModel): Sitting[] {
  return SCHOOLS.flatMap(({ school }, index) => {
    if (model.paper.procedure !== 'vpr' && index === 3) return [];
    const spike =
      model.paper.grade === 4 && (index === 1 || (index === 7 && model.paper.subject === 'mathematics'));
    return [
      {
        ...model.paper,
        school,
        year: YEAR,
        basis: 'results' as const,
        participants: SIZES[index]!,
        measure: model.measure,
        scores: scoresOf(model, SIZES[index]!, LEVELS[index]! + (spike ? 0.8 : 0), spike),
        marks: null,
        journal: null,
        tasks: null,
      },
    ];
  });
}

function standingOf(sitting: Sitting, all: readonly Sitting[]): Standing | null {
  if (sitting.participants < 5) return null;
  const others = all.filter(({ school }) => school !== sitting.school);
  const count = (score: number) =>
    others.reduce((sum, { scores }) => sum + (scores.find((one) => one.score === score)?.count ?? 0), 0);
  const scores = [...new Set(others.flatMap((one) => one.scores.map(({ score }) => score)))];
  const { n, mean: centre, deviation } = momentsOf(scores.map((score) => ({ score, count: count(score) })))!;
  const { mean } = momentsOf(sitting.scores)!;
  const error = Math.sqrt(deviation ** 2 / sitting.participants + 0.1 * deviation ** 2);
  const comparison = {
    scope: 'municipality' as const,
    n,
    mean: centre,
    deviation,
    schools: others.length,
    concentration: 0.1,
    count,
  };
  return { comparison, mean, gap: (mean - centre) / deviation, z: (mean - centre) / error };
}

export const PAPER_SITTINGS: readonly PaperSittings[] = PAPERS.map((model) => {
  const sittings = sittingsOf(model);
  return {
    id: paperId(model.paper),
    sittings,
    standings: sittings.map((sitting) => standingOf(sitting, sittings)),
  };
});

const no = (p: number | null, value: number): SignAnswer => ({
  state: 'no',
  p,
  q: p === null ? null : Math.min(1, 3 * p),
  value,
  reason: 'отличие в обычных пределах',
});
const yes = (p: number | null, q: number | null, value: number, reason: string): SignAnswer => ({
  state: 'yes',
  p,
  q,
  value,
  reason,
});
const lacking = (reason: string): SignAnswer => ({
  state: 'not-assessable',
  p: null,
  q: null,
  value: null,
  reason,
});

function answers(sitting: Sitting, z: number | null): Record<SignId, SignAnswer> {
  const vpr = sitting.procedure === 'vpr';
  const few = sitting.participants < 5;
  const reason = `участников ${sitting.participants}, признаки рассматриваются от 5`;
  const each: Record<SignId, SignAnswer> = {
    B1: no(0.3, z ?? 0),
    B2: vpr
      ? sitting.measure === 'mark'
        ? lacking('нет распределения первичных баллов')
        : no(0.4, 0.6)
      : lacking('границы отметок этой процедуры не заданы'),
    B3: lacking('нет баллов по заданиям'),
    B4: vpr
      ? lacking(`нет результатов этого же набора учеников: ${sitting.grade! + 1} класс, 2023 год`)
      : lacking('у этой процедуры нет следующего класса'),
    B5: lacking('нет отметок по журналу'),
    B6: vpr ? no(null, 0.2) : lacking('признак касается только ВПР'),
    B7: lacking('нет баллов по заданиям'),
    B8: lacking('список школ с признаками по этой работе и году не загружен'),
  };
  return few
    ? (Object.fromEntries(SIGN_IDS.map((id) => [id, lacking(reason)])) as Record<SignId, SignAnswer>)
    : each;
}

function signsOf(id: string, sitting: Sitting, standing: Standing | null): PaperSigns {
  const signs = answers(sitting, standing?.z ?? null);
  const base = {
    paper: id,
    participants: sitting.participants,
    flagged: false,
    by: [],
    agreement: null,
    signs,
  };
  if (sitting.school === '990102' && sitting.grade === 4) {
    const raised = {
      ...signs,
      B1: yes(
        0.0000031,
        0.00012,
        standing!.z,
        'средний балл 17,02 при среднем для сравнения 11,20, z = 3,51',
      ),
      B2: yes(
        0.00042,
        0.0089,
        9.4,
        'на границе «3» 14 из 19 учеников с близкими баллами, в регионе доля 41,0 %, избыток 6,2 чел.',
      ),
    };
    return { ...base, signs: raised, flagged: true, by: ['B1', 'B2'] };
  }
  if (sitting.school === '990108' && id === 'vpr-4-mathematics') {
    const weak = { ...signs, B2: { ...no(0.012, 4.1), q: 0.08 }, B5: { ...no(0.02, 0.12), q: 0.09 } };
    return {
      ...base,
      signs: weak,
      flagged: true,
      by: ['B2', 'B5'],
      agreement: { p: 0.0004, q: 0.008, signs: ['B2', 'B5'] },
    };
  }
  if (sitting.school === '990103' && id === 'vpr-5-history') {
    return {
      ...base,
      signs: { ...signs, B8: yes(null, null, 1, 'школа в списке с маркером') },
      flagged: true,
      by: ['B8'],
    };
  }
  return base;
}

const JUDGED = SCHOOLS.map(({ school, name }) => {
  const signs = PAPER_SITTINGS.flatMap(({ id, sittings, standings }) => {
    const at = sittings.findIndex((one) => one.school === school);
    return at === -1 ? [] : [signsOf(id, sittings[at]!, standings[at]!)];
  });
  return {
    school,
    name,
    externalIndex: signs.filter(({ flagged }) => flagged).length,
    papers: signs.length,
    signs,
  };
});

function procedureOf(procedure: 'vpr' | 'oge' | 'ege', paper: string | null) {
  const taken = JUDGED.flatMap(({ signs }) => signs).filter((one) =>
    paper === null ? one.paper.startsWith(`${procedure}-`) : one.paper === paper,
  );
  const participants = taken.reduce((sum, one) => sum + one.participants, 0);
  const inRiskZone = taken.filter(({ flagged }) => flagged).reduce((sum, one) => sum + one.participants, 0);
  return { procedure, paper, participants, inRiskZone, index: inRiskZone / participants };
}

export const OBJECTIVITY: Objectivity = {
  year: YEAR,
  schools: JUDGED,
  procedures: [
    procedureOf('ege', null),
    procedureOf('ege', 'ege-russian'),
    procedureOf('oge', null),
    procedureOf('oge', 'oge-mathematics'),
    procedureOf('vpr', null),
    procedureOf('vpr', 'vpr-4-mathematics'),
    procedureOf('vpr', 'vpr-4-russian'),
    procedureOf('vpr', 'vpr-5-history'),
  ],
  medalists: {
    candidates: 12,
    matched: 10,
    withEge: 10,
    ambiguous: 1,
    incomplete: 0,
    unconfirmed: 2,
    index: 0.2,
    margin: 10,
    unconfirmedStrict: 4,
    notes: ['2022 год: 70 баллов по русскому языку и 70 по профильной математике либо «5» по базовой.'],
  },
  olympiads: [
    {
      olympiad: 'vsosh',
      stage: 'municipal',
      subject: 'physics',
      holders: 6,
      matched: 5,
      withEge: 4,
      ambiguous: 0,
      unconfirmed: 3,
      index: 0.75,
      threshold: 75,
      notes: ['Для этого этапа порог законом не установлен: взято 75 баллов, значение параметра.'],
    },
    {
      olympiad: 'vsosh',
      stage: 'municipal',
      subject: 'law',
      holders: 3,
      matched: 1,
      withEge: 0,
      ambiguous: 1,
      unconfirmed: 0,
      index: null,
      threshold: 75,
      notes: [],
    },
    {
      olympiad: 'vsosh',
      stage: 'regional',
      subject: 'russian',
      holders: 5,
      matched: 5,
      withEge: 5,
      ambiguous: 0,
      unconfirmed: 1,
      index: 0.2,
      threshold: 75,
      notes: [],
    },
  ],
  notes: [
    'Признаки — повод проверить работу школы, а не доказательство.',
    'Работ, где школы сравнены только с другими школами муниципалитета: 5. Школ мало, сравнение ненадёжно.',
  ],
};

export const OBJECTIVITY_CONTEXT: ObjectivityContext = {
  municipality: 'Приморский муниципальный округ (вымышленный)',
  region: 'Вымышленная область',
  methods: [
    {
      name: 'objectivity.level: уровень признаков',
      value: '0,01',
      clause: '1.1, показатель 1',
      source: 'решение разработчиков',
    },
    {
      name: 'medal.margin: на сколько баллов «существенно ниже»',
      value: '5',
      clause: '2.1, показатель 2',
      source: 'msoko.json',
      overridden: true,
    },
  ],
  signs: signTexts(PARAMETERS),
  combination: combinationText(PARAMETERS),
  papers: PAPER_SITTINGS,
  levels: {
    sittings: PAPER_SITTINGS.flatMap(({ sittings }) => sittings),
    published: [],
    borders: PAPERS.map(({ paper, scale }) => ({ ...paper, year: YEAR, scale })),
  },
  borders: PAPERS.map(({ paper, scale }) => ({ ...paper, year: YEAR, scale })),
  schoolMedalists: [
    {
      school: '990106',
      ...OBJECTIVITY.medalists,
      candidates: 7,
      withEge: 6,
      unconfirmed: 0,
      index: 0,
      unconfirmedStrict: 1,
    },
    {
      school: '990107',
      ...OBJECTIVITY.medalists,
      candidates: 5,
      withEge: 4,
      unconfirmed: 2,
      index: 0.5,
      unconfirmedStrict: 3,
    },
  ],
  history: [
    {
      year: 2019,
      schools: 12,
      schoolsFlagged: 4,
      papers: 50,
      papersFlagged: 7,
      participants: 2100,
      inRiskZone: 300,
      medalCandidates: 9,
      medalsUnconfirmed: 1,
      olympiadHolders: null,
      olympiadsUnconfirmed: null,
    },
    {
      year: 2020,
      schools: null,
      schoolsFlagged: null,
      papers: null,
      papersFlagged: null,
      participants: null,
      inRiskZone: null,
      medalCandidates: null,
      medalsUnconfirmed: null,
      olympiadHolders: 7,
      olympiadsUnconfirmed: 3,
    },
    {
      year: 2021,
      schools: 12,
      schoolsFlagged: 5,
      papers: 55,
      papersFlagged: 8,
      participants: 2300,
      inRiskZone: 410,
      medalCandidates: 11,
      medalsUnconfirmed: 3,
      olympiadHolders: 8,
      olympiadsUnconfirmed: 3,
    },
    historyLine(OBJECTIVITY),
  ],
  indicators: [
    {
      id: 'obj.oo-on-bias-list-share',
      title: 'Доля ОО, вошедших в список с признаками необъективности образовательных результатов',
      clause: '1.1, показатель 1',
      numerator: 3,
      denominator: 12,
      value: 0.25,
      status: 'computed',
      note: 'ВПР',
    },
    {
      id: 'obj.oo-procedure-control-share',
      title: 'Доля ОО, в которых осуществляется контроль за соблюдением порядка проведения процедур',
      clause: '1.1, показатель 2',
      numerator: null,
      denominator: null,
      value: null,
      status: 'no-data',
      note: 'заполните форму сбора раздела 1.1',
    },
  ],
  completeness: [
    {
      subject: 'Индекс неподтверждения медалистов по школам без 11 класса',
      reason: 'Нет претендентов',
      remedy: 'Ничего: таких учеников нет.',
    },
  ],
};
