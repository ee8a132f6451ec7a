import type { LoaderFunctionArgs } from '@remix-run/node';
import { listCommittees } from '#app/committee/list/list-committees.server.ts';
import {
  CommitteeListQuery,
  toApartShareOut,
  toCommitteeOut,
  toCoverageShareOut,
} from '#app/committee/wire/committee-wire.ts';
import { countOverdue } from '#app/followup/queue/count-overdue.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { parseQuery } from '#app/platform/http/read-wire.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { readPersonas } from '#app/results/wire/result-wire.ts';
import { refuseSort } from './refuse-sort.server.ts';

/** Accounts by who was heard there. Sorted by answers without the one persona whose they are: 422 with what may be asked for. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const { house } = context;
    const { personas, rest } = readPersonas(new URL(request.url).searchParams);
    const asked = parseQuery(CommitteeListQuery, rest);
    const { wave = null, q: search = '', missing = null, cursor: after = null, sort, limit } = asked;
    const now = house.clock.now();
    const beside = { now, limit, overdue: await countOverdue(house.reading, workspace, now) };
    const query = { waveId: wave, search, missing, after, sort, personas: personas.filter(Boolean) };
    const list = await listCommittees(house, workspace, query, beside);
    if (list.refusal) return refuseSort(house, workspace, { refusal: list.refusal, actor });
    const next_cursor = list.next && toSlug('account', list.next);
    const pulling_apart = list.share && toApartShareOut(list.share);
    const heard_whole = list.covered && toCoverageShareOut(list.covered);
    return {
      status: 200,
      body: { data: list.lines.map(toCommitteeOut), next_cursor, pulling_apart, heard_whole },
    };
  });
}

export const action = refuseMethod('GET');
