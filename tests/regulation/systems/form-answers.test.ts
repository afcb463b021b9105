import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../../../src/records/variables/variables.ts';
import { formAnswers } from '../../../src/regulation/systems/form-answers.ts';
import { METHODICAL_WORK } from '../../../src/regulation/systems/methodical-work.ts';
import { PRESCHOOL } from '../../../src/regulation/systems/preschool.ts';
import { questionsAsked, variablesAsked } from '../../../src/regulation/systems/questions.ts';
import { SYSTEMS } from '../../../src/regulation/systems/systems.ts';

const ids = (variables: readonly { id: string }[]) => variables.map(({ id }) => id);
const answers = (given: Readonly<Record<string, number>>) => (code: string, variable: string) =>
  given[`${code} ${variable}`];

describe('the questions of a section', () => {
  it('stand in the order of its indicators, each once, a whole before its part', () => {
    expect(ids(variablesAsked(METHODICAL_WORK, 'school'))).toEqual([
      'young-teachers',
      'young-teachers-covered',
      'mentoring-programme',
      'individual-mentoring-programmes',
      'pedagogical-workers',
      'mentoring-participants',
      'network-community-teachers',
    ]);
  });

  it('are those that the respondent is asked', () => {
    expect(ids(variablesAsked(METHODICAL_WORK, 'municipality'))).toEqual([
      'young-teacher-projects',
      'mentoring-programme',
      'network-forms',
      'association-support-programme',
    ]);
  });

  it('of schools with preschool groups follow the question whether there are any', () => {
    expect(ids(variablesAsked(PRESCHOOL, 'school'))[0]).toBe('preschool-groups');
    expect(ids(variablesAsked(PRESCHOOL, 'preschool'))).not.toContain('preschool-groups');
  });

  it('have their cuts below them', () => {
    for (const system of SYSTEMS) {
      for (const who of ['school', 'preschool', 'additional', 'municipality'] as const) {
        const questions = questionsAsked(system, who);
        questions.forEach(({ variable, breakdown }, index) => {
          if (breakdown !== undefined) expect(questions[index - 1]?.variable).toBe(variable);
        });
      }
    }
  });

  it('with cuts can be stored: context of a school has none', () => {
    expect(VARIABLES.filter(({ record, by }) => record === 'school-years' && by !== undefined)).toEqual([]);
    expect(
      VARIABLES.filter(({ record, asked }) => record === 'school-years' && asked.includes('municipality')),
    ).toEqual([]);
  });
});

describe('answers to a form', () => {
  const schools = ['1', '2', '3'].map((code) => ({ code, kind: 'school' as const }));

  it('tell who answered nothing, and who left something open', () => {
    const all = Object.fromEntries(variablesAsked(METHODICAL_WORK, 'school').map(({ id }) => [`1 ${id}`, 0]));
    expect(formAnswers([METHODICAL_WORK], schools, answers({ ...all, '2 young-teachers': 6 }))).toMatchObject(
      [
        {
          ...{ system: '2.4', kind: 'school', questions: 7, asked: 3, silent: ['3'] },
          partial: [
            { code: '2', open: expect.arrayContaining(['young-teachers-covered', 'pedagogical-workers']) },
          ],
        },
      ],
    );
  });

  it('do not count what another form asks too', () => {
    const twin = {
      ...METHODICAL_WORK,
      id: '2.3' as const,
      indicators: METHODICAL_WORK.indicators.slice(4, 5),
    };
    const [whole] = formAnswers([METHODICAL_WORK, twin], schools, answers({ '1 pedagogical-workers': 40 }));
    expect(whole).toMatchObject({ system: '2.4', silent: ['1', '2', '3'] });
  });

  it('are whole where a «нет» leaves nothing to ask', () => {
    const [form] = formAnswers([PRESCHOOL], schools, answers({ '1 preschool-groups': 0 }));
    expect(form).toMatchObject({ silent: ['2', '3'], partial: [] });
  });

  it('are not asked for where nobody is asked', () => {
    expect(formAnswers([PRESCHOOL], [{ code: 'municipality', kind: 'municipality' }], answers({}))).toEqual(
      [],
    );
  });
});
