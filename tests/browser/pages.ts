import type { Places } from '#tests/support/example-places.ts';
import type { RestoredPlaces } from '#tests/support/restored-house.ts';

/**
 * The example; a workspace that was founded a minute ago; a machine that nobody has set up; a database that was restored,
 * whose mail would go to a real mail server.
 */
export type World = 'example' | 'new' | 'bare' | 'restored';

export type Visitor = 'anonymous' | 'executive' | 'cx' | 'admin';

export interface PageRow {
  /** Names the page in reports and screenshots. */
  name: string;
  /** The route's folder. */
  route: string;
  path: string | ((places: Places & RestoredPlaces) => string);
  as: Visitor;
  world?: World;
  /** What the server answers, where it is not 200. */
  status?: number;
  /** Sends the page's last form empty first: the page with its errors is what is looked at. */
  sendsEmpty?: true;
}

const desk = (name: string, route: string, path: PageRow['path']): PageRow => ({
  name,
  route: `_desk.${route}`,
  path,
  as: 'admin',
});
const empty = (name: string, route: string, path: string): PageRow => ({
  ...desk(name, route, path),
  world: 'new',
});
const restored = (name: string, route: string, path: PageRow['path']): PageRow => ({
  ...desk(name, route, path),
  world: 'restored',
});
const open = (name: string, route: string, path: PageRow['path']): PageRow => ({
  name,
  route,
  path,
  as: 'anonymous',
});

/** One page for each step that an import can wait at. */
const importPages = (name: string, route: string, path: string, steps: Record<string, keyof Places>) =>
  Object.entries(steps).map(([step, place]) =>
    desk(`${name}-${step}`, route, (places) => `${path}/${places[place]}`),
  );

/** Every page that anybody can come to see. A page route without a row fails `every-page.test.ts`. */
export const PAGES: readonly PageRow[] = [
  { ...open('welcome', 'welcome', '/welcome'), world: 'bare' },
  { ...open('welcome-faulty', 'welcome', '/welcome'), world: 'bare', sendsEmpty: true },
  open('sign-in', 'sign-in', '/sign-in'),
  open('forgot', 'forgot', '/forgot'),
  open('join', 'join.$token', ({ joinToken }) => `/join/${joinToken}`),
  { ...open('join-unknown', 'join.$token', '/join/no-such-link'), status: 404 },
  open('reset', 'reset.$token', ({ resetToken }) => `/reset/${resetToken}`),
  open('orples', 'docs.orples', '/docs/orples'),
  open('problems', 'docs.problems', '/docs/problems'),
  open('guide-how-sure', 'docs.$guide', '/docs/how-sure-are-we'),
  open('guide-committee', 'docs.$guide', '/docs/committee-view'),
  open('guide-no-total', 'docs.$guide', '/docs/why-no-total'),
  { ...open('guide-unknown', 'docs.$guide', '/docs/no-such-guide'), status: 404 },
  { ...open('example', 'example', '/example'), world: 'bare' },
  { ...open('no-such-page', '$', '/no-such-page'), status: 404 },

  desk('overview', 'overview', '/overview'),
  { ...desk('overview-executive', 'overview', '/overview'), as: 'executive' },
  empty('overview-empty', 'overview', '/overview'),
  desk(
    'overview-compared',
    'overview',
    ({ wave, earlierWave }) => `/overview?wave=${wave}&with=${earlierWave}`,
  ),
  { ...desk('overview-apart', 'overview', ({ wave }) => `/overview?wave=${wave}&with=${wave}`), status: 422 },
  desk('overview-lines', 'overview_.lines', '/overview/lines'),
  empty('overview-lines-empty', 'overview_.lines', '/overview/lines'),
  { ...desk('overview-no-total', 'overview_.no-total', '/overview/no-total'), as: 'executive' },
  empty('overview-no-total-empty', 'overview_.no-total', '/overview/no-total'),
  { ...desk('overview-monday', 'overview_.monday', '/overview/monday'), as: 'executive' },
  empty('overview-monday-empty', 'overview_.monday', '/overview/monday'),
  desk('overview-shares', 'overview_.shares', '/overview/shares'),
  empty('overview-shares-empty', 'overview_.shares', '/overview/shares'),
  open('share', 'share.$token', ({ shareToken }) => `/share/${shareToken}`),
  { ...open('share-unknown', 'share.$token', '/share/no-such-link'), status: 404 },
  open('monday-leave', 'monday.$token', ({ mondayToken }) => `/monday/${mondayToken}`),
  desk('people', 'people._index', '/people'),
  empty('people-empty', 'people._index', '/people'),
  desk('people-found', 'people._index', '/people?q=an&persona=buyer'),
  desk('person-new', 'people.new', ({ account }) => `/people/new?account=${account}`),
  { ...desk('person-new-faulty', 'people.new', '/people/new'), sendsEmpty: true },
  desk('person', 'people.$person', ({ person }) => `/people/${person}`),
  desk('person-came-back', 'people.$person', ({ returnedPerson }) => `/people/${returnedPerson}`),
  desk('roles-missing', 'people.unplaced', '/people/unplaced'),
  empty('roles-missing-empty', 'people.unplaced', '/people/unplaced'),
  desk('accounts', 'accounts._index', '/accounts'),
  empty('accounts-empty', 'accounts._index', '/accounts'),
  desk('account', 'accounts.$account', ({ account }) => `/accounts/${account}`),
  desk('people-import', 'people.import._index', '/people/import'),
  ...importPages('people-import', 'people.import.$run._index', '/people/import', {
    columns: 'peopleColumns',
    reading: 'peopleReading',
    checked: 'peopleChecked',
    unreadable: 'peopleUnreadable',
    done: 'peopleDone',
  }),
  desk('programmes', 'programmes._index', '/programmes'),
  empty('programmes-empty', 'programmes._index', '/programmes'),
  desk('programme-new', 'programmes.new', '/programmes/new'),
  { ...desk('programme-new-faulty', 'programmes.new', '/programmes/new'), sendsEmpty: true },
  desk('programme', 'programmes.$programme', ({ programme }) => `/programmes/${programme}`),
  desk(
    'decisions',
    'programmes.$programme_.decisions',
    ({ programme }) => `/programmes/${programme}/decisions`,
  ),
  {
    ...desk(
      'decisions-faulty',
      'programmes.$programme_.decisions',
      ({ programme }) => `/programmes/${programme}/decisions`,
    ),
    sendsEmpty: true,
  },
  desk('programme-shut', 'programmes.$programme_.shut', ({ programme }) => `/programmes/${programme}/shut`),
  {
    ...desk(
      'programme-shut-faulty',
      'programmes.$programme_.shut',
      ({ programme }) => `/programmes/${programme}/shut`,
    ),
    sendsEmpty: true,
  },
  desk('programme-mail', 'programmes.$programme_.mail', ({ programme }) => `/programmes/${programme}/mail`),
  desk(
    'purpose',
    'programmes.$programme_.purpose.$persona',
    ({ programme }) => `/programmes/${programme}/purpose/buyer`,
  ),
  desk('surveys', 'surveys._index', '/surveys'),
  empty('surveys-empty', 'surveys._index', '/surveys'),
  desk('survey-new', 'surveys.new', '/surveys/new'),
  empty('survey-new-too-early', 'surveys.new', '/surveys/new'),
  desk(
    'survey-new-begin',
    'surveys.new',
    ({ programme }) => `/surveys/new?programme=${programme}&persona=buyer`,
  ),
  {
    ...desk(
      'survey-new-faulty',
      'surveys.new',
      ({ programme }) => `/surveys/new?programme=${programme}&persona=end_user`,
    ),
    sendsEmpty: true,
  },
  desk('survey-compare', 'surveys.compare', ({ programme }) => `/surveys/compare?programme=${programme}`),
  desk('survey-compare-choose', 'surveys.compare', '/surveys/compare'),
  empty('survey-compare-empty', 'surveys.compare', '/surveys/compare'),
  desk('survey-copy', 'surveys.$survey_.copy', ({ survey }) => `/surveys/${survey}/copy`),
  desk('survey-copy-fit', 'surveys.$survey_.copy', ({ survey }) => `/surveys/${survey}/copy?persona=buyer`),
  desk('survey-copy-made', 'surveys.$survey_.copy', ({ survey }) => `/surveys/${survey}/copy?made=${survey}`),
  desk('survey-import', 'surveys.import', '/surveys/import'),
  { ...desk('survey-import-faulty', 'surveys.import', '/surveys/import'), sendsEmpty: true },
  empty('survey-import-too-early', 'surveys.import', '/surveys/import'),
  desk('survey', 'surveys.$survey', ({ survey }) => `/surveys/${survey}`),
  desk('survey-opening', 'surveys.$survey', ({ survey }) => `/surveys/${survey}?q=opening`),
  desk('languages', 'surveys.$survey_.languages._index', ({ survey }) => `/surveys/${survey}/languages`),
  ...['de', 'ar', 'ja', 'ar?show=open'].map((tag) =>
    desk(
      `language-${tag.replace('?show=open', '-done')}`,
      'surveys.$survey_.languages.$language._index',
      ({ survey }) => `/surveys/${survey}/languages/${tag}`,
    ),
  ),
  ...['language-import', 'language-import-faulty'].map((name) => ({
    ...desk(
      name,
      'surveys.$survey_.languages.$language.import',
      ({ survey }) => `/surveys/${survey}/languages/de/import`,
    ),
    ...(name.endsWith('faulty') && ({ sendsEmpty: true } as const)),
  })),
  desk('survey-preview', 'surveys.$survey_.preview', ({ survey }) => `/surveys/${survey}/preview`),
  desk(
    'survey-version',
    'surveys.$survey_.versions.$number',
    ({ survey }) => `/surveys/${survey}/versions/1`,
  ),
  desk('sends', 'sends._index', '/sends'),
  empty('sends-empty', 'sends._index', '/sends'),
  desk('links', 'sends.links._index', '/sends/links'),
  empty('links-empty', 'sends.links._index', '/sends/links'),
  ...['link-new', 'link-new-faulty'].map((name) => ({
    ...desk(name, 'sends.links.new', ({ programme }) => `/sends/links/new?programme=${programme}`),
    ...(name.endsWith('faulty') && ({ sendsEmpty: true } as const)),
  })),
  empty('link-new-too-early', 'sends.links.new', '/sends/links/new'),
  desk('link', 'sends.links.$wave', ({ sharedLink }) => `/sends/links/${sharedLink}`),
  desk('send-new', 'sends.new', ({ programme }) => `/sends/new?programme=${programme}`),
  desk('send-piles', 'sends.$wave', ({ draftWave }) => `/sends/${draftWave}`),
  desk('send-open', 'sends.$wave', ({ openWave }) => `/sends/${openWave}`),
  ...['light', 'dark', 'phone', 'text'].map((look) =>
    desk(`send-mail-${look}`, 'sends.$wave_.mail', ({ openWave }) => `/sends/${openWave}/mail?look=${look}`),
  ),
  {
    ...restored('send-many', 'sends.$wave_.many', ({ restoredWave }) => `/sends/${restoredWave}/many`),
    sendsEmpty: true,
  },
  desk('send-closed', 'sends.$wave', ({ wave }) => `/sends/${wave}`),
  desk('told', 'sends.$wave_.told.$persona', ({ wave }) => `/sends/${wave}/told/buyer`),
  desk('answers', 'answers._index', ({ wave }) => `/answers?wave=${wave}&persona=buyer`),
  empty('answers-empty', 'answers._index', '/answers'),
  desk('answers-unplaced', 'answers.unplaced', '/answers/unplaced'),
  empty('answers-unplaced-empty', 'answers.unplaced', '/answers/unplaced'),
  desk('answers-held', 'answers.held', '/answers/held'),
  desk('answers-held-decided', 'answers.held', '/answers/held?state=decided'),
  empty('answers-held-empty', 'answers.held', '/answers/held'),
  desk('answers-tag', 'answers.tag', '/answers/tag?sorted=suggested'),
  {
    ...desk(
      'answers-tag-faulty',
      'answers.tag',
      ({ wave }) => `/answers/tag?wave=${wave}&persona=influencer&sorted=not_yet`,
    ),
    sendsEmpty: true,
  },
  empty('answers-tag-empty', 'answers.tag', '/answers/tag'),
  desk('themes', 'answers.themes._index', '/answers/themes'),
  { ...desk('themes-faulty', 'answers.themes._index', '/answers/themes'), sendsEmpty: true },
  empty('themes-empty', 'answers.themes._index', '/answers/themes'),
  desk('theme', 'answers.themes.$theme', ({ theme }) => `/answers/themes/${theme}`),
  desk('answers-import', 'answers.import._index', '/answers/import'),
  ...importPages('answers-import', 'answers.import.$run._index', '/answers/import', {
    columns: 'answersColumns',
    checked: 'answersChecked',
    done: 'answersDone',
  }),
  desk('results', 'results._index', ({ wave }) => `/results?wave=${wave}&persona=buyer`),
  desk(
    'results-split',
    'results._index',
    ({ wave }) => `/results?wave=${wave}&persona=buyer&persona=end_user`,
  ),
  empty('results-empty', 'results._index', '/results'),
  desk('exports', 'exports._index', '/exports'),
  { ...desk('exports-faulty', 'exports._index', '/exports'), sendsEmpty: true },
  empty('exports-empty', 'exports._index', '/exports'),
  ...['end_user', 'buyer', 'advocate'].map((persona) =>
    desk(`persona-${persona}`, 'results.$wave.$persona', ({ wave }) => `/results/${wave}/${persona}`),
  ),
  desk(
    'persona-narrowed',
    'results.$wave.$persona',
    ({ wave, theme }) => `/results/${wave}/end_user?theme=${theme}&band=high&q=reply`,
  ),
  desk('wave-themes', 'results.$wave.themes._index', ({ wave }) => `/results/${wave}/themes?persona=buyer`),
  desk(
    'wave-themes-overall',
    'results.$wave.themes._index',
    ({ wave }) => `/results/${wave}/themes?sort=overall`,
  ),
  desk('wave-theme', 'results.$wave.themes.$theme', ({ wave, theme }) => `/results/${wave}/themes/${theme}`),
  desk(
    'persona-broken-down',
    'results.$wave.$persona',
    ({ wave, ownAttribute }) => `/results/${wave}/end_user?by=${ownAttribute}`,
  ),
  desk('committees', 'committees._index', ({ wave }) => `/committees?wave=${wave}`),
  desk('committees-by-buyers', 'committees._index', '/committees?sort=score&persona=buyer'),
  desk('committees-refused', 'committees._index', '/committees?sort=score'),
  empty('committees-empty', 'committees._index', '/committees'),
  desk('committee', 'committees.$account', ({ account }) => `/committees/${account}`),
  {
    ...desk('committee-executive', 'committees.$account', ({ account }) => `/committees/${account}`),
    as: 'executive',
  },
  desk('map', 'map._index', '/map'),
  ...['buyer', 'end_user'].map((persona) => desk(`map-${persona}`, 'map.$persona._index', `/map/${persona}`)),
  { ...desk('map-executive', 'map.$persona._index', '/map/buyer'), as: 'executive' },
  empty('map-empty', 'map.$persona._index', '/map/advocate'),
  desk('requirements', 'map.$persona.requirements', '/map/buyer/requirements'),
  desk('moment-new', 'map.$persona.moments.new', '/map/buyer/moments/new'),
  { ...desk('moment-new-faulty', 'map.$persona.moments.new', '/map/buyer/moments/new'), sendsEmpty: true },
  desk('moment', 'map.$persona.moments.$moment', ({ moment }) => `/map/buyer/moments/${moment}`),
  desk('trace', 'map.$persona.people.$person', ({ metPerson }) => `/map/buyer/people/${metPerson}`),
  desk('touches-import', 'map.touches.import._index', '/map/touches/import'),
  {
    ...desk('touches-import-faulty', 'map.touches.import._index', '/map/touches/import'),
    sendsEmpty: true,
  },
  desk('follow-ups', 'follow-ups._index', '/follow-ups'),
  desk('follow-ups-team', 'follow-ups._index', '/follow-ups?whose=team'),
  desk('follow-ups-done', 'follow-ups._index', '/follow-ups?whose=team&state=done'),
  { ...desk('follow-ups-faulty', 'follow-ups._index', '/follow-ups'), sendsEmpty: true },
  empty('follow-ups-empty', 'follow-ups._index', '/follow-ups'),
  desk('follow-up', 'follow-ups.$followUp', ({ followUp }) => `/follow-ups/${followUp}`),
  desk('follow-up-done', 'follow-ups.$followUp', ({ closedFollowUp }) => `/follow-ups/${closedFollowUp}`),
  desk('follow-up-new', 'follow-ups.new', ({ person }) => `/follow-ups/new?person=${person}`),
  { ...desk('follow-up-new-faulty', 'follow-ups.new', '/follow-ups/new'), sendsEmpty: true },
  empty('follow-up-new-too-early', 'follow-ups.new', '/follow-ups/new'),
  desk(
    'programme-rules',
    'programmes.$programme_.rules',
    ({ followedProgramme }) => `/programmes/${followedProgramme}/rules`,
  ),
  desk(
    'programme-alerts',
    'programmes.$programme_.alerts',
    ({ followedProgramme }) => `/programmes/${followedProgramme}/alerts`,
  ),
  {
    ...desk(
      'programme-alerts-faulty',
      'programmes.$programme_.alerts',
      ({ programme }) => `/programmes/${programme}/alerts`,
    ),
    sendsEmpty: true,
  },
  desk('alerts', 'follow-ups.alerts', '/follow-ups/alerts'),
  empty('alerts-empty', 'follow-ups.alerts', '/follow-ups/alerts'),
  desk('mailbox', 'mailbox._index', '/mailbox'),
  empty('mailbox-empty', 'mailbox._index', '/mailbox'),
  desk('letter', 'mailbox.$message', ({ letter }) => `/mailbox/${letter}`),
  desk('letter-text', 'mailbox.$message', ({ letter }) => `/mailbox/${letter}?look=text`),
  desk('settings', 'settings._index', '/settings'),
  desk('members', 'settings.members', '/settings/members'),
  desk('personas', 'settings.personas', '/settings/personas'),
  desk('committee-settings', 'settings.committee', '/settings/committee'),
  desk('attributes', 'settings.attributes', '/settings/attributes'),
  {
    ...empty('attributes-faulty', 'settings.attributes', '/settings/attributes'),
    sendsEmpty: true,
  },
  desk('mail-settings-mailbox', 'settings.mail', '/settings/mail'),
  restored('mail-settings', 'settings.mail', '/settings/mail'),
  desk('sending', 'settings.sending', '/settings/sending'),
  restored('sending-restored', 'settings.sending', '/settings/sending'),
  desk('asking', 'settings.asking', '/settings/asking'),
  desk('keys', 'settings.keys', '/settings/keys'),
  desk('own-settings', 'settings.mine', '/settings/mine'),
  { ...desk('own-settings-faulty', 'settings.mine', '/settings/mine'), sendsEmpty: true },
  desk('refused', 'settings.refused', '/settings/refused'),
  empty('refused-empty', 'settings.refused', '/settings/refused'),
  desk('webhooks', 'settings.webhooks._index', '/settings/webhooks'),
  empty('webhooks-empty', 'settings.webhooks._index', '/settings/webhooks'),
  desk('webhook-new', 'settings.webhooks.new', '/settings/webhooks/new'),
  { ...empty('webhook-new-faulty', 'settings.webhooks.new', '/settings/webhooks/new'), sendsEmpty: true },
  desk('webhook', 'settings.webhooks.$endpoint', ({ endpoint }) => `/settings/webhooks/${endpoint}`),
  { ...desk('forbidden', 'settings.keys', '/settings/keys'), as: 'executive', status: 403 },

  open('respond', 'r.$token', ({ openLink }) => openLink),
  open('respond-tapped', 'r.$token', ({ openLink }) => `${openLink}?v=7`),
  { ...open('respond-faulty', 'r.$token', ({ openLink }) => openLink), sendsEmpty: true },
  open('respond-received', 'r.$token', ({ receivedLink }) => receivedLink),
  open('respond-closed', 'r.$token', ({ closedLink }) => closedLink),
  { ...open('respond-unknown', 'r.$token', '/r/1no-such-link'), status: 404 },
  open('shared', 's.$token._index', ({ sharedToken }) => `/s/${sharedToken}`),
  {
    ...open('shared-faulty', 's.$token._index', ({ sharedToken }) => `/s/${sharedToken}`),
    sendsEmpty: true,
  },
  ...Object.entries({ asked: 'end_user', sent: 'end_user?sent', 'not-asked': 'buyer', none: '-' }).map(
    ([name, rest]) =>
      open(`shared-${name}`, 's.$token.$persona', ({ sharedToken }) => `/s/${sharedToken}/${rest}`),
  ),
  open('who', 'r.$token_.who', ({ openLink }) => `${openLink}/who`),
  open('who-colleague', 'r.$token_.who', ({ openLink }) => `${openLink}/who?step=colleague`),
  open('who-self', 'r.$token_.who', ({ openLink }) => `${openLink}/who?step=self`),
  open('respond-as-self', 'r.$token_.as.$persona', ({ openLink }) => `${openLink}/as/buyer`),
  open('unsubscribe', 'u.$token', ({ unsubscribeLink }) => unsubscribeLink),
  open('unsubscribe-role', 'u.$token', ({ unsubscribeLink }) => `${unsubscribeLink}?step=role`),
  open('unsubscribe-test', 'u.$token', '/u/test'),
];

/** Frames around other pages, which have none of their own. */
export const FRAMES: ReadonlySet<string> = new Set(['_desk', '_desk.settings']);
