import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { decodeText } from '../sheets/encoding.ts';

/** What a person can be asked for. */
export interface Input {
  /** Whether somebody sits there: questions are asked in terminals only. */
  terminal: boolean;
  /** Everything on standard input; a console of Windows sends it in its own code page. */
  read(): Promise<string>;
  /**
   * Asks on stderr and waits for a line.
   * @param hidden the answer is not shown
   */
  ask(question: string, hidden?: boolean): Promise<string>;
}

/** Standard input of this process. */
export function processInput(): Input {
  return {
    terminal: process.stdin.isTTY === true && process.stderr.isTTY === true,
    async read() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return decodeText(Buffer.concat(chunks));
    },
    ask,
  };
}

async function ask(question: string, hidden = false): Promise<string> {
  let muted = false;
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!muted) process.stderr.write(chunk as Buffer);
      done();
    },
  });
  // No history: what was answered is kept nowhere.
  const lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  const interrupted = () => void process.emit('SIGINT');
  lines.on('SIGINT', interrupted);
  try {
    const answer = lines.question(question);
    muted = hidden;
    return await answer;
  } finally {
    lines.close();
    if (hidden) process.stderr.write('\n');
  }
}
