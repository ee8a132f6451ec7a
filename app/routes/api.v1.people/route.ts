import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { savePerson } from '#app/audience/save-person.server.ts';
import { explainPerson } from '#app/audience/wire/explain-person.server.ts';
import { pagePeople } from '#app/audience/wire/page-people.server.ts';
import { PersonIn, toPersonOut } from '#app/audience/wire/person-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { saveItems } from '#app/platform/http/save-items.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { pageQuery, toPage } from '#app/platform/wire/page.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    const { cursor: after, limit } = readQuery(request, pageQuery('person'));
    const people = await pagePeople(context.house.db, workspace, { after, limit });
    return { status: 200, body: toPage('person', people, limit, toPersonOut) };
  });
}

export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request);
    const save = async ({
      external_id: externalId,
      time_zone: timeZone,
      employment,
      ...person
    }: PersonIn) => {
      const at = employment && {
        accountId: employment.account,
        title: employment.title,
        startedAt: employment.started_at,
      };
      const input = { ...person, externalId, timeZone, employment: at, source: 'crm', actor } as const;
      const saved = await savePerson(house, workspace, input);
      if (saved.kind !== 'saved') return explainPerson(saved);
      const result = saved.created ? ('created' as const) : ('updated' as const);
      return { id: toSlug('person', saved.id), result };
    };
    return once(house, workspace, request, sent, () => saveItems(sent.value, PersonIn, save));
  });
}
