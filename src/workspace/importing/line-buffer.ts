const LINE_FEED = 0x0a;

/** Gathers lines into stretches of bytes that are worth to be passed on. */
export interface LineBuffer {
  /** Adds a line in UTF-8. */
  put(line: Uint8Array): void;
  /** Passes on what is left. */
  flush(): void;
}

/**
 * @param capacity bytes that are passed on at one go; a longer line goes alone
 * @param pass takes the bytes; they are others after the call
 */
export function lineBuffer(capacity: number, pass: (bytes: Uint8Array) => void): LineBuffer {
  let room = new Uint8Array(capacity);
  let length = 0;
  const flush = () => {
    if (length > 0) pass(room.subarray(0, length));
    length = 0;
  };
  return {
    put(line) {
      if (length + line.length >= room.length) flush();
      if (line.length >= room.length) room = new Uint8Array(line.length + capacity);
      room.set(line, length);
      length += line.length;
      room[length++] = LINE_FEED;
    },
    flush,
  };
}
