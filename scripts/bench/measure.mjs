import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PEAK_REPORTER = join(import.meta.dirname, 'peak-reporter.mjs');

/** GNU time sees the peak of a process from outside; other systems have no such program. */
const hasGnuTime = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, '-e', '0']).status === 0;

/**
 * Runs a Node process from its start to its end.
 * @param args arguments of node
 * @param place `cwd` and `env` of the process, and `note`: a file for its peak memory
 * @returns wall time in seconds, peak memory in MiB, and what it wrote to stdout
 * @throws Error where it ends with another code than 0
 */
export async function measure(args, { cwd, env, note }) {
  const [program, words] = hasGnuTime
    ? ['/usr/bin/time', ['-f', '%M', '-o', note, process.execPath, ...args]]
    : [process.execPath, ['--import', PEAK_REPORTER, ...args]];
  const began = performance.now();
  const child = spawn(program, words, { cwd, env: { ...env, MSOKO_BENCH_PEAK: note }, stdio: 'pipe' });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  child.stdin.end();
  const exit = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - began) / 1000;
  if (exit !== 0) throw new Error(`node ${args.join(' ')}: exit ${exit}\n${complaints}${output}`);
  return { seconds, mebibytes: Number(readFileSync(note, 'utf8').trim()) / 1024, output };
}
