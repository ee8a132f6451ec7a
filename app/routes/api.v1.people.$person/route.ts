import type { LoaderFunctionArgs } from '@remix-run/node';
import { pagePeople } from '#app/audience/wire/page-people.server.ts';
import { toPersonOut } from '#app/audience/wire/person-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    const personId = fromSlug('person', params.person);
    const [person] = personId ? await pagePeople(context.house.db, workspace, { personId }) : [];
    return person ? { status: 200, body: toPersonOut(person) } : saying(notFound('such person'));
  });
}

export const action = refuseMethod('GET');
