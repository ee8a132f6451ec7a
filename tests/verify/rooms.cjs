// @ts-check
/** The rooms of the house as patterns over paths; the import rules are made of them. */

/** The river: data passes these rooms in this order, and a room imports only from rooms above it. */
const STAGES = [
  'membership',
  'persona',
  'audience',
  'survey',
  'programme',
  'delivery',
  'answering',
  'results',
  'committee',
  'segment',
  'followup',
  'overview',
];

const ANY_STAGE = `^app/(${STAGES.join('|')})/`;
const TEST = '\\.test\\.tsx?$';
const SERVER = '\\.server\\.tsx?$';
const STORE = '\\.store\\.server\\.ts$';

/** Pure code of a stage: `noun.ts`. */
const PLAIN = { path: `${ANY_STAGE}.*\\.ts$`, pathNot: [SERVER, TEST] };

/** Views: `thing.tsx` of a stage or of ui/, and what lies beside a `route.tsx`. */
const VIEW = {
  path: [
    '^app/entry\\.client\\.tsx$',
    `${ANY_STAGE}.*\\.tsx$`,
    '^app/ui/.*\\.tsx?$',
    '^app/routes/.*\\.tsx$',
  ],
  pathNot: [SERVER, TEST, '/route\\.tsx$'],
};

/** @param {string} name */
const npm = (name) => `(^|/)node_modules/(@types/)?${name}/`;

module.exports = { STAGES, ANY_STAGE, PLAIN, VIEW, SERVER, STORE, TEST, npm };
