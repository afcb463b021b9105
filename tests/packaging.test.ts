import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../scripts/pack/contents.mjs';

const ROOT = resolve(import.meta.dirname, '..');

const lock = JSON.parse(readFileSync(resolve(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
};

describe('package-lock.json', () => {
  it('holds the optional packages of every platform, so that npm ci works on Windows too', () => {
    const places = Object.keys(lock.packages);
    const missing = Object.values(lock.packages)
      .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
      .filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  it('names no address of a registry', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
  });
});

describe('the package', () => {
  it('holds the program, its documents and licences, and nothing else; names no folder of the machine', {
    timeout: 60_000,
  }, () => {
    const [{ files }] = JSON.parse(
      execSync('npm pack --dry-run --json --ignore-scripts', { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }),
    ) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(faultsOf(ROOT, paths)).toEqual([]);
  });

  it('tells what does not belong in it', () => {
    expect(faultsOf(ROOT, ['bin/msoko.js', 'tests/packaging.test.ts'])).toEqual([
      'tests/packaging.test.ts: does not belong in the package',
      'dist/cli.js: is missing',
      'dist/import-worker.js: is missing',
      'dist/licences.txt: is missing',
      'dist/bill-of-materials.cdx.json: is missing',
      'README.ru.md: is missing',
      'LICENSE: is missing',
    ]);
  });

  it('asks npm for nothing but what cannot be bundled: native code, a font, a program in WebAssembly', () => {
    const { dependencies } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies)).toEqual([
      '@duckdb/node-bindings',
      '@expo-google-fonts/pt-sans',
      '@resvg/resvg-wasm',
    ]);
  });

  describe('brings a bill of materials (CycloneDX)', () => {
    const bill = JSON.parse(readFileSync(resolve(ROOT, 'dist', 'bill-of-materials.cdx.json'), 'utf8')) as {
      components: { 'bom-ref': string; purl: string; properties: { value: string }[]; hashes?: unknown[] }[];
      serialNumber?: string;
      metadata: { timestamp?: string };
    };
    const delivered = (how: string) =>
      bill.components.filter(({ properties }) => properties[0]!.value === how).map(({ purl }) => purl);

    it('names every package whose code is in the program, as the licences that come with it do', () => {
      const licences = readFileSync(resolve(ROOT, 'dist', 'licences.txt'), 'utf8');
      const titles = [...licences.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d\S*): /gm)].map(
        ([, name, version]) => `pkg:npm/${name!.replace('@', '%40')}@${version}`,
      );
      expect(titles.length).toBeGreaterThan(100);
      expect(delivered('bundled').sort()).toEqual([...new Set(titles)].sort());
    });

    it('names what npm installs beside it, with what it pulls in', () => {
      const plain = delivered('installed').map((purl) => purl.replace(/^pkg:npm\/|@[^@]*$/g, ''));
      expect(plain).toEqual(
        expect.arrayContaining([
          ...['%40duckdb/node-bindings', '%40expo-google-fonts/pt-sans'],
          '%40duckdb/node-bindings-win32-x64',
          'detect-libc',
        ]),
      );
    });

    it('is the same for the same program: it has no time, no number of its own, and each package once', () => {
      expect([bill.serialNumber, bill.metadata.timestamp]).toEqual([undefined, undefined]);
      const refs = bill.components.map((one) => one['bom-ref']);
      expect(refs).toEqual(bill.components.map(({ purl }) => purl));
      expect(new Set(refs).size).toBe(refs.length);
    });
  });
});
