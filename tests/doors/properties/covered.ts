import { expect, test } from 'vitest';
import { OPERATIONS } from '#app/routes/api.v1.openapi[.]json/operations.ts';
import { loadBundle } from '#tests/support/doors.ts';
import { MATRIX } from '../matrix.ts';
import { namesOfNothing, READ } from './readers.ts';

/** What a door answers whoever reads it, where it has no page and no data for anybody. */
const NOTHING_TO_READ = new Set<unknown>([401, 403, 404, 405, 'away', 'sign-in']);

const hasNothingToRead = (route: string) => {
  const outcomes = MATRIX.filter((row) => row.route === route).flatMap(({ get = {} }) => Object.values(get));
  return outcomes.length > 0 && outcomes.every((outcome) => NOTHING_TO_READ.has(outcome));
};

/** Whatever can be read is read by the properties; a new door that is not makes this fail. */
export function holdsCoverage(): void {
  test('the properties read every loader of the build', async () => {
    const bundles = await Promise.all([loadBundle('workspace'), loadBundle('respondent')]);
    const loaders = bundles
      .flatMap(({ routes }) => Object.entries(routes))
      .filter(([, route]) => route?.module.loader)
      .map(([id]) => id.replace(/^routes\//, '').replace(/\/route$/, ''));
    const read = new Set(READ.map(({ route }) => route));
    const unread = [...new Set(loaders)].filter((route) => !read.has(route) && !hasNothingToRead(route));
    expect(unread).toEqual([]);
  });

  test('the properties read every GET of the OpenAPI document', () => {
    const read = new Set(READ.map(({ route }) => route));
    const lacking = OPERATIONS.filter(({ method }) => method === 'get')
      .map(({ path }) => `api.v1${path.replace(/\.(?=\w+$)/, '[.]').replaceAll('/', '.')}`)
      .map((route) => route.replace(/\{(\w+)\}/g, '$$$1'))
      .filter((route) => !read.has(route));
    expect(lacking).toEqual([]);
  });

  test('every page that names a persona is one of the build', () => {
    expect(namesOfNothing()).toEqual([]);
  });
}
