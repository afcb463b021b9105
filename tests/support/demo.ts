import { join } from 'node:path';
import { type DemoExports, writeDemoExports } from '../../src/demo/exports.ts';
import { place } from './place.ts';

/** The exports of the demo in a folder of their own. */
export async function demoExports(): Promise<DemoExports & { folder: string }> {
  const folder = join(place().directory, 'выгрузки');
  return { ...(await writeDemoExports(folder)), folder };
}
