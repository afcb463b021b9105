import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { collectionForm } from '../../../src/layouts/forms/collection-form.ts';
import { type Question, questionKey } from '../../../src/records/variables/question.ts';
import { isWholeUnit } from '../../../src/records/variables/units.ts';
import { questionsAsked } from '../../../src/regulation/systems/questions.ts';
import { SYSTEMS } from '../../../src/regulation/systems/systems.ts';
import type { CollectionForm, FormOwner } from '../../../src/reports/forms/form.ts';
import { writeForm } from '../../../src/reports/forms/write-form.ts';
import { readLayout } from '../../support/read-layout.ts';
import { readSheets, tableFiles } from '../../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

const SCHOOL: FormOwner = { kind: 'school', code: '990101', name: 'МБОУ «СОШ № 1»' };

function formOf(
  system: string,
  owner: FormOwner,
  answers: Readonly<Record<string, number>> = {},
): CollectionForm {
  const found = SYSTEMS.find(({ id }) => id === system)!;
  return {
    ...{ system, title: found.title, year: 2021, owner, questions: questionsAsked(found, owner.kind) },
    answer: (question) => answers[questionKey(question)],
  };
}

/** What an import reads out of a form. */
async function readBack(form: CollectionForm) {
  const { sheets } = await readSheets(files.file(await writeForm(form), `форма-${form.system}.xlsx`));
  const { records, issues } = readLayout(collectionForm, sheets[0]!.rows);
  const answers = Object.fromEntries(
    Object.values(records)
      .flat()
      .map(({ variable, breakdown, value }) => [breakdown ? `${variable}/${breakdown}` : variable, value]),
  );
  return { sheets, issues, records, answers };
}

const partsOf = async (form: CollectionForm) => {
  const parts = unzipSync(await writeForm(form));
  return (name: string) => strFromU8(parts[name]!);
};

/** Answers to a part of the questions that contradict nothing: a part and a cut are drawn below what they lie in. */
function consistent(questions: readonly Question[]): fc.Arbitrary<Record<string, number>> {
  return fc
    .array(fc.tuple(fc.nat({ max: 5 }), fc.boolean()), {
      minLength: questions.length,
      maxLength: questions.length,
    })
    .map((drawn) => {
      const answers: Record<string, number> = {};
      const order = questions.toSorted((a, b) => depth(a) - depth(b));
      for (const [index, { variable, breakdown }] of order.entries()) {
        const [number, answered] = drawn[index]!;
        if (!answered) continue;
        const key = questionKey({ variable, ...(breakdown ? { breakdown } : {}) });
        // Partitions are answered without their total: what makes it up is tried by the tests of relations.
        if (variable.partition && breakdown === undefined) continue;
        const limits = [
          variable.within
            ? answers[breakdown ? `${variable.within}/${breakdown}` : variable.within]
            : undefined,
          breakdown && !variable.partition ? answers[variable.id] : undefined,
        ].filter((limit) => limit !== undefined);
        const gated = variable.askedIf && answers[variable.askedIf.yes] === 0;
        if (gated) continue;
        const [least, greatest] = variable.range ?? [0, variable.unit === 'yes-no' ? 1 : 1000];
        const value = isWholeUnit(variable.unit) ? number : number + 0.5;
        answers[key] = Math.max(least, Math.min(value, greatest, ...limits));
      }
      return answers;
    });
}

/** How many wholes a question lies in: those are answered before it. */
function depth({ variable, breakdown }: Question): number {
  let steps = breakdown === undefined ? 0 : 100;
  for (let id = variable.within; id !== undefined && steps < 300; steps++) {
    id = SYSTEMS.flatMap((system) => questionsAsked(system, 'school')).find(
      (question) => question.variable.id === id,
    )?.variable.within;
  }
  return steps;
}

describe('a form', () => {
  it('with answers in it comes back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('1.2', '2.4', '2.5', '3.1'),
        fc.infiniteStream(fc.nat()),
        async (system, seeds) => {
          const { questions } = formOf(system, SCHOOL);
          const [answers] = fc.sample(consistent(questions), {
            numRuns: 1,
            seed: seeds.next().value as number,
          });
          fc.pre(Object.keys(answers!).length > 0);
          const back = await readBack(formOf(system, SCHOOL, answers));
          expect(back.issues).toEqual([]);
          expect(back.answers).toEqual(answers);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('of every section and respondent can be written, one sheet each, and read', async () => {
    for (const { id } of SYSTEMS) {
      for (const kind of ['school', 'preschool', 'additional', 'municipality'] as const) {
        const owner: FormOwner =
          kind === 'municipality' ? { kind, name: 'Энский округ' } : { ...SCHOOL, kind };
        const form = formOf(id, owner);
        if (form.questions.length === 0) continue;
        const { sheets, issues } = await readBack(form);
        expect(sheets).toHaveLength(1);
        expect(issues.map(({ code }) => code)).toEqual(['form-empty']);
      }
    }
  });

  it('is the same byte for byte when it says the same', async () => {
    const one = await writeForm(formOf('2.4', SCHOOL, { 'young-teachers': 6 }));
    expect(Buffer.from(await writeForm(formOf('2.4', SCHOOL, { 'young-teachers': 6 }))).equals(one)).toBe(
      true,
    );
  });

  it('takes answers in their cells alone, without a password', async () => {
    const part = await partsOf(formOf('2.4', SCHOOL));
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<sheetProtection [^>]*sheet="1"/);
    expect(sheet).not.toMatch(/(hashValue|password)=/);
    const styles = [...part('xl/styles.xml').matchAll(/<protection [^>]*locked="0"/g)];
    expect(styles.length).toBeGreaterThan(0);
  });

  it('takes numbers and да/нет only, and says so in Russian', async () => {
    const sheet = (await partsOf(formOf('2.4', SCHOOL)))('xl/worksheets/sheet1.xml');
    const validations = [...sheet.matchAll(/<dataValidation .*?<\/dataValidation>/gs)].map(([xml]) => xml);
    expect(validations.filter((xml) => xml.includes('type="whole"')).length).toBeGreaterThan(0);
    const lists = validations.filter((xml) => xml.includes('type="list"'));
    expect(lists[0]).toContain('<formula1>"да,нет"</formula1>'.replaceAll('"', '&quot;'));
    for (const xml of validations) {
      expect(xml).toMatch(/allowBlank="1"/);
      expect(xml).toMatch(/ error="[А-Я]/);
      expect(xml).toMatch(/ prompt="[А-Я]/);
    }
  });

  it('shows what does not fit, in words, before anything is recalculated', async () => {
    const { sheets } = await readBack(
      formOf('2.4', SCHOOL, { 'pedagogical-workers': 5, 'young-teachers': 6 }),
    );
    const checks = sheets[0]!.rows
      .map(({ cells }) => cells[4]?.text ?? '')
      .filter((text) => /^[✔✘]/.test(text));
    expect(checks).toEqual(['✘ часть больше целого: вопрос 5', '✔']);
    expect(
      sheets[0]!.rows.some(({ cells }) => cells[0]?.text === 'Заполнено ячеек: 2 из 7. Не сходится: 1'),
    ).toBe(true);
  });

  it('prints on A4 upright, with its head on every page', async () => {
    const part = await partsOf(formOf('2.3', SCHOOL));
    expect(part('xl/worksheets/sheet1.xml')).toMatch(
      /<pageSetup [^>]*paperSize="9"[^>]*orientation="portrait"/,
    );
    expect(part('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
    expect(part('xl/workbook.xml')).toContain('_xlnm.Print_Area');
  });
});
