import { defineConfig } from 'vitest/config';

/** Tests that run the built executable; dist is built before them if it is stale. */
const ofProcess = ['test/cli/**/*.test.ts', 'test/samples/**/*.test.ts'];

/** Measures for many minutes, writes docs/accuracy.md. */
const ofMeasuring = 'test/accuracy/accuracy.test.ts';

export default defineConfig({
  test: {
    // by itself vitest leaves one core idle, which of two is half of the time
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...ofProcess, ofMeasuring],
          testTimeout: 60_000,
          // the real documents are read in hooks, on a busy machine for longer than the 10 s of the default
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'process', include: ofProcess, globalSetup: 'test/cli/build.ts', testTimeout: 120_000 } },
      // measures the real documents and writes docs/accuracy.md: npm run accuracy
      { test: { name: 'accuracy', include: [ofMeasuring] } },
    ],
  },
});
