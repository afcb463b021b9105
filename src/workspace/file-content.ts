import { createHash } from 'node:crypto';

/** What is known of a file's content by whoever does not keep it. */
export interface FileContent {
  bytes: number;
  sha256: string;
}

/** SHA-256 of a content. */
export const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

export const contentOf = (bytes: Uint8Array): FileContent => ({
  bytes: bytes.length,
  sha256: digestOf(bytes),
});

/** Takes the content of a file as it is written, piece by piece. */
export function takenContent(): { add(piece: Uint8Array): void; content(): FileContent } {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add(piece) {
      hash.update(piece);
      bytes += piece.length;
    },
    content: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}
