import { type Decision, type Release, WHOLE, type Withheld } from './release.ts';

/** Which numbers are hidden so far, and why. */
export interface Pattern {
  hidden(release: Release, name: string): Withheld | null;
  /** @returns whether it was shown before */
  hide(release: Release, name: string, why: Withheld): boolean;
  /** Shows a number that was hidden; not those that were hidden with it. */
  show(release: Release, name: string): void;
  /** @returns what brings the pattern back to how it is now */
  saved(): () => void;
  decisions(): Map<string, Decision>;
}

export function emptyPattern(releases: readonly Release[]): Pattern {
  const why = new Map<string, Withheld>();
  const key = (release: Release, name: string) => `${release.id}\n${name}`;
  const hide: Pattern['hide'] = (release, name, reason) => {
    const isNew = !why.has(key(release, name));
    if (isNew) why.set(key(release, name), reason);
    // a part without its whole would say how large the whole is at least
    if (name === WHOLE) for (const part of Object.keys(release.parts)) hide(release, part, reason);
    return isNew;
  };
  const hidden: Pattern['hidden'] = (release, name) => why.get(key(release, name)) ?? null;
  return {
    hidden,
    hide,
    show: (release, name) => {
      why.delete(key(release, name));
    },
    saved() {
      const before = new Map(why);
      return () => {
        why.clear();
        for (const [one, reason] of before) why.set(one, reason);
      };
    },
    decisions: () =>
      new Map(
        releases.map((release) => [
          release.id,
          {
            whole: hidden(release, WHOLE),
            parts: Object.fromEntries(
              Object.keys(release.parts).map((name) => [name, hidden(release, name)]),
            ),
          },
        ]),
      ),
  };
}
