import { foldText } from '../../records/fold.ts';
import type { AdmissionRecord } from '../../records/schemas.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { PERSON_HEADERS, personKeys, readPerson } from '../person-columns.ts';
import { schoolReference } from '../school-reference.ts';
import { searchHeader } from '../search-header.ts';
import { shown } from '../shown.ts';
import { parseClass } from './class-cell.ts';
import { isServiceRow, SCHOOL_HEADERS, type Table, tableOf, widthCheck, YEAR_HEADERS } from './table.ts';

const COLUMNS = {
  school: SCHOOL_HEADERS,
  year: [...YEAR_HEADERS, 'год выпуска'],
  grade: ['класс', /^(какой )?класс окончил$/, 'класс выпуска'],
  destination: [
    /^куда (поступил|поступила|поступил\(а\)|поступили|выбыл)$/,
    'поступление',
    'дальнейший путь',
  ],
  profile: [/^по профилю( обучения)?$/, 'поступил по профилю'],
  ...PERSON_HEADERS,
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** The plain table of admissions: a row a graduate, and where he or she went on to. */
export const admissions: Layout = {
  id: 'admissions',
  title: 'Поступление выпускников',
  source: 'statistics',
  recognise({ rows }: Preview) {
    return rows.some((row) => isAdmissionsHeader(tableOf(row, COLUMNS)))
      ? { confidence: 0.95, why: 'столбцы «Код ОО», «Класс» и «Куда поступил»' }
      : undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Код ОО», «Год», «Класс», «Куда поступил», «По профилю»', (row) => {
      const table = tableOf(row, COLUMNS);
      return isAdmissionsHeader(table) ? readAdmissions(reading, table, row) : undefined;
    }),
};

function isAdmissionsHeader(table: Table<Key>): boolean {
  return table.has('grade') && table.has('destination') && (table.has('school') || table.has('year'));
}

const DESTINATIONS: readonly (readonly [RegExp, AdmissionRecord['destination']])[] = [
  [/^(с?суз|поо|спо|нпо|vocational)($|[^а-яa-z])|колледж|техникум|училищ/, 'vocational'],
  [/^(вуз|higher)($|[^а-яa-z])|университет|институт|академи|консерватори/, 'higher'],
  [/^(10|10-?й)( ?класс)?$|^в 10 класс$|^grade-10$/, 'grade-10'],
  [/^работ|^трудоустро|^work$/, 'work'],
  [/^ин(ое|ой|ые)|^друг(ое|ие)|^армия|^служба|^не (поступ|определ|уч)|^курсы|^выбыл|^other$/, 'other'],
];

function parseDestination(text: string): AdmissionRecord['destination'] | undefined {
  const folded = foldText(text);
  return DESTINATIONS.find(([words]) => words.test(folded))?.[1];
}

/** да / нет; `null` where the cell says neither: that is no answer, and never «нет». */
function parseProfile(text: string): boolean | null | undefined {
  const folded = foldText(text);
  if (/^[-–—]?$/.test(folded)) return null;
  if (/^(да|\+|1|по профилю)$/.test(folded)) return true;
  return /^(нет|0|не по профилю)$/.test(folded) ? false : undefined;
}

function readAdmissions(reading: Reading, table: Table<Key>, header: Row): RowReader {
  const { given } = reading;
  const checkWidth = widthCheck(reading, header);
  return {
    row(row): RowKind {
      if (isServiceRow(row, table, 'school')) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, key: Key): void => {
        reading.error(code, message, { ...table.place(row, key), ...shown(table.text(row, key)) });
        sound = false;
      };
      const schoolText = table.text(row, 'school') || (table.has('school') ? '' : (given.school ?? ''));
      const yearText = table.text(row, 'year');
      const year = yearText ? parseYear(yearText) : given.year;
      const grade = parseClass(table.text(row, 'grade'))?.grade;
      const destination = parseDestination(table.text(row, 'destination'));
      const profile = parseProfile(table.text(row, 'profile'));
      if (!schoolText) refuse('missing-school', 'Нет кода школы. Впишите его в столбец «Код ОО».', 'school');
      if (year === undefined) {
        const message =
          'Год не понятен: нужен год выпуска, 2021 или 2020/21. Исправьте ячейку или укажите --year.';
        refuse('year-unknown', message, 'year');
      }
      if (grade === undefined || ![9, 11, 12].includes(grade)) {
        refuse(
          'not-a-leaving-grade',
          'Нужен класс, который окончен: 9, 11 или 12. Исправьте ячейку.',
          'grade',
        );
      }
      if (!destination) {
        const message =
          'Не понятно, куда поступил выпускник. Впишите: СУЗ, вуз, 10 класс, работа или иное (если не известно — иное).';
        refuse('destination-unknown', message, 'destination');
      } else if (grade === 9 ? destination === 'higher' : destination === 'grade-10') {
        const message =
          grade === 9
            ? 'После 9 класса в вуз не поступают. Исправьте класс или то, куда поступил выпускник.'
            : 'В 10 класс идут после 9 класса. Исправьте класс или то, куда поступил выпускник.';
        refuse('destination-of-another-grade', message, 'destination');
      }
      if (profile === undefined) {
        const message = 'В столбце «По профилю» нужно «да» или «нет»; если не известно, оставьте пустым.';
        refuse('not-yes-or-no', message, 'profile');
      }
      const school = schoolText
        ? reading.school(schoolReference(schoolText), table.place(row, 'school'))
        : undefined;
      if (!sound || !school || !destination || year === undefined || grade === undefined) return 'rejected';
      checkWidth(row);
      const person = readPerson((field) => table.text(row, field));
      const record: Omit<AdmissionRecord, 'at'> = {
        year,
        school,
        ...personKeys(reading, person, [schoolText]),
        grade,
        destination,
        ...(typeof profile === 'boolean' ? { profile } : {}),
      };
      reading.emit('admissions', record, { row: row.number });
      return 'record';
    },
  };
}
