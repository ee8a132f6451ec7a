import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCommittee } from '#app/committee/picture/read-committee.server.ts';
import { CommitteeQuery, toPictureOut } from '#app/committee/wire/picture-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseQuery, readQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { respondComposite } from '#app/results/wire/respond-split.server.ts';
import { readMixture, readPersonas } from '#app/results/wire/result-wire.ts';

/** One account with all its personas, seat by seat. It tells names and single answers, so it needs the scope for them. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'responses:read');
    const { house } = context;
    const accountId = fromSlug('account', params.account);
    const said = readPersonas(new URL(request.url).searchParams);
    const { isComposite, rest } = readMixture(said);
    const { wave: waveId = null } = isComposite
      ? parseQuery(CommitteeQuery, rest)
      : readQuery(request, CommitteeQuery);
    const of = { waveId, names: 'all' as const };
    const committee = accountId ? await readCommittee(house, workspace, { accountId, ...of }) : null;
    if (isComposite && committee?.wave) {
      const { account, wave } = committee;
      const asked = { waveId: wave.id, personas: said.personas, account, actor };
      const split = await respondComposite(house, workspace, asked);
      if (split) return split;
    }
    return committee ? { status: 200, body: toPictureOut(committee) } : saying(notFound('such committee'));
  });
}

export const action = refuseMethod('GET');
