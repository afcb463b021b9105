import { Argument, Command, Option } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import { VERSION } from '../version.ts';
import { noting } from './export-notes.ts';
import { decideColour, type GlobalOptions, type Io } from './io.ts';
import type { Format } from './written-file.ts';

const TITLES: Record<string, string> = {
  'Usage:': 'Вызов:',
  'Options:': 'Параметры:',
  'Global Options:': 'Общие параметры:',
  'Commands:': 'Команды:',
  'Arguments:': 'Аргументы:',
};

/** Commands about one year. Checked here and not by the parser, which would pass over a mistyped `--yaer`. */
const NEED_YEAR = new Set([
  'risk-schools',
  'objectivity',
  'indicators',
  'dynamics',
  'effectiveness',
  'recommendations',
  'explain',
  'status',
  'report',
  'form',
]);

/** What a command hands back: the exit code. */
type Run<A extends unknown[]> = (io: Io, ...args: A) => Promise<number>;

/**
 * The program with all its commands. What a command does is loaded when it is called, so that help costs nothing.
 * @returns the program, and where the exit code of the called command will stand
 */
export function buildProgram(io: Io): { program: Command; result: { exit: number } } {
  const result = { exit: EXIT.done as number };

  const russian = (command: Command): Command =>
    command
      .exitOverride()
      .helpOption('-h, --help', 'показать справку')
      .showHelpAfterError(false)
      .configureOutput({
        writeOut: (text) => io.out(text),
        writeErr: (text) => io.err(text),
        outputError: () => {},
      })
      .configureHelp({
        styleTitle: (title) => TITLES[title] ?? title,
        showGlobalOptions: true,
        optionDescription: (option) =>
          option.description +
          (option.argChoices ? ` (${option.argChoices.join(', ')})` : '') +
          (option.defaultValue !== undefined ? ` (по умолчанию ${option.defaultValue})` : ''),
        argumentDescription: (argument) => argument.description,
        subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trim(),
      });

  const program = russian(new Command('msoko'))
    .usage('КОМАНДА [параметры]')
    .description(
      'msoko — анализ муниципальной системы оценки качества образования:\nзагрузка выгрузок ФИС ОКО, ВПР, ГИА и статистики, школы с низкими результатами, объективность, отчёты.',
    )
    .version(VERSION, '-V, --version', 'показать версию')
    .helpCommand(false)
    .option('-C, --workspace <папка>', 'рабочий каталог (иначе ближайшая папка вверх, где есть msoko.json)')
    .option('--json', 'один документ JSON на стандартный вывод и ничего больше')
    .option('--no-color', 'без цвета (также NO_COLOR)')
    .option('--quiet', 'без хода работы и подсказок')
    .option('--verbose', 'больше подробностей')
    .addHelpText(
      'after',
      `
Примеры:
  msoko demo                               выдуманный муниципалитет целиком: посмотреть, что получится
  msoko import выгрузки                    загрузить всё, что лежит в папке
  msoko risk-schools --year 2021           школы по критериям раздела 1.2 Положения
  msoko objectivity --year 2021            признаки необъективности и индексы (1.1, 2.1)
  msoko report --year 2021 --out reports   книги разделов

Коды выхода: 0 — сделано, 1 — в данных есть ошибки, 2 — неверная команда, 70 — ошибка msoko, 130 — прервано.`,
    );
  program.configureHelp({ ...program.configureHelp(), showGlobalOptions: false });

  const add = (name: string, summary: string, examples: string): Command => {
    const command = russian(program.command(name)).summary(summary).description(summary);
    command.addHelpText('after', `\nПримеры:\n${examples.trim().replace(/^ */gm, '  ')}`);
    return command;
  };

  const act =
    <A extends unknown[]>(load: () => Promise<Run<A>>) =>
    async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const positional = given.slice(0, -2);
      const options = command.optsWithGlobals<GlobalOptions & { year?: number }>();
      if (options.year === undefined && NEED_YEAR.has(command.name())) throw yearMissing(command.name());
      const coloured = { ...io, colour: io.colour && decideColour(true, io.env, options.color) };
      const run = await load();
      const { exportNotes } = await import('./note-exports.ts');
      const name = wordsOf(command);
      result.exit = await noting(exportNotes(io, name, positional, options), () =>
        run(coloured, ...([...positional, options] as A)),
      );
    };

  const municipality = () =>
    new Option('--municipality <название>', 'один муниципалитет региона (из реестра ОО)');
  const oneMunicipality = () =>
    new Option(
      '--municipality <название>',
      'один муниципалитет региона (из реестра ОО); без него в каждой книге региона муниципалитеты рядом',
    );
  const year = () => new Option('--year <год>', 'год: 2021 или 2020/21').argParser(parseYearOption);

  add('init', 'создать рабочий каталог', 'msoko init\nmsoko init округ-2021')
    .argument('[папка]', 'где создать (по умолчанию здесь)')
    .usage('[папка]')
    .action(act(async () => (await import('./init.ts')).init));

  add(
    'import',
    'загрузить выгрузки: файлы, папки или образцы',
    `msoko import выгрузки
     msoko import vpr "ВПР/2021/*.xlsx" --year 2021
     msoko import протокол.xls --procedure oge
     msoko import форма.xlsx --school 990101 --dry-run`,
  )
    .argument(
      '[источник и файлы...]',
      'источник (fis-oko, vpr, gia, olympiads, statistics) можно не указывать; дальше файлы и папки',
    )
    .usage('[источник] файлы… [параметры]')
    .addOption(new Option('--year <год>', 'год, если его нет в файле').argParser(parseYearOption))
    .option('--subject <предмет>', 'предмет, если его нет в файле: «математика», russian')
    .addOption(
      new Option('--grade <класс>', 'класс программы, если его нет в файле').argParser(parseGradeOption),
    )
    .option('--procedure <процедура>', 'процедура: vpr, oge, ege, gve9, gve11 …')
    .option('--school <код>', 'школа, если её нет в файле (форма сбора)')
    .option('--encoding <кодировка>', 'кодировка CSV: utf-8, windows-1251, koi8-r, ibm866, utf-16le')
    .option('--set-aside', 'загрузить верные строки, а ошибочные отложить')
    .option('--dry-run', 'проверить и рассказать, ничего не сохраняя')
    .option('-o, --output <файл>', 'записать итог в файл')
    .action(act(async () => (await import('./import.ts')).importCommand));

  const imports = add(
    'imports',
    'что загружено, когда и чем заменено',
    'msoko imports\nmsoko imports remove 01KBQ…',
  )
    .usage('[remove ID]')
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./imports.ts')).listImports));
  russian(imports.command('remove'))
    .description('отменить одну загрузку; заменённая ею снова действует')
    .usage('ID')
    .argument('<ID>', 'из «msoko imports»; хватает первых знаков')
    .addHelpText('after', '\nПримеры:\n  msoko imports remove 01KBQ…')
    .action(act(async () => (await import('./imports.ts')).removeImport));

  add(
    'risk-schools',
    'школы по критериям раздела 1.2: низкие результаты, социальные условия, зона риска',
    `msoko risk-schools --year 2021
     msoko risk-schools --year 2021 --school 990101
     msoko risk-schools --year 2021 --format xlsx -o школы.xlsx`,
  )
    .usage('--year ГОД [параметры]')
    .addOption(year())
    .addOption(municipality())
    .option('--school <код>', 'показать одну школу со всеми критериями')
    .addOption(new Option('--format <вид>', 'вид ответа').choices(['table', 'json', 'csv', 'xlsx']))
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./risk-schools.ts')).riskSchools));

  add(
    'objectivity',
    'признаки необъективности по работам и четыре индекса (разделы 1.1 и 2.1)',
    `msoko objectivity --year 2021
     msoko objectivity --year 2021 --school 990104
     msoko objectivity --year 2021 --format csv -o признаки.csv
     msoko objectivity --year 2021 --json -o объективность.json`,
  )
    .usage('--year ГОД [параметры]')
    .addOption(year())
    .addOption(municipality())
    .option('--school <код>', 'показать одну школу со всеми признаками')
    .addOption(new Option('--format <вид>', 'вид ответа').choices(['table', 'json', 'csv', 'xlsx']))
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./objectivity.ts')).objectivity));

  add(
    'indicators',
    'показатели всех систем: значение, числитель, знаменатель, полнота, изменение за год',
    `msoko indicators --year 2021
     msoko indicators --year 2021 --system 2.4
     msoko indicators --year 2021 --school 990101 -o показатели.csv`,
  )
    .usage('--year ГОД [параметры]')
    .addOption(year())
    .addOption(municipality())
    .option('--system <раздел>', 'один раздел Положения, например 2.4')
    .option('--school <код>', 'показатели одной организации')
    .addOption(new Option('--format <вид>', 'вид ответа').choices(['table', 'json', 'csv']))
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./indicators.ts')).indicators));

  add(
    'dynamics',
    'показатели по годам',
    `msoko dynamics --year 2021
     msoko dynamics --year 2021 --system 1.3 --years 5`,
  )
    .usage('--year ГОД [параметры]')
    .addOption(year())
    .addOption(municipality())
    .option('--system <раздел>', 'один раздел Положения, например 2.4')
    .option('--school <код>', 'показатели одной организации')
    .addOption(
      new Option('--years <число>', 'за сколько лет, считая последний')
        .argParser(parseYearsOption)
        .default(3),
    )
    .addOption(new Option('--format <вид>', 'вид ответа').choices(['table', 'json', 'csv']))
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./dynamics.ts')).dynamics));

  add(
    'recommendations',
    'адресные рекомендации: кому, что и почему, по значениям показателей',
    `msoko recommendations --year 2021
     msoko recommendations --year 2021 --system 2.4
     msoko recommendations --year 2021 --school 990101`,
  )
    .usage('--year ГОД [параметры]')
    .addOption(year())
    .option('--system <раздел>', 'один раздел Положения, например 2.4')
    .option('--school <код>', 'рекомендации одной организации')
    .addOption(new Option('--format <вид>', 'вид ответа').choices(['table', 'json', 'csv']))
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./recommendations.ts')).recommendations));

  add(
    'effectiveness',
    'что изменили меры и управленческие решения: до и после, рядом со школами без меры',
    `msoko effectiveness --year 2021
     msoko effectiveness --year 2021 --format csv -o эффективность.csv`,
  )
    .usage('--year ГОД [параметры]')
    .addOption(year())
    .addOption(new Option('--format <вид>', 'вид ответа').choices(['table', 'json', 'csv']))
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./effectiveness.ts')).effectiveness));

  add(
    'explain',
    'откуда взялся вывод: пункт, формула, числа, файлы и строки',
    `msoko explain 1 --year 2021 --school 990101
     msoko explain low.vpr4-russian-low --year 2021 --school 990101
     msoko explain meth.young-teachers-covered-share --year 2021
     msoko explain B2 --year 2021 --school 990104 --paper vpr-4-mathematics
     msoko explain objm.medalist-nonconfirmation-index --year 2021`,
  )
    .usage('ID --year ГОД [--school КОД]')
    .argument('<ID>', 'номер или код критерия, знак признака (B1–B8), код показателя из «msoko rules»')
    .addOption(year())
    .option('--school <код>', 'школа')
    .option('--paper <работа>', 'для признаков: одна работа, например vpr-4-mathematics')
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./explain.ts')).explain));

  add('status', 'для чего есть данные, чего не хватает и где это взять', 'msoko status --year 2021')
    .usage('--year ГОД')
    .addOption(year())
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./status.ts')).status));

  add(
    'report',
    'отчёты по разделам Положения: книги Excel, страница для чтения и печати, публичный отчёт Word',
    `msoko report 1.2 --year 2021 --out reports
     msoko report --year 2021 --format xlsx,html
     msoko report --year 2021 --format html --per-school
     msoko report --year 2021 --format docx
     msoko report --year 2021 --format xlsx,html,docx --public --schools coded`,
  )
    .usage('[раздел…] --year ГОД --out ПАПКА')
    .addArgument(new Argument('[раздел...]', 'разделы; без них — все, что готовы'))
    .addOption(year())
    .addOption(oneMunicipality())
    .option('--out <папка>', 'куда писать', 'reports')
    .addOption(
      new Option(
        '--format <виды>',
        'через запятую: xlsx (книга на раздел), html (одна страница), docx (публичный отчёт)',
      )
        .argParser(parseFormats)
        .default(['xlsx'], 'xlsx'),
    )
    .option('--per-school', 'и страница для руководителя каждой школы (html)')
    .option(
      '--public',
      'публичный отчёт: малые числа и то, из чего их можно вычислить, скрыты; имена файлов кончаются на -public',
    )
    .addOption(
      new Option(
        '--schools <как>',
        'в публичном отчёте: named — под названиями, coded — под номерами',
      ).choices(['named', 'coded']),
    )
    .action(act(async () => (await import('./report.ts')).report));

  add(
    'form',
    'форма Excel, по которой организации сообщают то, чего нет в выгрузках',
    `msoko form 2.4 --year 2021 --all-schools --out формы
     msoko form 2.4 --year 2021 --school 990101
     msoko form 2.4 --year 2021
     msoko form measures --year 2021`,
  )
    .usage('РАЗДЕЛ --year ГОД [--school КОД | --all-schools] [--out ПАПКА]')
    .argument('<раздел>', 'раздел Положения, например 2.4; measures — реестр мер и решений')
    .addOption(year())
    .option('--school <код>', 'форма одной организации; без неё — форма самого органа управления')
    .option('--all-schools', 'по форме для каждой организации реестра')
    .option('--out <папка>', 'куда писать', 'forms')
    .action(act(async () => (await import('./form.ts')).form));

  add(
    'rules',
    'критерии, признаки, показатели и параметры: пункт, источник, действующее значение',
    'msoko rules\nmsoko rules --system 2.4\nmsoko rules --json -o правила.json',
  )
    .option('--system <раздел>', 'один раздел Положения и значения, которые для него собираются')
    .option('-o, --output <файл>', 'записать в файл')
    .usage('[параметры]')
    .action(act(async () => (await import('./rules.ts')).rules));

  add('schema', 'JSON Schema записей рабочего каталога', 'msoko schema\nmsoko schema results')
    .usage('[запись]')
    .argument('[запись]', 'вид записей: results, distributions, school-years, roster …')
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./schema.ts')).schema));

  add('demo', 'выдуманный муниципалитет: выгрузки, загрузка, выводы, отчёты', 'msoko demo\nmsoko demo пример')
    .usage('[папка]')
    .argument('[папка]', 'куда писать', 'msoko-demo')
    .action(act(async () => (await import('./demo.ts')).demo));

  add(
    'push',
    'отправить загрузки на кластер ClickHouse из msoko.json',
    'msoko push\nMSOKO_CLICKHOUSE_PASSWORD=… msoko push',
  )
    .usage('[параметры]')
    .option('--again', 'отправить всё заново, что бы там ни было')
    .action(act(async () => (await import('./push.ts')).push));

  const key = add(
    'key',
    'ключ псевдонимов: где он, выгрузить, перенести, сменить',
    'msoko key\nmsoko key export ключ.json\nmsoko key import ключ.json\nmsoko key rotate',
  )
    .usage('[export ФАЙЛ | import ФАЙЛ | rotate]')
    .action(act(async () => (await import('./key.ts')).showKey));
  russian(key.command('export'))
    .description('записать ключ в новый файл под парольной фразой')
    .usage('ФАЙЛ')
    .argument('<файл>', 'новый файл; существующий не заменяется')
    .addHelpText(
      'after',
      '\nПримеры:\n  msoko key export ключ.json\n  MSOKO_PASSPHRASE=… msoko key export ключ.json',
    )
    .action(act(async () => (await import('./key.ts')).exportKey));
  russian(key.command('import'))
    .description('поставить на место ключ из файла')
    .usage('ФАЙЛ')
    .argument('<файл>', 'файл, записанный «msoko key export»')
    .option('--replace', 'заменить другой ключ; прежний останется рядом')
    .addHelpText('after', '\nПримеры:\n  msoko key import ключ.json')
    .action(act(async () => (await import('./key.ts')).importKey));
  russian(key.command('rotate'))
    .description('сменить ключ: все загрузки переписываются, участники совпадают по-прежнему')
    .usage('[параметры]')
    .addHelpText('after', '\nПримеры:\n  msoko key rotate')
    .action(act(async () => (await import('./key.ts')).changeKey));

  add(
    'forget',
    'удалить всё об одном участнике; его называют на вводе, а не в команде',
    `msoko forget
     msoko forget --dry-run
     msoko forget --import 01KBQ… --row 17`,
  )
    .usage('[параметры]')
    .option('--import <ID>', 'участник одной строки загрузки, если известен только код')
    .addOption(new Option('--row <номер>', 'строка исходного файла').argParser(parseRowOption))
    .option('--sheet <лист>', 'лист, если строка есть на нескольких')
    .option('--dry-run', 'показать, что нашлось, и ничего не менять')
    .action(act(async () => (await import('./forget.ts')).forget));

  add('exports', 'какие файлы и отчёты выгружены: когда, кем, какие', 'msoko exports\nmsoko exports --json')
    .usage('[параметры]')
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./exports.ts')).listExports));

  add('doctor', 'проверить рабочий каталог и компьютер', 'msoko doctor')
    .usage('[параметры]')
    .option('-o, --output <файл>', 'записать в файл')
    .action(act(async () => (await import('./doctor.ts')).doctor));

  add(
    'help',
    'справка по команде или по коду сообщения',
    'msoko help import\nmsoko help unknown-layout\nmsoko help key export',
  )
    .usage('[команда | код]')
    .argument('[слова...]', 'команда или код из сообщения об ошибке')
    .action(
      act(async () => {
        const { help } = await import('./help.ts');
        return (at: Io, words: readonly string[], options: GlobalOptions) =>
          help(program, at, words, options);
      }),
    );

  add(
    'completion',
    'дополнение команд по клавише Tab: bash, zsh, fish, powershell',
    'msoko completion bash\nmsoko completion powershell',
  )
    .usage('ОБОЛОЧКА')
    .argument('<оболочка>', 'bash, zsh, fish или powershell')
    .action(
      act(async () => {
        const { completion } = await import('./completion.ts');
        return (at: Io, shell: string, options: GlobalOptions) => completion(program, at, shell, options);
      }),
    );

  return { program, result };
}

/** A command as it is typed: `key export`. */
function wordsOf(command: Command): string {
  const parent = command.parent?.parent ? `${command.parent.name()} ` : '';
  return parent + command.name();
}

function yearMissing(command: string): Failure {
  return new Failure('missing-year', 'Не указан год.', {
    hint: `Добавьте его: msoko ${command} … --year 2021 (учебный год 2020/21).`,
    exit: EXIT.usage,
  });
}

function parseYearOption(text: string): number {
  const academic = /^(20\d\d)\s*[/-]\s*(?:20)?(\d\d)$/.exec(text.trim());
  const year = academic ? Number(academic[1]) + 1 : Number(/^20\d\d$/.exec(text.trim())?.[0]);
  if (academic && year % 100 !== Number(academic[2])) return badOption(`«${text}» — не учебный год`);
  return Number.isInteger(year) ? year : badOption(`«${text}» — не год`);
}

function parseGradeOption(text: string): number {
  const grade = Number(text);
  return Number.isInteger(grade) && grade >= 1 && grade <= 12 ? grade : badOption(`«${text}» — не класс`);
}

function parseYearsOption(text: string): number {
  const years = Number(text);
  if (Number.isInteger(years) && years >= 1 && years <= 20) return years;
  throw new Failure('bad-option', `«${text}» — не число лет.`, {
    hint: 'Число лет — от 1 до 20: msoko dynamics --year 2021 --years 5',
    exit: EXIT.usage,
  });
}

function parseRowOption(text: string): number {
  const row = Number(text);
  if (Number.isInteger(row) && row >= 1) return row;
  throw new Failure('bad-option', `«${text}» — не номер строки.`, {
    hint: 'Номер строки — как в исходном файле, считая с 1.',
    exit: EXIT.usage,
  });
}

/** Kinds of reports; `report.ts` writes them. */
const FORMATS: readonly string[] = ['xlsx', 'html', 'docx'] satisfies Format[];

function parseFormats(text: string): string[] {
  const formats = text.split(',').map((format) => format.trim().toLowerCase());
  const unknown = formats.find((format) => !FORMATS.includes(format));
  if (unknown === undefined) return formats;
  throw new Failure('bad-option', `Вида отчёта «${unknown}» нет.`, {
    hint: `Есть: ${FORMATS.join(', ')}; несколько — через запятую.`,
    exit: EXIT.usage,
  });
}

function badOption(what: string): never {
  throw new Failure('bad-option', `${what}.`, {
    hint: 'Год пишут так: 2021 или 2020/21; класс — числом от 1 до 12.',
    exit: EXIT.usage,
  });
}
