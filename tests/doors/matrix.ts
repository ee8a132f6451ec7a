import type { CanaryIds } from '#tests/support/canary-workspace.ts';

/** Who knocks. `foreign` is an admin of another workspace; the last three knock with an API key. */
export const CALLERS = [
  'anonymous',
  'executive',
  'cx',
  'admin',
  'foreign',
  'key',
  'bareKey',
  'foreignKey',
] as const;
export type Caller = (typeof CALLERS)[number];

/** A status, or where the answer leads: `sign-in`, or `away` to any other page. */
export type Outcome = 200 | 401 | 403 | 404 | 405 | 422 | 'sign-in' | 'away';
/** The same for a form sent empty; `in` is any answer but a fault of ours and one of these. */
export type PostOutcome = 'in' | 401 | 403 | 404 | 'sign-in';

export type Who<T> = Partial<Record<Caller, T>>;

export interface Row {
  /** The route's folder. */
  route: string;
  /** Where it is; a layout names a page inside it. */
  path: string | ((ids: CanaryIds) => string);
  get?: Who<Outcome>;
  post?: Who<PostOutcome>;
  /** The path is the proof: whoever holds the link reads what it opens. */
  byLink?: true;
}

const everybody = <T>(outcome: T) => ({
  anonymous: outcome,
  executive: outcome,
  cx: outcome,
  admin: outcome,
  foreign: outcome,
});

const OPEN = everybody(200 as const);
const NOBODY = everybody(404 as const);
const MEMBERS = { ...OPEN, anonymous: 'sign-in' } as const;
const DESK = { ...MEMBERS, executive: 403 } as const;
const ADMINS = { ...DESK, cx: 403 } as const;
/** The wave here is answered in confidence: `persona-files.test.ts` reads what these tell of one that is not. */
const IN_CONFIDENCE = { ...MEMBERS, executive: 422, cx: 422, admin: 422 } as const;
/** For a path that names a thing of the workspace. */
const ours = <T extends object>(who: T) => ({ ...who, foreign: 404 }) as const;

const POST_OPEN = everybody('in' as const);
const POST_MEMBERS = { ...POST_OPEN, anonymous: 'sign-in' } as const;
const POST_DESK = { ...POST_OPEN, anonymous: 'sign-in', executive: 403 } as const;
const POST_ADMINS = { ...POST_DESK, cx: 403 } as const;

/** For the API: a cookie opens nothing, a key without the scope is told so. */
const KEYED = { ...everybody(401 as const), key: 200, bareKey: 403, foreignKey: 200 } as const;
const POST_KEYED = { ...everybody(401 as const), key: 'in', bareKey: 403, foreignKey: 'in' } as const;
/** For a path or a query that names a thing of the workspace. */
const KEYED_OURS = { ...KEYED, foreignKey: 404 } as const;
/** Said to everybody, before any key is read: it tells nothing. */
const NO_METHOD = everybody(405 as const);

/**
 * Who may open which door. Every route of the build that has a loader or an action needs a row here: `get` for
 * the loader, `post` for the action.
 */
export const MATRIX: readonly Row[] = [
  { route: '$', path: '/no-such-page', get: NOBODY },
  { route: '_index', path: '/', get: { ...everybody('away'), anonymous: 'sign-in' } },
  { route: 'healthz', path: '/healthz', get: OPEN },
  { route: 'readyz', path: '/readyz', get: OPEN },
  { route: 'docs.$guide', path: '/docs/how-sure-are-we', get: OPEN },
  { route: 'docs.$guide', path: '/docs/no-such-guide', get: NOBODY },

  { route: 'welcome', path: '/welcome', get: everybody('sign-in'), post: everybody('sign-in') },
  { route: 'example', path: '/example', post: everybody('sign-in') },
  { route: 'sign-in', path: '/sign-in', get: { ...everybody('away'), anonymous: 200 }, post: POST_OPEN },
  { route: 'sign-out', path: '/sign-out', get: everybody('away'), post: everybody('sign-in') },
  { route: 'forgot', path: '/forgot', get: OPEN, post: POST_OPEN },
  {
    route: 'join.$token',
    path: ({ joinToken }) => `/join/${joinToken}`,
    byLink: true,
    get: OPEN,
    post: POST_OPEN,
  },
  { route: 'join.$token', path: '/join/no-such-link', get: NOBODY, post: NOBODY },
  {
    route: 'reset.$token',
    path: ({ resetToken }) => `/reset/${resetToken}`,
    byLink: true,
    get: OPEN,
    post: POST_OPEN,
  },

  { route: 'go', path: '/go?q=overview', get: { ...everybody('away'), anonymous: 'sign-in' } },

  { route: '_desk', path: '/overview', get: MEMBERS },
  { route: '_desk.settings', path: '/settings/personas', get: DESK },
  { route: '_desk.settings._index', path: '/settings', get: ADMINS, post: POST_ADMINS },
  { route: '_desk.settings.members', path: '/settings/members', get: ADMINS, post: POST_ADMINS },
  { route: '_desk.settings.attributes', path: '/settings/attributes', get: DESK, post: POST_DESK },
  { route: '_desk.settings.personas', path: '/settings/personas', get: DESK, post: POST_DESK },
  { route: '_desk.settings.mail', path: '/settings/mail', get: ADMINS, post: POST_ADMINS },
  { route: '_desk.settings.sending', path: '/settings/sending', get: ADMINS, post: POST_ADMINS },
  { route: '_desk.settings.asking', path: '/settings/asking', get: ADMINS, post: POST_ADMINS },
  { route: '_desk.settings.keys', path: '/settings/keys', get: ADMINS, post: POST_ADMINS },
  { route: '_desk.settings.mine', path: '/settings/mine', get: DESK, post: POST_DESK },
  { route: '_desk.settings.refused', path: '/settings/refused', get: ADMINS },
  { route: '_desk.settings.webhooks._index', path: '/settings/webhooks', get: ADMINS },
  { route: '_desk.settings.webhooks.new', path: '/settings/webhooks/new', get: ADMINS, post: POST_ADMINS },
  {
    route: '_desk.settings.webhooks.$endpoint',
    path: ({ endpoint }) => `/settings/webhooks/${endpoint}`,
    get: ours(ADMINS),
    post: ours(POST_ADMINS),
  },

  { route: '_desk.mailbox._index', path: '/mailbox', get: ADMINS },
  { route: '_desk.mailbox.$message', path: ({ letter }) => `/mailbox/${letter}`, get: ours(ADMINS) },
  { route: '_desk.overview', path: '/overview', get: MEMBERS, post: POST_DESK },
  { route: '_desk.overview[.]pdf', path: ({ wave }) => `/overview.pdf?wave=${wave}`, get: ours(MEMBERS) },
  {
    route: '_desk.overview_.lane[.]png',
    path: ({ wave }) => `/overview/lane.png?wave=${wave}&persona=buyer`,
    get: ours(MEMBERS),
  },
  { route: '_desk.overview_.lines', path: ({ wave }) => `/overview/lines?wave=${wave}`, get: ours(MEMBERS) },
  {
    route: '_desk.overview_.lines[.]csv',
    path: ({ wave }) => `/overview/lines.csv?wave=${wave}`,
    get: ours(MEMBERS),
  },
  {
    route: '_desk.overview_.no-total',
    path: ({ wave }) => `/overview/no-total?wave=${wave}`,
    get: ours(MEMBERS),
  },
  { route: '_desk.overview_.monday', path: '/overview/monday', get: MEMBERS, post: POST_MEMBERS },
  {
    route: '_desk.overview_.shares',
    path: ({ wave }) => `/overview/shares?wave=${wave}`,
    get: ours(DESK),
    post: POST_DESK,
  },
  { route: '_desk.programmes._index', path: '/programmes', get: DESK },
  { route: '_desk.programmes.new', path: '/programmes/new', get: DESK, post: POST_DESK },
  { route: '_desk.people._index', path: '/people', get: DESK },
  { route: '_desk.people.new', path: '/people/new', get: DESK, post: POST_DESK },
  { route: '_desk.people[.]csv', path: '/people.csv', get: DESK },
  {
    route: '_desk.people.$person',
    path: ({ person }) => `/people/${person}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  { route: '_desk.people.import._index', path: '/people/import', get: DESK, post: POST_DESK },
  {
    route: '_desk.people.import.$run._index',
    path: ({ import: run }) => `/people/import/${run}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.people.import.$run.rejects',
    path: ({ import: run }) => `/people/import/${run}/rejects`,
    get: ours(DESK),
  },
  { route: '_desk.people.unplaced', path: '/people/unplaced', get: DESK, post: POST_DESK },
  { route: '_desk.accounts._index', path: '/accounts', get: DESK },
  {
    route: '_desk.accounts.$account',
    path: ({ account }) => `/accounts/${account}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.programmes.$programme',
    path: ({ programme }) => `/programmes/${programme}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.programmes.$programme_.purpose.$persona',
    path: ({ programme }) => `/programmes/${programme}/purpose/buyer`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.programmes.$programme_.mail',
    path: ({ programme }) => `/programmes/${programme}/mail`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.programmes.$programme_.rules',
    path: ({ programme }) => `/programmes/${programme}/rules`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.programmes.$programme_.alerts',
    path: ({ programme }) => `/programmes/${programme}/alerts`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  { route: '_desk.committees._index', path: '/committees', get: MEMBERS },
  { route: '_desk.committees[.]csv', path: '/committees.csv', get: MEMBERS },
  {
    route: '_desk.committees.$account',
    path: ({ account }) => `/committees/${account}`,
    get: ours(MEMBERS),
  },
  { route: '_desk.settings.committee', path: '/settings/committee', get: ADMINS, post: POST_ADMINS },
  { route: '_desk.follow-ups.alerts', path: '/follow-ups/alerts', get: DESK, post: POST_DESK },
  { route: '_desk.follow-ups._index', path: '/follow-ups?whose=team', get: DESK, post: POST_DESK },
  { route: '_desk.follow-ups[.]csv', path: '/follow-ups.csv?whose=team', get: DESK },
  { route: '_desk.follow-ups.new', path: '/follow-ups/new', get: DESK, post: POST_DESK },
  {
    route: '_desk.follow-ups.$followUp',
    path: ({ followUp }) => `/follow-ups/${followUp}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  { route: '_desk.map._index', path: '/map', get: MEMBERS },
  { route: '_desk.map.$persona._index', path: '/map/buyer', get: MEMBERS, post: POST_DESK },
  {
    route: '_desk.map.$persona.requirements',
    path: '/map/buyer/requirements',
    get: DESK,
    post: POST_DESK,
  },
  { route: '_desk.map.$persona.moments.new', path: '/map/buyer/moments/new', get: DESK, post: POST_DESK },
  {
    route: '_desk.map.$persona.moments.$moment',
    path: ({ moment }) => `/map/buyer/moments/${moment}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.map.$persona.people.$person',
    path: ({ person }) => `/map/buyer/people/${person}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  { route: '_desk.map.touches.import._index', path: '/map/touches/import', get: DESK, post: POST_DESK },
  { route: '_desk.map.touches.import.rejects', path: '/map/touches/import/rejects', post: POST_DESK },
  { route: '_desk.surveys._index', path: '/surveys', get: DESK },
  { route: '_desk.surveys.new', path: '/surveys/new', get: DESK, post: POST_DESK },
  {
    route: '_desk.surveys.compare',
    path: ({ programme }) => `/surveys/compare?programme=${programme}`,
    get: ours(DESK),
  },
  {
    route: '_desk.surveys.$survey',
    path: ({ survey }) => `/surveys/${survey}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.surveys.$survey_.copy',
    path: ({ survey }) => `/surveys/${survey}/copy`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.surveys.$survey_.languages._index',
    path: ({ survey }) => `/surveys/${survey}/languages`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.surveys.$survey_.languages.$language._index',
    path: ({ survey, language }) => `/surveys/${survey}/languages/${language}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.surveys.$survey_.languages.$language.import',
    path: ({ survey, language }) => `/surveys/${survey}/languages/${language}/import`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  ...(['xliff', 'csv'] as const).map(
    (format): Row => ({
      route: `_desk.surveys.$survey_.languages.$language.texts[.]${format}`,
      path: ({ survey, language }) => `/surveys/${survey}/languages/${language}/texts.${format}`,
      get: ours(DESK),
    }),
  ),
  {
    // Only written to: whoever may open the survey is told that there is nothing to read.
    route: '_desk.surveys.$survey_.draft',
    path: ({ survey }) => `/surveys/${survey}/draft`,
    get: { ...DESK, cx: 404, admin: 404, foreign: 404 },
    post: POST_DESK,
  },
  {
    route: '_desk.surveys.$survey_.preview',
    path: ({ survey }) => `/surveys/${survey}/preview`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.surveys.$survey_.versions.$number',
    path: ({ survey }) => `/surveys/${survey}/versions/1`,
    get: ours(DESK),
  },
  { route: '_desk.surveys.import', path: '/surveys/import', get: DESK, post: POST_DESK },
  {
    route: '_desk.surveys.$survey[.]json',
    path: ({ survey }) => `/surveys/${survey}.json?version=1`,
    get: ours(DESK),
  },
  { route: '_desk.sends._index', path: '/sends', get: DESK },
  { route: '_desk.sends.new', path: '/sends/new', get: DESK, post: POST_DESK },
  { route: '_desk.sends.links._index', path: '/sends/links', get: DESK },
  { route: '_desk.sends.links.new', path: '/sends/links/new', get: DESK, post: POST_DESK },
  {
    route: '_desk.sends.links.$wave',
    path: ({ sharedLink }) => `/sends/links/${sharedLink}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.sends.$wave',
    path: ({ wave }) => `/sends/${wave}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.sends.$wave_.told.$persona',
    path: ({ wave }) => `/sends/${wave}/told/buyer`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.programmes.$programme_.decisions',
    path: ({ programme }) => `/programmes/${programme}/decisions`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.programmes.$programme_.shut',
    path: ({ programme }) => `/programmes/${programme}/shut`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.sends.$wave_.mail',
    path: ({ wave }) => `/sends/${wave}/mail`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.sends.$wave_.many',
    path: ({ wave }) => `/sends/${wave}/many`,
    get: ours(DESK),
    post: ours(POST_ADMINS),
  },
  // Signed by a mail service, or it is nobody's; here none is set up. No cookie and no key opens it.
  { route: 'hooks.mail.$provider', path: '/hooks/mail/ses', post: NOBODY },
  { route: 'brand.$file', path: '/brand/no-such-picture.png', get: NOBODY },

  { route: '_desk.answers._index', path: '/answers', get: DESK },
  { route: '_desk.answers.unplaced', path: '/answers/unplaced', get: DESK, post: POST_DESK },
  { route: '_desk.answers.held', path: '/answers/held', get: DESK, post: POST_DESK },
  { route: '_desk.answers.held[.]csv', path: '/answers/held.csv', get: DESK },
  { route: '_desk.answers.tag', path: '/answers/tag', get: DESK, post: POST_DESK },
  { route: '_desk.answers.themes._index', path: '/answers/themes', get: DESK, post: POST_DESK },
  {
    route: '_desk.answers.themes.$theme',
    path: ({ theme }) => `/answers/themes/${theme}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  { route: '_desk.answers.import._index', path: '/answers/import', get: DESK, post: POST_DESK },
  {
    route: '_desk.answers.import.$run._index',
    path: ({ answerImport }) => `/answers/import/${answerImport}`,
    get: ours(DESK),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.answers.import.$run.rejects',
    path: ({ answerImport }) => `/answers/import/${answerImport}/rejects`,
    get: ours(DESK),
  },

  { route: '_desk.results._index', path: '/results', get: MEMBERS },
  {
    route: '_desk.results.$wave.$persona',
    path: ({ wave }) => `/results/${wave}/buyer`,
    get: ours(MEMBERS),
    post: ours(POST_DESK),
  },
  {
    route: '_desk.results.$wave.themes._index',
    path: ({ wave }) => `/results/${wave}/themes`,
    get: ours(MEMBERS),
  },
  {
    route: '_desk.results.$wave.themes.$theme',
    path: ({ wave, theme }) => `/results/${wave}/themes/${theme}`,
    get: ours(MEMBERS),
  },
  {
    route: '_desk.results.$wave.$persona_.silent[.]csv',
    path: ({ wave }) => `/results/${wave}/buyer/silent.csv`,
    get: ours(IN_CONFIDENCE),
  },
  {
    route: '_desk.results.$wave.$persona_.breakdown[.]csv',
    path: ({ wave }) => `/results/${wave}/buyer/breakdown.csv?by=language`,
    get: ours(IN_CONFIDENCE),
  },
  { route: '_desk.results[.]csv', path: ({ wave }) => `/results.csv?wave=${wave}`, get: ours(MEMBERS) },
  {
    route: '_desk.exports._index',
    path: '/exports',
    get: MEMBERS,
    post: { ...POST_OPEN, anonymous: 'sign-in' },
  },
  // For whoever ordered it, and for nobody else.
  {
    route: '_desk.exports.$export.$file',
    path: ({ export: slug }) => `/exports/${slug}/0`,
    get: { ...NOBODY, anonymous: 'sign-in', admin: 200 },
  },

  {
    route: 'r.$token',
    path: ({ answerToken }) => `/r/${answerToken}`,
    byLink: true,
    get: OPEN,
    post: POST_OPEN,
  },
  { route: 'r.$token', path: '/r/1no-such-link', get: NOBODY, post: NOBODY },
  {
    route: 'r.$token_.who',
    path: ({ answerToken }) => `/r/${answerToken}/who`,
    byLink: true,
    get: OPEN,
    post: POST_OPEN,
  },
  { route: 'r.$token_.who', path: '/r/1no-such-link/who', get: NOBODY, post: NOBODY },
  {
    route: 'r.$token_.as.$persona',
    path: ({ answerToken }) => `/r/${answerToken}/as/buyer`,
    byLink: true,
    get: OPEN,
    post: POST_OPEN,
  },
  { route: 'r.$token_.as.$persona', path: '/r/1no-such-link/as/buyer', get: NOBODY, post: NOBODY },
  ...['/', '/buyer'].map(
    (rest): Row => ({
      route: rest === '/' ? 's.$token._index' : 's.$token.$persona',
      path: ({ sharedToken }) => `/s/${sharedToken}${rest}`,
      byLink: true,
      get: OPEN,
      post: POST_OPEN,
    }),
  ),
  { route: 's.$token._index', path: '/s/1no-such-link', get: NOBODY, post: NOBODY },
  { route: 's.$token.$persona', path: '/s/1no-such-link/buyer', get: NOBODY, post: NOBODY },
  {
    route: 'u.$token',
    path: ({ unsubscribeToken }) => `/u/${unsubscribeToken}`,
    byLink: true,
    get: OPEN,
    post: POST_OPEN,
  },
  { route: 'u.$token', path: '/u/1no-such-link', get: NOBODY, post: NOBODY },
  { route: 'share.$token', path: ({ shareToken }) => `/share/${shareToken}`, byLink: true, get: OPEN },
  { route: 'share.$token', path: '/share/no-such-link', get: NOBODY },
  {
    route: 'monday.$token',
    path: ({ mondayToken }) => `/monday/${mondayToken}`,
    byLink: true,
    get: OPEN,
    post: POST_OPEN,
  },
  { route: 'monday.$token', path: '/monday/no-such-link', get: NOBODY, post: NOBODY },

  { route: 'api.$', path: '/api/no-such-address', get: NOBODY, post: NOBODY },
  { route: 'api.v1.openapi[.]json', path: '/api/v1/openapi.json', get: OPEN, post: POST_OPEN },
  { route: 'schema.survey-1[.]json', path: '/schema/survey-1.json', get: OPEN, post: POST_OPEN },
  { route: 'api.v1.people', path: '/api/v1/people', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.people.$person',
    path: ({ person }) => `/api/v1/people/${person}`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  { route: 'api.v1.accounts', path: '/api/v1/accounts', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.accounts.$account',
    path: ({ account }) => `/api/v1/accounts/${account}`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  { route: 'api.v1.attributes', path: '/api/v1/attributes', get: KEYED, post: POST_OPEN },
  { route: 'api.v1.personas', path: '/api/v1/personas', get: KEYED, post: POST_OPEN },
  { route: 'api.v1.programmes', path: '/api/v1/programmes', get: KEYED, post: POST_OPEN },
  { route: 'api.v1.role-assignments', path: '/api/v1/role-assignments', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.role-assignments.$role.end',
    path: '/api/v1/role-assignments/rol_1/end',
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.role-assignments.$role.confirm',
    path: '/api/v1/role-assignments/rol_1/confirm',
    get: NO_METHOD,
    post: POST_KEYED,
  },
  { route: 'api.v1.surveys', path: '/api/v1/surveys', get: KEYED, post: POST_OPEN },
  {
    route: 'api.v1.surveys.$survey.versions.$number',
    path: ({ survey }) => `/api/v1/surveys/${survey}/versions/1`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  { route: 'api.v1.waves', path: '/api/v1/waves', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.waves.$wave',
    path: ({ wave }) => `/api/v1/waves/${wave}`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  {
    route: 'api.v1.waves.$wave.preview',
    path: ({ wave }) => `/api/v1/waves/${wave}/preview`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.send',
    path: ({ wave }) => `/api/v1/waves/${wave}/send`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.course',
    path: ({ wave }) => `/api/v1/waves/${wave}/course`,
    get: KEYED_OURS,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.messages',
    path: ({ wave }) => `/api/v1/waves/${wave}/messages`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  {
    route: 'api.v1.waves.$wave.pause',
    path: ({ wave }) => `/api/v1/waves/${wave}/pause`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.resume',
    path: ({ wave }) => `/api/v1/waves/${wave}/resume`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.recall',
    path: ({ wave }) => `/api/v1/waves/${wave}/recall`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.close',
    path: ({ wave }) => `/api/v1/waves/${wave}/close`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.settle-doubts',
    path: ({ wave }) => `/api/v1/waves/${wave}/settle-doubts`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.told-back.$persona',
    path: ({ wave }) => `/api/v1/waves/${wave}/told-back/buyer`,
    get: KEYED_OURS,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.waves.$wave.told-back.$persona.send',
    path: ({ wave }) => `/api/v1/waves/${wave}/told-back/buyer/send`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.programmes.$programme.decisions',
    path: ({ programme }) => `/api/v1/programmes/${programme}/decisions`,
    get: KEYED_OURS,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.programmes.$programme.shut',
    path: ({ programme }) => `/api/v1/programmes/${programme}/shut`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  { route: 'api.v1.sending', path: '/api/v1/sending', get: KEYED, post: POST_OPEN },
  { route: 'api.v1.asking-rules', path: '/api/v1/asking-rules', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.results',
    path: ({ wave }) => `/api/v1/results?wave=${wave}&persona=buyer`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  { route: 'api.v1.themes', path: '/api/v1/themes', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.themes.$theme',
    path: ({ theme }) => `/api/v1/themes/${theme}`,
    get: KEYED_OURS,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.theme-tags',
    path: ({ wave }) => `/api/v1/theme-tags?wave=${wave}&persona=buyer`,
    // Answers of this wave were given in confidence.
    get: { ...KEYED_OURS, key: 422 },
    post: POST_KEYED,
  },
  {
    route: 'api.v1.theme-tags.settle',
    path: '/api/v1/theme-tags/settle',
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.results.waves.$wave.themes',
    path: ({ wave }) => `/api/v1/results/waves/${wave}/themes`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  {
    route: 'api.v1.results.waves.$wave',
    path: ({ wave }) => `/api/v1/results/waves/${wave}`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  {
    route: 'api.v1.results.waves.$wave.personas.$persona',
    path: ({ wave }) => `/api/v1/results/waves/${wave}/personas/buyer`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  {
    route: 'api.v1.responses',
    path: ({ wave }) => `/api/v1/responses?wave=${wave}`,
    // Single answers that were given in confidence are refused whatever the key may do.
    get: { ...KEYED_OURS, key: 422 },
    post: POST_OPEN,
  },
  { route: 'api.v1.exports', path: '/api/v1/exports', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.exports.$export',
    path: ({ keyExport }) => `/api/v1/exports/${keyExport}`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  // What a member ordered is no key's.
  {
    route: 'api.v1.exports.$export',
    path: ({ export: slug }) => `/api/v1/exports/${slug}`,
    get: { ...KEYED_OURS, key: 404 },
  },
  {
    route: 'api.v1.exports.$export.files.$file',
    path: ({ keyExport }) => `/api/v1/exports/${keyExport}/files/0`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  {
    route: 'api.v1.exports.$export.delete',
    path: ({ export: slug }) => `/api/v1/exports/${slug}/delete`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  { route: 'api.v1.held-responses', path: '/api/v1/held-responses', get: KEYED, post: POST_OPEN },
  {
    route: 'api.v1.held-responses.$held',
    path: ({ held }) => `/api/v1/held-responses/${held}`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  { route: 'api.v1.committees', path: '/api/v1/committees', get: KEYED, post: POST_OPEN },
  {
    route: 'api.v1.committees.$account',
    path: ({ account }) => `/api/v1/committees/${account}`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  { route: 'api.v1.moments', path: '/api/v1/moments?persona=buyer', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.moments.$moment',
    path: ({ moment }) => `/api/v1/moments/${moment}`,
    get: KEYED_OURS,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.moments.$moment.close',
    path: ({ moment }) => `/api/v1/moments/${moment}/close`,
    get: NO_METHOD,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.touches',
    path: ({ person }) => `/api/v1/touches?person=${person}`,
    get: KEYED,
    post: POST_KEYED,
  },
  { route: 'api.v1.alerts', path: '/api/v1/alerts', get: KEYED, post: POST_OPEN },
  { route: 'api.v1.follow-ups', path: '/api/v1/follow-ups', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.follow-ups.$followUp',
    path: ({ followUp }) => `/api/v1/follow-ups/${followUp}`,
    get: KEYED_OURS,
    post: POST_KEYED,
  },
  ...(['release', 'discard'] as const).map(
    (act): Row => ({
      route: `api.v1.held-responses.$held.${act}`,
      path: ({ held }) => `/api/v1/held-responses/${held}/${act}`,
      get: NO_METHOD,
      post: POST_KEYED,
    }),
  ),
  { route: 'api.v1.webhook-endpoints', path: '/api/v1/webhook-endpoints', get: KEYED, post: POST_KEYED },
  {
    route: 'api.v1.webhook-endpoints.$endpoint',
    path: ({ endpoint }) => `/api/v1/webhook-endpoints/${endpoint}`,
    get: KEYED_OURS,
    post: POST_KEYED,
  },
  {
    route: 'api.v1.webhook-endpoints.$endpoint.deliveries',
    path: ({ endpoint }) => `/api/v1/webhook-endpoints/${endpoint}/deliveries`,
    get: KEYED_OURS,
    post: POST_OPEN,
  },
  ...(['delete', 'replay'] as const).map(
    (act): Row => ({
      route: `api.v1.webhook-endpoints.$endpoint.${act}`,
      path: ({ endpoint }) => `/api/v1/webhook-endpoints/${endpoint}/${act}`,
      get: NO_METHOD,
      post: POST_KEYED,
    }),
  ),
];
