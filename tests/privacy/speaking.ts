import { toSlug } from '#app/platform/ids.ts';
import { type AskedInConfidence, LANES, QUIET_LANES } from './asked-in-confidence.ts';

const ALL = [...LANES, ...QUIET_LANES];
/** A persona by itself, and in the ways in which somebody may ask for its groups. */
const asBroken = (path: string) => [
  ...LANES.flatMap((lane) =>
    ['', '?by=account', '?by=language', '?by=REGION'].map((by) => `${path}/${lane}${by}`),
  ),
  ...QUIET_LANES.flatMap((lane) => ['', '?by=REGION'].map((by) => `${path}/${lane}${by}`)),
];

/**
 * Routes that say something about answers: their data are read number by number. Whatever else a permission opens must stay
 * the same whatever is answered.
 */
export const SPEAKING: Readonly<Record<string, readonly string[]>> = {
  '_desk.overview': ['/overview?wave=WAVE', '/overview', '/overview?wave=LINK'],
  '_desk.overview[.]pdf': ['/overview.pdf?wave=WAVE', '/overview.pdf?wave=LINK'],
  '_desk.overview_.lines': ['/overview/lines?wave=WAVE', '/overview/lines?wave=LINK'],
  '_desk.overview_.lines[.]csv': ['/overview/lines.csv?wave=WAVE', '/overview/lines.csv?wave=LINK'],
  '_desk.overview_.monday': ['/overview/monday'],
  '_desk.results._index': [
    ...['/results?wave=WAVE', '/results?wave=WAVE&persona=buyer', '/results?wave=WAVE&persona=end_user'],
    ...['/results?wave=WAVE&persona=end_user&account=ACCOUNT', '/results?wave=LINK&persona=end_user'],
  ],
  '_desk.results.$wave.$persona': [
    ...asBroken('/results/WAVE'),
    ...LANES.map((lane) => `/results/WAVE/${lane}?q=Thistledown`),
    ...['/results/LINK/end_user', '/results/LINK/end_user?by=REGION'],
  ],
  '_desk.results.$wave.$persona_.breakdown[.]csv': LANES.flatMap((lane) => [
    `/results/WAVE/${lane}/breakdown.csv`,
    `/results/WAVE/${lane}/breakdown.csv?by=REGION`,
  ]),
  '_desk.results[.]csv': ['/results.csv?wave=WAVE', '/results.csv?wave=LINK'],
  '_desk.answers._index': LANES.flatMap((lane) => [
    `/answers?wave=WAVE&persona=${lane}`,
    `/answers?wave=WAVE&persona=${lane}&q=Thistledown`,
  ]),
  '_desk.answers.tag': LANES.flatMap((lane) => [
    `/answers/tag?wave=WAVE&persona=${lane}`,
    `/answers/tag?wave=WAVE&persona=${lane}&q=Thistledown`,
  ]),
  '_desk.results.$wave.themes._index': ['/results/WAVE/themes', '/results/WAVE/themes?persona=buyer'],
  '_desk.sends.$wave_.told.$persona': LANES.map((lane) => `/sends/WAVE/told/${lane}`),
  'share.$token': ['/share/SHARED_WAVE', '/share/SHARED_LINK'],
  'api.v1.results': [
    ...ALL.map((lane) => `/api/v1/results?wave=WAVE&persona=${lane}`),
    ...LANES.map((lane) => `/api/v1/results?wave=WAVE&persona=${lane}&account=ACCOUNT`),
    '/api/v1/results?wave=LINK&persona=end_user',
  ],
  'api.v1.results.waves.$wave': ['/api/v1/results/waves/WAVE', '/api/v1/results/waves/LINK'],
  'api.v1.results.waves.$wave.personas.$persona': [
    ...asBroken('/api/v1/results/waves/WAVE/personas'),
    ...['', '?by=REGION'].map((by) => `/api/v1/results/waves/LINK/personas/end_user${by}`),
  ],
  'api.v1.results.waves.$wave.themes': ['/api/v1/results/waves/WAVE/themes'],
  'api.v1.responses': ['/api/v1/responses?wave=WAVE', '/api/v1/responses?wave=WAVE&format=csv'],
};

/** What repeats the executive's page: it moves when that does, and holds no number that does not stand there. */
export const REPEATING = new Set([
  '_desk.overview[.]pdf',
  '_desk.overview_.lines',
  '_desk.overview_.lines[.]csv',
  '_desk.overview_.monday',
  '_desk.overview_.lane[.]png',
]);

/** The address of what was asked, where a table names its parts in capitals. */
export function filled(
  path: string,
  { waveId, link, accountId, regionId, shares }: AskedInConfidence,
): string {
  return path
    .replace('SHARED_WAVE', shares.asked)
    .replace('SHARED_LINK', shares.link)
    .replace('WAVE', toSlug('wave', waveId))
    .replace('LINK', toSlug('wave', link.waveId))
    .replace('ACCOUNT', toSlug('account', accountId))
    .replace('REGION', toSlug('attribute', regionId));
}

/** What a route of files names by `$` in the path that it answers. */
export function paramsOf(route: string, pathname: string): Record<string, string> {
  const names = route
    .replaceAll('[.]', '\0')
    .split('.')
    .filter((name) => !name.startsWith('_'));
  const parts = pathname.split('/').slice(1);
  return Object.fromEntries(
    names.flatMap((name, at) =>
      name.startsWith('$') ? [[name.slice(1).replace(/_$/, ''), parts[at]!]] : [],
    ),
  );
}
