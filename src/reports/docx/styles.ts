import { AlignmentType, type IStylesOptions } from 'docx';
import type { Tone } from '../report.ts';

/** Has metric twins on every system, and is what official papers are set in. */
export const FONT = 'Times New Roman';

export const INK = { title: '1F4E79', quiet: '595959', line: 'BFBFBF', header: 'D9E2EC' } as const;

/** Pale fills with dark words: told apart without red and green, and in grey print. */
export const TONES: Record<Tone, { fill?: string; ink?: string; bold?: boolean }> = {
  good: { fill: 'E3EEF9', ink: '1F4E79' },
  bad: { fill: 'F4C7A8', ink: '6B2400', bold: true },
  warning: { fill: 'FFF3CC', ink: '5C4400' },
  muted: { ink: INK.quiet },
  plain: {},
};

/** Ids of the styles; Word shows its own ones under their Russian names: «Заголовок 1», «Название объекта». */
export const STYLE = {
  body: 'BodyText',
  caption: 'Caption',
  contents: 'TOCHeading',
  picture: 'Picture',
  quote: 'Quote',
  listItem: 'ListParagraph',
  cell: 'TableText',
  headCell: 'TableHead',
  note: 'TableNote',
  gap: 'AfterTable',
  table: 'MsokoTable',
  title: 'Title',
  subtitle: 'Subtitle',
  issuer: 'Issuer',
  header: 'Header',
  footer: 'Footer',
} as const;

const size = (points: number) => points * 2;
const after = (points: number, before = 0) => ({ before: before * 20, after: points * 20 });
const headingLook = (points: number, before: number) => ({
  run: { font: FONT, size: size(points), bold: true, color: INK.title, italics: false },
  paragraph: { keepNext: true, keepLines: true, spacing: after(6, before) },
});

/** The styles of the document: Word's own where it has one, so that its navigation, contents and captions work. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: size(12), language: { value: 'ru-RU' } },
      paragraph: { spacing: { line: 264, lineRule: 'auto' } },
    },
    title: {
      run: { font: FONT, size: size(24), bold: true, color: INK.title },
      paragraph: { alignment: AlignmentType.CENTER, spacing: after(12, 170) },
    },
    heading1: headingLook(16, 0),
    heading2: headingLook(14, 14),
    heading3: headingLook(12, 10),
    caption: {
      run: { font: FONT, size: size(11), bold: true, italics: false, color: '000000' },
      paragraph: { keepLines: true, spacing: after(4, 10) },
    },
    listParagraph: { paragraph: { spacing: after(3) } },
    hyperlink: { run: { color: INK.title, underline: {} } },
  },
  paragraphStyles: [
    {
      id: STYLE.body,
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { firstLine: 709 }, spacing: after(6) },
    },
    {
      id: STYLE.quote,
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: { indent: { left: 709 }, spacing: after(6) },
    },
    {
      id: STYLE.contents,
      name: 'TOC Heading',
      basedOn: 'Normal',
      run: { size: size(16), bold: true, color: INK.title },
      paragraph: { spacing: after(8) },
    },
    contentsLine('TOC1', 'toc 1', { bold: true, indent: 0, before: 4 }),
    contentsLine('TOC2', 'toc 2', { bold: false, indent: 284, before: 0 }),
    {
      id: STYLE.subtitle,
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: size(16), color: INK.quiet },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: STYLE.issuer,
      name: 'Издатель',
      basedOn: 'Normal',
      run: { size: size(14) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: after(4) },
    },
    {
      id: STYLE.picture,
      name: 'Рисунок',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: after(2, 10) },
    },
    {
      id: STYLE.cell,
      name: 'Текст таблицы',
      basedOn: 'Normal',
      run: { size: size(10) },
      paragraph: { spacing: { line: 240, lineRule: 'auto', before: 20, after: 20 } },
    },
    {
      id: STYLE.headCell,
      name: 'Шапка таблицы',
      basedOn: STYLE.cell,
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: STYLE.note,
      name: 'Примечание',
      basedOn: 'Normal',
      run: { size: size(10), color: INK.quiet },
      paragraph: { spacing: after(2, 4) },
    },
    {
      id: STYLE.gap,
      name: 'После таблицы',
      basedOn: 'Normal',
      run: { size: size(4) },
      paragraph: { spacing: { line: 120, lineRule: 'exact', before: 0, after: 0 } },
    },
    {
      id: STYLE.header,
      name: 'header',
      basedOn: 'Normal',
      run: { size: size(9), color: INK.quiet },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: STYLE.footer,
      name: 'footer',
      basedOn: 'Normal',
      run: { size: size(9), color: INK.quiet },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ],
};

function contentsLine(id: string, name: string, look: { bold: boolean; indent: number; before: number }) {
  return {
    id,
    name,
    basedOn: 'Normal',
    run: { bold: look.bold },
    paragraph: { indent: { left: look.indent }, spacing: after(1, look.before) },
  };
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${INK.line}"/>`,
);

/** Styles that the library has no words for: Word's own base styles, and «Таблица», thin lines under a tinted header. */
export const BASE_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  `<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}"><w:name w:val="Таблица"/>` +
  '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>' +
  `<w:tblPr><w:tblBorders>${SIDES.join('')}</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/>` +
  '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>' +
  `<w:shd w:val="clear" w:color="auto" w:fill="${INK.header}"/><w:vAlign w:val="center"/></w:tcPr></w:tblStylePr>` +
  '</w:style></w:styles>';
