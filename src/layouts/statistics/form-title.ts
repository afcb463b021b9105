import { foldText } from '../../records/fold.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import { FEDERAL_FORMS, type FederalForm } from './form-mapping.ts';

/** All texts of a row, those that a merged cell repeats once. */
export function rowText(row: Row): string {
  return row.cells
    .map((cell) => (cell && !cell.master ? cell.text : ''))
    .filter((text) => text.trim() !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The form that a text names: «Форма № ОО-1», «85-К МБДОУ …». */
export function formNamed(text: string): FederalForm | undefined {
  const found = /(?<![а-я\d])(оо-?[12]|85-?к|1-?доп?|спо-?1)(?![а-я\d])/.exec(
    foldText(text).slice(0, 2000),
  )?.[1];
  return FEDERAL_FORMS.find((form) => foldText(form).replace('-', '') === found?.replace('-', ''));
}

/**
 * The year in which the academic year of a form ends: «на начало 2016/2017 учебного года», «по состоянию на
 * 20 сентября 2016 г.» and «за 2016 г.» (the state of 31 December) all lie in 2016/17.
 */
export function formYear(text: string): number | undefined {
  const academic = /(20\d\d)\s*[/–—-]\s*(20\d\d|\d\d)\s*(?:учебн|уч\.)/i.exec(text);
  if (academic) return parseYear(`${academic[1]}/${academic[2]}`);
  const autumn = /на\s+(?:20|1)\s+(?:сентября|октября)\s+(20\d\d)/i.exec(text)?.[1];
  const calendar = /(?<![а-яё])за\s+(20\d\d)\s*(?:г\.?|год)(?![а-яё])/i.exec(text)?.[1];
  const began = autumn ?? calendar;
  return began === undefined ? undefined : Number(began) + 1;
}

/** The organisation that reports, as its title page names it. */
export function formOrganisation(row: Row): string | undefined {
  const found = /наименование отчитывающейся организации[\s:_]*(.*)$/i.exec(rowText(row))?.[1];
  const name = found?.replace(/[_\s]+$/, '').trim();
  return name === '' ? undefined : name;
}

/** Number of the section that a row begins: «Раздел 7. Распределение…», «2.1.1.1. Число всех классов…». */
export function sectionOf(row: Row): string | undefined {
  const text = rowText(row);
  return (
    /^раздел\s+(\d{1,2}(?:\.\d{1,2})*)/i.exec(text)?.[1] ??
    /^(\d{1,2}(?:\.\d{1,2})*)\.\s*[А-ЯЁ]/u.exec(text)?.[1]
  );
}
