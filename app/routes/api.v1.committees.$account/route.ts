import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCommittee } from '#app/committee/picture/read-committee.server.ts';
import { CommitteeQuery, toPictureOut } from '#app/committee/wire/picture-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

/** One account with all its personas, seat by seat. It tells names and single answers, so it needs the scope for them. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'responses:read');
    const accountId = fromSlug('account', params.account);
    const { wave: waveId = null } = readQuery(request, CommitteeQuery);
    const of = { waveId, names: 'all' as const };
    const committee = accountId ? await readCommittee(context.house, workspace, { accountId, ...of }) : null;
    return committee ? { status: 200, body: toPictureOut(committee) } : saying(notFound('such committee'));
  });
}

export const action = refuseMethod('GET');
