import { defineConfig } from 'vitest/config';

const TWO_MINUTES = 120_000;

/** Tests against real other programs (AWS CLI, ...), which a user's machine does not need to have: see .ci/run. */
export default defineConfig({
  test: {
    name: 'peers',
    environment: 'node',
    include: ['e2e/peers/**/*.test.ts'],
    testTimeout: TWO_MINUTES,
    hookTimeout: TWO_MINUTES,
  },
});
