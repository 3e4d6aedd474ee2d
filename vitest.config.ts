import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,electron,scripts}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          // Whole pages in jsdom take seconds on a busy machine; none of these tests measures time.
          testTimeout: 60_000,
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
