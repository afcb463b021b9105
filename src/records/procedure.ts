import { z } from 'zod';

/**
 * Assessment procedures (оценочные процедуры): ВПР, ОГЭ, ЕГЭ, ГВЭ-9 and ГВЭ-11, НИКО, PISA, международные
 * исследования, региональный мониторинг индивидуальных учебных достижений.
 */
export const PROCEDURES = [
  'vpr',
  'oge',
  'ege',
  'gve9',
  'gve11',
  'niko',
  'pisa',
  'international',
  'monitoring',
] as const;

export const procedureSchema = z.enum(PROCEDURES);

export type Procedure = z.infer<typeof procedureSchema>;

/** Russian names of the procedures, for people. */
export const PROCEDURE_TITLES: Record<Procedure, string> = {
  vpr: 'ВПР',
  oge: 'ОГЭ',
  ege: 'ЕГЭ',
  gve9: 'ГВЭ-9',
  gve11: 'ГВЭ-11',
  niko: 'НИКО',
  pisa: 'PISA',
  international: 'Международные исследования',
  monitoring: 'РМ ИУД',
};
