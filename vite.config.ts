import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import { build, defineConfig, type Plugin, type Rollup } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixConfig), listBrowserModules(), respondScript()],
  clearScreen: false,
  build: { target: 'es2022', sourcemap: false, rollupOptions: { onwarn: sayUnlessExpected } },
  ssr: { target: 'node' },
});

/** A door without a page has nothing for the browser, and comments inside packages are not ours to mend. */
const EXPECTED = new Set<string | undefined>(['EMPTY_BUNDLE', 'INVALID_ANNOTATION']);

function sayUnlessExpected(warning: Rollup.RollupLog, say: (warning: Rollup.RollupLog) => void): void {
  if (!EXPECTED.has(warning.code) && !isOfServerAlone(warning)) say(warning);
}

/** What a browser fetches when it is needed, the server has at hand all the time: no chunk is lost by that. */
function isOfServerAlone({ message }: Rollup.RollupLog): boolean {
  const importers = /but also statically imported by (.+), dynamic import will not move/.exec(message)?.[1];
  return importers !== undefined && importers.split(', ').every((path) => path.endsWith('.server.ts'));
}

/** Writes down which source files reached the browser; tests/bundles/ reads it and finds no server code. */
function listBrowserModules(): Plugin {
  return {
    name: 'rolecall:list-browser-modules',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? output.moduleIds : [],
      );
      const paths = modules.map((id) =>
        relative(import.meta.dirname, id.replace(/^\0/, '').replace(/\?.*$/, '')),
      );
      mkdirSync('build', { recursive: true });
      writeFileSync('build/browser-modules.json', JSON.stringify([...new Set(paths)].sort(), null, 1));
    },
  };
}

/** The respondent's page is made outside Remix, so its script is one small file of its own beside the assets. */
function respondScript(): Plugin {
  return {
    name: 'rolecall:respond-script',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    async writeBundle({ dir }) {
      const entry = join(import.meta.dirname, 'app/answering/enhance/respond.client.ts');
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2020',
          lib: { entry, formats: ['iife'], name: 'respond', fileName: () => 'respond.js' },
        },
      });
    },
  };
}
