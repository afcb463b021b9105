// Preloaded where there is no GNU time: at exit writes the peak memory of this process, in KiB, to a file.
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
  writeFileSync(process.env.MSOKO_BENCH_PEAK, String(process.resourceUsage().maxRSS));
});
