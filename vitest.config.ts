import { defineConfig } from 'vitest/config'

/** What looks at the built package, or runs it as a process. */
const BUILT = ['tests/cli/**/*.test.ts', 'tests/hostile/**/*.test.ts', 'tests/readme.test.ts', 'tests/package.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: BUILT },
      },
      {
        // The real binary as a process: built once, and only where one of these tests runs.
        test: {
          name: 'cli',
          include: BUILT,
          globalSetup: ['tests/setup/build.ts'],
          testTimeout: 60_000,
        },
      },
    ],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/train/**'] },
  },
})
