import type { Source } from '../../src/layouts/layout.ts';
import { LAYOUTS } from '../../src/layouts/registry.ts';
import { code, page, table } from './markdown.ts';

const SOURCES: Record<Source, string> = {
  'fis-oko': 'ФИС ОКО и таблицы региона',
  vpr: 'ВПР',
  gia: 'ГИА',
  olympiads: 'олимпиады',
  statistics: 'статистика, реестры и простые таблицы',
};

/** Every layout by which an import knows a file. */
export function layoutsPage(): string {
  return page(
    'Виды файлов',
    'Что узнаёт `msoko import`. Код стоит в ответах `--json` (ключ `layout`), источник можно назвать первым словом после `import`. Как выглядит каждая выгрузка и где её взять — [«Выгрузки»](../exports.md).',
    [
      table(
        ['Название', 'Код', 'Источник', 'О чём'],
        LAYOUTS.map(({ id, title, source }) => [title, code(id), code(source), SOURCES[source]]),
      ),
    ],
  );
}
