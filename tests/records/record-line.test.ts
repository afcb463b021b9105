import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteText } from '../../src/records/byte-text.ts';
import { putConforming, putRecord } from '../../src/records/record-line.ts';
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../src/records/schemas.ts';

/** The text of a record that was put behind another one. */
const lineOf = (kind: RecordKind, record: object) => {
  const into = byteText(1);
  putRecord('school-years', SAMPLES['school-years'], into);
  const from = into.length;
  return putConforming(kind, record, into)
    ? Buffer.from(into.room.subarray(from, into.length)).toString()
    : undefined;
};
const conforms = (kind: RecordKind, record: object) => lineOf(kind, record) !== undefined;

const pseudonym = 'abcdefghijklmnopqrstuv';
const SAMPLES: Record<RecordKind, object> = {
  results: {
    ...{ year: 2021, procedure: 'vpr', subject: 'russian', grade: 4, gradeWritten: 5, date: '2021-03-15' },
    ...{ school: '990001', class: '4А', participant: pseudonym, person: pseudonym, document: pseudonym },
    ...{ primaryScore: 21.5, maximumScore: 38, testScore: 70, mark: 4, journalMark: null, gender: 'f' },
    ...{ variant: '1', tasks: [1, null, 0.5], status: 'valid', at: ['Лист1', 2] },
  },
  distributions: {
    ...{ year: 2024, procedure: 'vpr', subject: 'mathematics', grade: 4, unit: 'school', code: '990001' },
    ...{ schools: 1, participants: 87, maximumScore: 20, scale: 'percent', marks: { 2: 12.5, 3: 50 } },
    ...{ scores: { 0: 1 }, journal: { lowered: 1, confirmed: 2, raised: 0 }, tasks: { '1.1': 94 } },
    ...{ gradeWritten: 5, date: '2024-04-20', at: ['', 9] },
  },
  'bias-markers': {
    ...{ year: 2023, school: '990001', procedure: 'vpr', paper: 'vpr-4-russian', marker: true, at: ['', 2] },
  },
  'olympiad-results': {
    ...{ year: 2021, olympiad: 'vsosh', stage: 'municipal', subject: 'physics', grade: 9, gradeOwn: 8 },
    ...{ school: '990001', participant: pseudonym, person: pseudonym, document: pseudonym },
    ...{ score: 22.5, maximum: 50, status: 'winner', at: ['Протокол', 6] },
  },
  'medal-candidates': {
    ...{ year: 2024, school: '990001', participant: pseudonym, person: pseudonym, document: pseudonym },
    ...{ degree: 1, status: 'candidate', at: ['', 2] },
  },
  admissions: {
    ...{ year: 2021, school: '990001', participant: pseudonym, person: pseudonym, document: pseudonym },
    ...{ grade: 11, destination: 'higher', profile: true, at: ['', 2] },
  },
  observations: {
    ...{ year: 2021, unit: 'school', code: '990001', variable: 'upbringing-covered', breakdown: 'level:noo' },
    ...{ value: 41, at: ['', 2] },
  },
  measures: {
    ...{ year: 2021, system: '2.4', kind: '2.4-M1', title: 'Школа молодого педагога', schools: ['990001'] },
    ...{ from: '2020-10-01', to: '2021-05-31', addressee: 'педагогам', status: 'done', at: ['', 2] },
  },
  'school-years': { year: 2020, school: '990001', variable: 'pupils', value: 412, at: ['', 3] },
  roster: {
    ...{ year: 2021, code: '990001', name: 'МБОУ СОШ №1', shortName: 'СОШ №1', logins: ['sch990001'] },
    ...{ ogeCode: '990001', egeCode: '990001', kind: 'school', grades: [1, 11], municipality: 'Ивовский' },
    ...{ region: 'Энская область', activeFrom: 2001, activeTo: 2030, at: ['', 2] },
  },
};

const oddValue = fc.oneof(
  fc.constantFrom(undefined, null, Number.NaN, Infinity, -1, 0, 0.5, 1, 5, 12, 13, 1001, 2000, 2 ** 53),
  fc.constantFrom(
    '',
    'vpr',
    'russian',
    'valid',
    'f',
    '2021-03-15',
    '2021-3-5',
    pseudonym,
    'Я'.repeat(65),
    '"\\\u0001\ud800𝄞',
  ),
  fc.constantFrom<unknown>(
    true,
    [],
    {},
    ['', 0],
    ['', 1],
    [1, 11],
    [1, 13],
    ['', 1, 2],
    { 2: 1 },
    { 2: -1 },
    [0],
  ),
);

describe.each(RECORD_KINDS)('A record of %s', (kind) => {
  const sample = SAMPLES[kind];
  const admitted = (record: object) => RECORD_SCHEMAS[kind].safeParse(record).success;

  test('with every field filled is told to conform', () => {
    expect(Object.keys(sample).sort()).toEqual(Object.keys(RECORD_SCHEMAS[kind].shape).sort());
    expect(lineOf(kind, sample)).toBe(JSON.stringify(sample));
  });

  test('with only the fields that it needs is told to conform, and without one of them is not', () => {
    const needed = Object.entries(sample).filter(
      ([field]) => !admitted(Object.fromEntries(Object.entries(sample).filter(([name]) => name !== field))),
    );
    expect(conforms(kind, Object.fromEntries(needed))).toBe(true);
    for (const [field] of needed) {
      const record = Object.fromEntries(needed.filter(([name]) => name !== field));
      expect(conforms(kind, record), field).toBe(false);
    }
  });

  test('with one odd value in any field is told to conform where the schema admits it, and only there', () => {
    const field = fc.constantFrom(...Object.keys(sample), 'surname');
    fc.assert(
      fc.property(field, oddValue, (name, value) => {
        const record = { ...sample, [name]: value };
        const line = lineOf(kind, record);
        if (line !== undefined) expect(line).toBe(JSON.stringify(record));
        // The schema takes an absent value in a field for no field; the quick check leaves that to the schema.
        expect(conforms(kind, record)).toBe(admitted(record) && value !== undefined);
      }),
      { numRuns: 500 },
    );
  });
});

test('A record that does not conform is told why, and leaves nothing among those that do', () => {
  const into = byteText();
  const [group, marker] = [SAMPLES.distributions, SAMPLES['bias-markers']];
  expect(putRecord('distributions', group, into)).toBeUndefined();
  expect(putRecord('distributions', { ...group, participants: -1 }, into)?.path).toEqual(['participants']);
  expect(putRecord('bias-markers', marker, into)).toBeUndefined();
  const text = Buffer.from(into.room.subarray(0, into.length)).toString();
  expect(text).toBe(JSON.stringify(group) + JSON.stringify(marker));
});

test('A field without a value is no field', () => {
  const into = byteText();
  expect(putRecord('results', { ...SAMPLES.results, mark: undefined }, into)).toBeUndefined();
  const { mark, ...rest } = SAMPLES.results as { mark: number };
  expect(mark).toBe(4);
  expect(Buffer.from(into.room.subarray(0, into.length)).toString()).toBe(JSON.stringify(rest));
});
