import { defineConfig } from 'vitest/config';

/** Tests that start ClickHouse servers of their own: npm run test:cluster. */
export default defineConfig({
  test: {
    include: ['tests/cluster/*.cluster.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
    env: { TZ: 'Asia/Kamchatka' },
  },
});
