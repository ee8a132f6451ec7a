// @ts-check
/** Options of the Remix Vite plugin; vite.config.ts imports this file, so it is the one place they live. */

/** Doors a respondent opens from a mail. Their own bundle keeps route matching as cheap as it is short. */
const RESPONDENT_DOORS = new Set([
  'routes/r.$token',
  'routes/r.$token_.as.$persona',
  'routes/r.$token_.who',
  'routes/s.$token._index',
  'routes/s.$token.$persona',
  'routes/u.$token',
]);

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ignoredRouteFiles: ['**/*.test.*'],
  serverBundles: ({ branch }) =>
    branch.some((route) => RESPONDENT_DOORS.has(route.id.replace(/\/route$/, '')))
      ? 'respondent'
      : 'workspace',
  future: {
    v3_fetcherPersist: true,
    // One list of all pages, a few kilobytes and once: found as they are needed, each page was matched again for every part of
    // its address, and then asked for the pages it leads to.
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
