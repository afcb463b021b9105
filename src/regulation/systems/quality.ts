import { HEADS } from './heads.ts';
import { indicatorsOf } from './indicators-of.ts';
import type { System } from './system.ts';

const { reference } = indicatorsOf('quality', 'quality');

/** The measures that 2.2 names in brackets: values of pupils' preparation, not coverage. */
const MEASURES = HEADS.indicators.filter(({ role }) => role === 'sub');

const own = (id: string) => `quality.${id.slice(HEADS.prefix.length + 1)}`;

/**
 * Quality of pupils' preparation (качество подготовки обучающихся): the first of the ten systems that the Положение
 * lists, and the only one of which it has no section. It is built from the eight value measures of 2.2, and the words
 * that 2.2 has about them.
 */
export const QUALITY: System = {
  id: 'quality',
  prefix: 'quality',
  title: 'Качество подготовки обучающихся',
  notInRegulation:
    'В перечне систем Положения система названа первой, но раздела о ней нет: показатели взяты из раздела 2.2, где они стоят в скобках.',
  goals: [
    {
      id: 'quality-G1',
      text: 'обеспечение качества подготовки обучающихся в ОО (цель раздела 2.2)',
      indicators: MEASURES.map(({ id }) => own(id)),
    },
  ],
  methods: HEADS.methods,
  sources: HEADS.sources.filter(({ code }) => MEASURES.some(({ sources }) => sources.includes(code))),
  indicators: MEASURES.map(({ id, title, clause, kind, direction, formula, by, sources }, index) =>
    reference(id.slice(HEADS.prefix.length + 1), {
      number: index + 1,
      role: 'main',
      to: id,
      ...{ title, clause, kind, direction, formula, sources },
      ...(by ? { by } : {}),
    }),
  ),
  analysis: HEADS.analysis
    .filter(({ indicators }) => indicators.some((id) => MEASURES.some((measure) => measure.id === id)))
    .map(({ text, indicators }, index) => ({
      id: `quality-A${index + 1}`,
      text,
      indicators: indicators.filter((id) => MEASURES.some((measure) => measure.id === id)).map(own),
    })),
  addressees: [],
  measures: [],
  decisions: [],
  effectiveness: HEADS.effectiveness,
};
