import { basename } from 'node:path';
import { clusterOf } from '../facts/engines/open-engine.ts';
import { pushImports } from '../facts/push.ts';
import { EXIT } from '../failure.ts';
import { counted } from '../reports/number-format.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { openWorkspace } from '../workspace/open.ts';
import { changing } from './changing.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText } from './output.ts';
import { progressLine } from './progress.ts';

/** `msoko push`: loads the imports onto the cluster that `msoko.json` names, each once. */
export async function push(io: Io, options: GlobalOptions & { again?: boolean }): Promise<number> {
  const workspace = openWorkspace(requireWorkspace(options.workspace, io.directory));
  const progress = progressLine(io, options.quiet === true || options.json === true);
  try {
    const send = () =>
      pushImports(workspace, {
        settings: clusterOf(workspace.settings),
        env: io.env,
        now: io.now,
        again: options.again === true,
        progress: (done, all, { file }) =>
          progress.show(() => `загрузка ${done + 1} из ${all} · ${basename(file)}`),
      });
    const pushed = await changing(io, workspace.directory, 'отправка на кластер', options, send);
    progress.clear();
    const records = pushed.reduce((sum, one) => sum + one.records, 0);
    const unchanged = workspace.imports.length - pushed.length;
    if (options.json) io.out(jsonText({ command: 'push', pushed, unchanged, records }));
    else {
      const sent = counted(pushed.length, ['загрузка', 'загрузки', 'загрузок']);
      io.out(`Отправлено на кластер: ${sent}, записей ${records}; уже там или не нужны: ${unchanged}.\n`);
      if (workspace.settings.engine !== 'clickhouse')
        io.err('Чтобы считать на кластере, добавьте в msoko.json: "engine": "clickhouse".\n');
    }
    return EXIT.done;
  } finally {
    progress.clear();
  }
}
