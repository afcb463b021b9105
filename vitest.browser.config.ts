import { defineConfig } from 'vitest/config';

/** The pages in a real browser: `npm run test:browser`. Chromium must be there; nothing is skipped without it. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    css: true,
    env: { TZ: 'Asia/Kamchatka' },
  },
});
