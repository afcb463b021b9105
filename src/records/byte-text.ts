/** UTF-8 that is put together piece by piece, in room that grows and is used again. */
export interface ByteText {
  room: Uint8Array<ArrayBuffer>;
  /** Bytes that are filled. */
  length: number;
}

/** @param room bytes to begin with */
export function byteText(room = 1 << 10): ByteText {
  return { room: new Uint8Array(room), length: 0 };
}

/** Makes room for as many bytes more. What was there before stays as it is for whoever still looks at it. */
export function makeRoom(text: ByteText, bytes: number): void {
  const needed = text.length + bytes;
  if (needed <= text.room.length) return;
  const room = new Uint8Array(Math.max(needed, text.room.length * 2));
  room.set(text.room.subarray(0, text.length));
  text.room = room;
}

/** Appends bytes. */
export function putBytes(into: ByteText, bytes: Uint8Array): void {
  makeRoom(into, bytes.length);
  into.room.set(bytes, into.length);
  into.length += bytes.length;
}

/** Appends one byte. */
export function putByte(into: ByteText, byte: number): void {
  makeRoom(into, 1);
  into.room[into.length++] = byte;
}
