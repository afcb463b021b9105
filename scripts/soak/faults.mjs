// The faults by name: each takes the bench and the number of the round, throws where a promise is broken, and says how
// the round ended.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Broken, checkWhole, printOf, reported } from './bench.mjs';

/** Calls that change the disk in one run without a fault; counted once. */
async function callsOf({ known }, name, run) {
  if (!known.has(name)) {
    const begun = performance.now();
    const { err } = await run({ MSOKO_CALLS: '1' });
    known.set(name, { calls: Number(/calls (\d+)/.exec(err)[1]), time: performance.now() - begun });
  }
  return known.get(name);
}

/** A place with everything imported; made once, and copied. */
async function filled(bench) {
  if (!bench.known.has('filled')) {
    const place = bench.place();
    const { code, err } = await place.run(['import', bench.exports]);
    if (code !== 0) throw new Error(err);
    bench.known.set('filled', place);
  }
  const place = bench.place();
  place.copyOf(bench.known.get('filled'));
  return place;
}

/** The next import works, finds what is stored unchanged and brings the rest: nothing was lost, nothing is double. */
async function checkNext(bench, place, stored) {
  const { code, out, err } = await place.run(['import', bench.exports, '--json']);
  if (code !== 0) throw new Broken(`the next import exits with ${code}: ${out}${err}`);
  const { totals } = JSON.parse(out);
  const { length } = bench.files;
  if (totals.unchanged !== stored || totals.imported !== length - stored)
    throw new Broken(`stored ${stored}, and the next import says ${JSON.stringify(totals)}`);
  const found = checkWhole(place);
  if (found.length !== length) throw new Broken(`${found.length} imports of ${length} files`);
}

/** Kills a run: at one of its calls that change the disk in even rounds, at any moment in odd ones. */
async function killed(bench, round, name, run) {
  const { calls, time } = await callsOf(bench, name, (env) => run(env, {}));
  return round % 2 === 0
    ? run({ MSOKO_FAULT: `kill@${1 + bench.random(calls)}` }, {})
    : run({}, { after: 20 + bench.random(time) });
}

const endingOf = ({ signal }) => (signal ? 'killed' : 'finished before');

async function killImport(bench, round) {
  const place = bench.place();
  const first = bench.place();
  const ran = await killed(bench, round, 'import', (env, options) =>
    (env.MSOKO_CALLS ? first : place).run(['import', bench.exports], env, options),
  );
  const stored = checkWhole(place, reported(ran)).length;
  await checkNext(bench, place, stored);
  place.remove();
  first.remove();
  return endingOf(ran);
}

async function killRemove(bench, round) {
  const place = await filled(bench);
  const ids = readdirSync(join(place.directory, 'imports')).sort();
  const id = ids[round % ids.length];
  const spare = await filled(bench);
  const ran = await killed(bench, round, 'remove', (env, options) =>
    (env.MSOKO_CALLS ? spare : place).run(['imports', 'remove', id], env, options),
  );
  const left = checkWhole(place).map((manifest) => manifest.import);
  if (/отменена/.test(ran.out) && left.includes(id))
    throw new Broken(`${id} was reported as removed and is there`);
  if (ids.filter((one) => one !== id).some((one) => !left.includes(one)))
    throw new Broken('another import is gone');
  await checkNext(bench, place, left.length);
  place.remove();
  spare.remove();
  return endingOf(ran);
}

const REPORT = ['risk-schools', '--year', '2021', '--format', 'xlsx', '-o', 'школы.xlsx'];

async function killReport(bench, round) {
  const place = await filled(bench);
  const file = join(place.directory, 'школы.xlsx');
  writeFileSync(file, 'прежняя книга');
  const old = printOf(file);
  const spare = await filled(bench);
  const ran = await killed(bench, round, 'report', (env, options) =>
    (env.MSOKO_CALLS ? spare : place).run(REPORT, env, options),
  );
  const whole =
    readFileSync(file).subarray(0, 2).toString() === 'PK' && readFileSync(file).includes('PK\u0005\u0006');
  if (printOf(file) !== old && !whole) throw new Broken('half of a workbook');
  if (/Записано/.test(ran.err) && printOf(file) === old)
    throw new Broken('reported as written, and the old one is there');
  checkWhole(place, ['2018.csv', '2019.csv', '2020.csv']);
  const next = await place.run(REPORT);
  if (next.code !== 0) throw new Broken(`the next report exits with ${next.code}: ${next.err}`);
  place.remove();
  spare.remove();
  return endingOf(ran);
}

/** A refusal that a person can act on: exit 1, a sentence in Russian and what to do. */
function checkRefusal(ran, words) {
  if (ran.code !== 1) throw new Broken(`exit ${ran.code} ${ran.signal}: ${ran.out}${ran.err}`);
  if (!words.test(ran.err)) throw new Broken(`no word of what is wrong: ${ran.err}`);
}

/** A disk that is full from some call on, and in every tenth round a small disk of its own. */
async function diskFull(bench, round) {
  const { calls } = await callsOf(bench, 'import', (env) =>
    bench.place().run(['import', bench.exports], env),
  );
  const place = bench.place();
  if (round % 10 === 0 && smallDisk(place.directory, bench.random(3))) {
    try {
      const ran = await place.run(['import', bench.exports]);
      const stored = checkWhole(place, reported(ran)).length;
      if (ran.code !== 0) checkRefusal(ran, /нет места|на диске есть место/i);
      const small = await place.run(['imports', '--json']);
      if (JSON.parse(small.out).imports.length !== stored) throw new Broken('the list differs from the disk');
      return ran.code === 0 ? 'fitted on the small disk' : 'refused by the small disk';
    } finally {
      spawnSync('umount', [place.directory]);
      place.remove();
    }
  }
  const ran = await place.run(['import', bench.exports], {
    MSOKO_FAULT: `ENOSPC@${1 + bench.random(calls)}`,
  });
  if (ran.code !== 0) checkRefusal(ran, /нет места|на диске есть место/i);
  await checkNext(bench, place, checkWhole(place, reported(ran)).length);
  place.remove();
  return ran.code === 0 ? 'went on' : 'refused';
}

/** Mounts a disk of a few pages, where that is allowed; leaves room for no more than so many imports. */
function smallDisk(directory, files) {
  const { status } = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${20 + files * 12}k`,
    'tmpfs',
    directory,
  ]);
  if (status !== 0) return false;
  writeFileSync(join(directory, 'msoko.json'), '{}');
  return true;
}

const NOBODY = 65_534;

/** A folder that may not be written into: by its rights for another user, or refused by the system from some call on. */
async function readOnly(bench, round) {
  const place = await filled(bench);
  const command = [['import', bench.exports, '--year', '2021'], ['imports', 'remove', '0'], REPORT][
    round % 3
  ];
  const before = checkWhole(place).length;
  let ran;
  if (round % 2 === 0 && process.getuid?.() === 0) {
    chmodSync(place.base, 0o755);
    chmodSync(place.directory, 0o555);
    for (const file of readdirSync(place.home, { recursive: true }))
      chownSync(join(place.home, file), NOBODY, NOBODY);
    ran = await place.run(command, {}, { uid: NOBODY });
    chmodSync(place.directory, 0o755);
  } else ran = await place.run(command, { MSOKO_FAULT: 'EROFS@1' });
  if (command[0] !== 'risk-schools') checkRefusal(ran, /прав|для чтения|писать/i);
  else if (ran.code !== 0) checkRefusal(ran, /прав|для чтения|писать/i);
  if (checkWhole(place).length !== before)
    throw new Broken('something changed in a folder that is read-only');
  await checkNext(bench, place, before);
  place.remove();
  return ran.code === 0 ? 'answered' : 'refused';
}

/** Two commands at once; one waits for the other, and both are right. */
async function twoAtOnce(bench, round) {
  const place = round % 2 === 0 ? bench.place() : await filled(bench);
  const other =
    round % 2 === 0
      ? ['import', bench.exports]
      : ['imports', 'remove', readdirSync(join(place.directory, 'imports'))[0]];
  const [one, two] = await Promise.all([place.run(['import', bench.exports]), place.run(other)]);
  for (const ran of [one, two])
    if (ran.code !== 0) throw new Broken(`exit ${ran.code}: ${ran.out}${ran.err}`);
  const found = checkWhole(place);
  const names = found.map(({ file }) => file);
  if (new Set(names).size !== names.length) throw new Broken(`stored twice: ${names.join(', ')}`);
  if (existsSync(join(place.directory, '.msoko', 'lock'))) throw new Broken('the lock is left');
  await checkNext(bench, place, found.length);
  place.remove();
  return /Жду/.test(one.err + two.err) ? 'one waited' : 'one after the other';
}

/** The target workbook is open: by the mark of Excel, or so that the system refuses to put another in its place. */
async function openElsewhere(bench, round) {
  const place = await filled(bench);
  const file = join(place.directory, 'школы.xlsx');
  writeFileSync(file, 'прежняя книга');
  const old = printOf(file);
  const marked = round % 2 === 0;
  if (marked) {
    const mark = Buffer.alloc(165, 0x20);
    mark[0] = 5;
    mark.write('Отдел', 56, 'utf16le');
    writeFileSync(join(place.directory, '~$школы.xlsx'), mark);
  }
  const ran = await place.run(
    REPORT,
    marked ? {} : { MSOKO_FAULT: `${round % 4 === 1 ? 'EBUSY' : 'EPERM'}@1` },
  );
  checkRefusal(ran, marked ? /открыт в Excel у пользователя «Отдел»/ : /открыт/);
  if (printOf(file) !== old) throw new Broken('a workbook that is open was changed');
  const left = readdirSync(place.directory).filter((name) => name.endsWith('.tmp'));
  if (left.length > 0) throw new Broken(`left behind: ${left.join(', ')}`);
  checkWhole(place, ['2018.csv', '2019.csv', '2020.csv']);
  place.remove();
  return marked ? 'said who holds it' : 'said to close it';
}

/** The clock goes back between two imports of the same ground: the later one counts all the same. */
async function clockBack(bench) {
  const place = bench.place();
  await place.run(['import', bench.files[0]]);
  const again = join(place.base, '2018.csv');
  mkdirSync(place.base, { recursive: true });
  writeFileSync(again, readFileSync(bench.files[0], 'utf8').replaceAll(';5\r\n', ';4\r\n'));
  const back = -(1 + bench.random(20 * 365 * 24 * 3600)) * 1000;
  const ran = await place.run(['import', again, '--json'], { MSOKO_CLOCK: String(back) });
  if (ran.code !== 0) throw new Broken(ran.out + ran.err);
  const [{ import: id, supersedes }] = JSON.parse(ran.out).files;
  const [first, second] = checkWhole(place).map((manifest) => manifest.import);
  if (second !== id || !(first < second))
    throw new Broken('the later import does not come after the earlier one');
  if (JSON.stringify(supersedes) !== JSON.stringify([first]))
    throw new Broken('the earlier import still counts');
  place.remove();
  return 'in order';
}

export const FAULTS = {
  'kill-import': killImport,
  'kill-remove': killRemove,
  'kill-report': killReport,
  'disk-full': diskFull,
  'read-only': readOnly,
  'two-at-once': twoAtOnce,
  'open-elsewhere': openElsewhere,
  'clock-back': clockBack,
};
