/** Gives ids that no other element of the page has, the same for the same page. */
export type Anchors = (wanted: string) => string;

/** Ids of one page. What an id may not hold becomes a hyphen; a second one of the same name gets a number. */
export function anchors(): Anchors {
  const taken = new Set<string>();
  return (wanted) => {
    const plain = wanted.replace(/[^\p{L}\p{N}.-]+/gu, '-');
    let id = plain;
    for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`;
    taken.add(id);
    return id;
  };
}
