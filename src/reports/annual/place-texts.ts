import { foldText } from '../../records/fold.ts';
import { type Block, heading } from './blocks.ts';
import { type MarkdownPart, readMarkdown } from './markdown.ts';
import { type ChapterTexts, PLACES, type PlaceId, type Texts } from './texts.ts';

/** Names of the files, without `.md`. */
export const INTRODUCTION = 'введение';
export const CONCLUSION = 'заключение';

/**
 * Puts what the analyst wrote into its places. A heading with the name of a place opens it; any other heading stays
 * a heading of the text.
 * @param files Markdown by file name without `.md`: «введение», «1.2», «заключение»
 */
export function placeTexts(files: ReadonlyMap<string, string>): Texts {
  const whole = (name: string) => readMarkdown(files.get(name) ?? '').map(blockOf);
  return {
    introduction: whole(INTRODUCTION),
    conclusion: whole(CONCLUSION),
    chapters: Object.fromEntries(
      [...files]
        .filter(([name]) => /^\d+\.\d+$/.test(name))
        .map(([name, text]) => [name, chapterTexts(text)]),
    ),
  };
}

function chapterTexts(text: string): ChapterTexts {
  const texts: Partial<Record<PlaceId, Block[]>> = {};
  let place: PlaceId = 'start';
  for (const part of readMarkdown(text)) {
    const opened = part.kind === 'title' ? placeNamed(part.text) : undefined;
    if (opened) place = opened;
    else texts[place] = [...(texts[place] ?? []), blockOf(part)];
  }
  return texts;
}

function blockOf(part: MarkdownPart): Block {
  return part.kind === 'title' ? heading(3, part.text) : part.block;
}

function placeNamed(text: string): PlaceId | undefined {
  return PLACES.find(({ title }) => foldText(title) === foldText(text))?.id;
}

/** What a new file of a chapter holds: the places, and how to write. */
export function chapterTemplate(system: string, title: string): string {
  return `${comment(`Ваш текст к главе ${system} «${title}» ежегодного публичного отчёта.`, PLACES_HINT)}
${PLACES.map((place) => `\n## ${place.title}\n`).join('')}`;
}

/** What a new file of the introduction or the conclusion holds. */
export function wholeTemplate(what: string): string {
  return `${comment(`Ваш текст ${what} ежегодного публичного отчёта.`, 'Пустой файл в отчёт не попадает.')}\n`;
}

const PLACES_HINT =
  'Пишите под заголовками ниже: каждый — место в главе. Заголовки мест не меняйте; пустое место в отчёт не попадает.\nДругие заголовки станут подзаголовками вашего текста.';

function comment(about: string, hint: string): string {
  return `<!--
${about}
${hint}

Как писать: абзацы разделяйте пустой строкой; список начинайте строкой «- » или «1. »; **полужирный**, *курсив*,
[текст ссылки](https://example.ru). Это пояснение в отчёт не попадает.

Файл создан один раз. Программа его читает, но никогда не меняет: при следующих отчётах ваш текст останется.
Не пишите сюда имён и других сведений о людях: отчёт публичный.
-->`;
}
