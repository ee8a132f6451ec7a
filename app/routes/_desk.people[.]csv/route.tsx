import type { LoaderFunctionArgs } from '@remix-run/node';
import { type ReadValues, readValues } from '#app/audience/attribute/read-values.server.ts';
import { ownLabel } from '#app/audience/import/own-targets.ts';
import { listPeople, type PersonLine } from '#app/audience/people/list-people.server.ts';
import { readPeopleQuery } from '#app/audience/people/people-query.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readSettings } from '#app/membership/read-settings.server.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeCsv } from '#app/platform/safe-csv.ts';

const PAGE = 50;
const HEADER = ['Name', 'Email', 'Role', 'Role state', 'Company', 'Job title'];

/** The page of people that the same address shows, as CSV that can be brought in again. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const { filter, ...place } = readPeopleQuery(new URL(request.url).searchParams, fromSlug);
  const { roleReviewDays: reviewDays } = await readSettings(db, workspace);
  const asked = { filter, page: { ...place, limit: PAGE }, review: { now: clock.now(), reviewDays } };
  const { people } = await listPeople(db, workspace, asked);
  const names = new Map((await readPersonas(db, workspace)).map(({ id, name }) => [id, name]));
  const own = await readValues(
    db,
    workspace,
    'person',
    people.map(({ id }) => id),
  );
  const places = people.flatMap(({ workplaces }) => workplaces.map(({ accountId }) => accountId));
  const theirs = await readValues(db, workspace, 'account', [...new Set(places)]);
  const columns = [...own.attributes, ...theirs.attributes].map(ownLabel);
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="people.csv"',
    'cache-control': 'no-store',
  };
  return new Response(
    streamText(
      context,
      writeCsv(
        [...HEADER, ...columns],
        people.flatMap((person) => rowsOf(person, names, own, theirs)),
      ),
    ),
    { headers },
  );
}

/** One row per workplace, with the roles held there; who works nowhere gets a row all the same. */
function rowsOf(
  { id, name, email, workplaces, roles }: PersonLine,
  names: ReadonlyMap<string, string>,
  own: ReadValues,
  theirs: ReadValues,
): string[][] {
  const places = workplaces.length > 0 ? workplaces : [{ accountId: '', accountName: '', title: null }];
  return places.map(({ accountId, accountName, title }) => {
    const held = roles.filter((role) => role.accountId === accountId);
    const personas = held.map(({ personaId }) => names.get(personaId) ?? personaId).join('; ');
    const states = held.map(({ state }) => state).join('; ');
    const known = [name, email ?? '', personas, states, accountName, title ?? ''];
    return [...known, ...cellsOf(own, id), ...cellsOf(theirs, accountId)];
  });
}

function cellsOf({ attributes, values }: ReadValues, holderId: string): string[] {
  const held = values.get(holderId);
  return attributes.map(({ id }) => held?.get(id) ?? '');
}
