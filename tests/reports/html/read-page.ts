import { Parser } from 'htmlparser2';

/** An element of a page with its words; the page is read by another program than the one that wrote it. */
export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  parent: PageElement | undefined;
  children: PageElement[];
}

/** The elements of a page in their order. @throws Error where they are not well nested */
export function readPage(html: string): PageElement[] {
  const all: PageElement[] = [];
  let open: PageElement | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: PageElement = { name, attributes, text: '', parent: open, children: [] };
      open?.children.push(element);
      all.push(element);
      open = element;
    },
    ontext(text) {
      for (let at = open; at; at = at.parent) at.text += text;
    },
    onclosetag(name) {
      if (open?.name !== name) throw new Error(`</${name}> closes <${open?.name}>`);
      open = open.parent;
    },
  });
  parser.end(html);
  if (open) throw new Error(`<${open.name}> is not closed`);
  return all;
}

/** Elements of a name inside another. */
export function inside(element: PageElement, name: string): PageElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...inside(child, name),
  ]);
}

/** A table as rows of texts, the header first. */
export function tableTexts(table: PageElement): string[][] {
  return inside(table, 'tr').map((row) => row.children.map(({ text }) => text));
}
