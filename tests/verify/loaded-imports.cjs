// @ts-check
/**
 * The second half of the import rules: what is reached, over any number of files, when the program runs.
 * Type imports are gone by then, so a page may name its door's types without reaching the door's server code.
 */
const { builtinModules } = require('node:module');
const { options } = require('../../.dependency-cruiser.cjs');
const { PLAIN, VIEW } = require('./rooms.cjs');

const SERVER_CODE = ['\\.server\\.tsx?$', '^db/', '^app/(server|sender|open-house)\\.ts$'];
const NODE = `^(node:)?(${builtinModules.join('|')})$`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'views-never-reach-server-code',
    severity: 'error',
    comment: 'A view is shipped to the browser with everything it reaches.',
    from: VIEW,
    to: { path: [...SERVER_CODE, NODE], reachable: true },
  },
  {
    name: 'plain-never-reaches-server-code',
    severity: 'error',
    comment: 'A noun.ts runs anywhere, so everything it reaches must run anywhere too.',
    from: PLAIN,
    to: { path: [...SERVER_CODE, NODE], reachable: true },
  },
];

module.exports = { forbidden, options: { ...options, tsPreCompilationDeps: false } };
