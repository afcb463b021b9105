import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { place } from '../support/place.ts';

const scriptOf = async (shell: string): Promise<string> => (await place().run(['completion', shell])).out;

/** What bash offers after a line, as it does on Tab. */
async function offered(...words: string[]): Promise<string[]> {
  const line = ['msoko', ...words].map((word) => `'${word}'`).join(' ');
  const program = `${await scriptOf('bash')}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _msoko; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', program], { encoding: 'utf8' }).trim().split('\n');
}

describe('completion in bash', () => {
  it('offers commands, subcommands, options of the command and of all, and values', async () => {
    expect(await offered('risk')).toEqual(['risk-schools']);
    expect(await offered('key', '')).toEqual(expect.arrayContaining(['export', 'import', 'rotate']));
    expect(await offered('key', 'import', '--re')).toEqual(['--replace']);
    expect(await offered('risk-schools', '--')).toEqual(
      expect.arrayContaining(['--year', '--school', '--json', '--workspace']),
    );
    expect(await offered('risk-schools', '--')).not.toContain('--set-aside');
    expect(await offered('risk-schools', '--format', '')).toEqual(['table', 'json', 'csv', 'xlsx']);
    expect(await offered('help', 'import', 'x')).toEqual(['']);
  });
});

describe('completion in other shells', () => {
  it('knows the same commands and options', async () => {
    for (const shell of ['zsh', 'fish', 'powershell']) {
      const script = await scriptOf(shell);
      for (const word of ['risk-schools', 'rotate', 'set-aside', 'workspace'])
        expect(script, shell).toContain(word);
    }
    expect(await scriptOf('zsh')).toMatch(/^#compdef msoko\n/);
  });

  it('puts nothing into PowerShell that it would read otherwise: words in quotes, braces that close', async () => {
    const script = (await scriptOf('powershell')).replace(/'[^']*'|"[^"]*"/g, '');
    for (const [open, close] of ['{}', '()', '[]'])
      expect(script.split(open!).length, open).toBe(script.split(close!).length);
    expect(script).not.toMatch(/[«»“”]/);
  });

  it('is refused for a shell that there is not', async () => {
    expect((await place().run(['completion', 'tcsh', '--json'])).json().error.code).toBe('bad-option');
  });
});
