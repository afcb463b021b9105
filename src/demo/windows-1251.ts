/** Writes text in windows-1251, the encoding of many regional CSV files; what it lacks becomes «?». */
export function encodeWindows1251(text: string): Uint8Array {
  const letters = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = new Map([...letters].map((letter, byte) => [letter, byte]));
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 0x3f);
}
