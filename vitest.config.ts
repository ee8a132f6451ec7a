import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** What the databases, doors and browser tests find when they start: a server, and a folder for what is made once and copied. */
const houses = ['tests/support/global-setup.ts', 'tests/support/copies-folder.ts'];
/**
 * Files of one worker share what they import: loading it anew for each took a tenth of the time, and twice that where it is
 * the built app. So nothing may lie in a module that one file leaves behind for the next.
 */
const shared = { isolate: false };

/** What was built is loaded as the server loads it: to transform it anew for each file took longer than many a file's tests. */
const asBuilt = { server: { deps: { external: [/\/build\/server\//] } } };

const dom = ['app/ui/**/*.test.tsx', 'tests/dom/**/*.test.tsx'];

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    sequence: { sequencer: LongestFirst },
    // A wait and no bound: a machine that does much else starts a process in more than the usual second.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...shared,
          environment: 'node',
          include: ['app/**/*.test.ts', 'db/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          setupFiles: ['tests/support/fail-on-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: dom,
          setupFiles: ['tests/support/fail-on-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Looks at build/, so it runs in the build part of `npm run verify`.
          name: 'bundles',
          environment: 'node',
          include: ['tests/bundles/**/*.test.ts'],
          setupFiles: ['tests/support/fail-on-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'databases',
          ...shared,
          environment: 'node',
          globalSetup: houses,
          include: ['tests/databases/**/*.test.ts', 'tests/refusals/**/*.test.ts'],
          setupFiles: ['tests/support/fail-on-console.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'doors',
          ...shared,
          ...asBuilt,
          environment: 'node',
          globalSetup: houses,
          include: ['tests/doors/**/*.test.ts'],
          setupFiles: ['tests/support/fail-on-console.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          ...shared,
          ...asBuilt,
          environment: 'node',
          globalSetup: houses,
          include: ['tests/browser/**/*.test.ts', 'tests/river/**/*.test.ts'],
          setupFiles: ['tests/support/fail-on-console.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxConcurrency: 3,
          // A browser fills two cores; only tests that mostly wait for it share them (tests/verify/parts.ts).
          fileParallelism: process.env.BROWSERS_TOGETHER === 'yes',
        },
      },
    ],
  },
});
