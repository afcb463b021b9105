import type { Variable } from './variable.ts';

/** Values of section 1.1, объективность процедур оценки качества: what the authority's records hold. */
export const OBJECTIVITY_VARIABLES: readonly Variable[] = [
  {
    id: 'procedure-organisations',
    title: 'ОО, где проводились оценочные процедуры',
    unit: 'organisations',
    record: 'observations',
    asked: ['municipality'],
    by: 'procedure',
    counts:
      'Организации, где в учебном году прошла хотя бы одна процедура; каждую один раз. По процедурам: организацию в строке каждой процедуры, которую она проводила.',
  },
  {
    id: 'controlled-organisations',
    title: 'ОО, в которых проконтролирован порядок проведения оценочных процедур',
    unit: 'organisations',
    record: 'observations',
    asked: ['municipality'],
    within: 'procedure-organisations',
    by: 'procedure',
    counts: 'Организации, в которых контроль проведён и записан: акт, справка, запись в журнале.',
    excludes: 'Организации, которым лишь разослали порядок проведения.',
  },
  {
    id: 'olympiad-subjects',
    title: 'Предметы, по которым проведены этапы олимпиад',
    unit: 'subjects',
    record: 'observations',
    asked: ['municipality'],
    by: 'stage',
    counts:
      'Учебные предметы, по которым в учебном году прошёл школьный или муниципальный этап; каждый один раз.',
  },
  {
    id: 'controlled-olympiad-subjects',
    title: 'Предметы, на олимпиадах по которым проконтролирован порядок проведения',
    unit: 'subjects',
    record: 'observations',
    asked: ['municipality'],
    within: 'olympiad-subjects',
    by: 'stage',
    counts: 'Предмет, если контроль был хотя бы в одной организации и записан.',
  },
  {
    id: 'procedure-subjects',
    title: 'Предметы, по которым проведены оценочные процедуры',
    unit: 'subjects',
    record: 'observations',
    asked: ['municipality'],
    by: 'procedure',
    counts:
      'Учебные предметы, по которым в учебном году прошла хотя бы одна процедура; каждый один раз. По процедурам: предмет в строке каждой процедуры, где он был.',
  },
  {
    id: 'observed-procedure-subjects',
    title: 'Предметы, где на оценочных процедурах были независимые наблюдатели',
    unit: 'subjects',
    record: 'observations',
    asked: ['municipality'],
    within: 'procedure-subjects',
    by: 'procedure',
    counts: 'Предмет, если хотя бы в одной организации был общественный или независимый наблюдатель.',
    excludes: 'Работников самой организации, которые дежурили в аудитории.',
  },
  {
    id: 'observed-olympiad-subjects',
    title: 'Предметы, где на олимпиадах были независимые наблюдатели',
    unit: 'subjects',
    record: 'observations',
    asked: ['municipality'],
    within: 'olympiad-subjects',
    by: 'stage',
    counts: 'Предмет, если хотя бы в одной организации был общественный или независимый наблюдатель.',
    excludes: 'Членов жюри и организаторов олимпиады.',
  },
  {
    id: 'teachers-trained-on-results',
    title: 'Педагоги, прошедшие подготовку по использованию результатов оценочных процедур',
    unit: 'teachers',
    record: 'observations',
    asked: ['school'],
    within: 'pedagogical-workers',
    counts:
      'Педагогов, у которых есть документ о такой подготовке, полученный в учебном году или раньше; каждого один раз.',
    excludes: 'Совещания и педагогические советы без документа об обучении.',
  },
];
