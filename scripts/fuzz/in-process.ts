import { Socket } from 'node:net';
import { main } from '../../src/cli.ts';
import { Broken, type Run } from './trial.ts';

/** Runs the command line in this process. */
export const inProcess: Run = async (args, { directory, home }) => {
  let out = '';
  let err = '';
  const exit = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    width: undefined,
    progressTo: false,
    colour: false,
    env: { MSOKO_HOME: home },
    directory,
    now: Date.now,
  });
  return { exit, out, err };
};

/** Makes every connection that anything in this process opens a broken promise; returns what undoes it. */
export function forbidNetwork(): () => void {
  const { connect } = Socket.prototype;
  Socket.prototype.connect = () => {
    throw new Broken('a connection to the network');
  };
  return () => {
    Socket.prototype.connect = connect;
  };
}
