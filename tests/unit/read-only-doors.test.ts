import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#app/install.mjs';
import { waysToWrite } from '#tests/support/reach.ts';

/**
 * Not entered: platform/ keeps books about requests (audit, throttle), and the guard one about the session.
 * Neither is open to who has no session but a link.
 */
const SETTLED = /^(app\/platform|db)\/|^app\/membership\/(api-)?guard\.server\.ts$/;

const doors = globSync('app/{root.tsx,routes/**/route.{ts,tsx}}', { cwd: root });

function read(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

describe('a loader never writes, so a link scanner that only reads changes nothing', () => {
  it.each(doors)('%s', (door) => {
    expect(waysToWrite(door, 'loader', read, SETTLED)).toEqual([]);
  });
});

describe('the search for writes', () => {
  const files: Record<string, string> = {
    'app/routes/people/route.tsx': `
      import { listPeople } from '#app/audience/list-people.server.ts';
      import { savePerson } from '#app/audience/save-person.server.ts';
      import type { Saved } from '#app/audience/save-person.server.ts';
      export async function loader(): Promise<Saved> { return listPeople(); }
      export const action = () => savePerson();`,
    'app/routes/hasty/route.tsx': `
      import { savePerson as keep } from '../../audience/save-person.server.ts';
      const ask = () => keep();
      export const loader = () => ask();`,
    'app/routes/passed-on/route.tsx': "export { action as loader } from '../people/route.tsx';",
    'app/routes/late/route.tsx':
      "export const loader = async () => (await import('#app/audience/save-person.server.ts')).savePerson();",
    'app/routes/raw/route.tsx': 'export const loader = () => sql`\n  delete from person`;',
    'app/audience/list-people.server.ts':
      "import { rows } from './audience.store.server.ts'; export const listPeople = () => rows();",
    'app/audience/save-person.server.ts':
      "import { insert } from './audience.store.server.ts'; export type Saved = 1; export function savePerson() { return insert(); }",
    'app/audience/audience.store.server.ts':
      "export const rows = () => db.selectFrom('person'); export const insert = () => db.insertInto('person');",
  };
  const ways = (door: string, name = 'loader') =>
    waysToWrite(`app/routes/${door}/route.tsx`, name, (path) => files[path], SETTLED);

  it('lets a loader read from a store that can also write', () => {
    expect(ways('people')).toEqual([]);
  });

  it('finds the insert at the end of the way', () => {
    expect(ways('people', 'action')).toEqual([
      'app/routes/people/route.tsx#action > app/routes/people/route.tsx#savePerson > app/audience/save-person.server.ts#savePerson > app/audience/save-person.server.ts#insert > app/audience/audience.store.server.ts#insert > insertInto',
    ]);
  });

  it.each(['hasty', 'passed-on', 'late', 'raw'])('finds it by the way "%s", too', (door) => {
    expect(ways(door)).toHaveLength(1);
  });
});
