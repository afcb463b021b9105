import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // the style of pages is read as text, like the tables of the Положение
    css: true,
    env: { TZ: 'Asia/Kamchatka' },
  },
});
