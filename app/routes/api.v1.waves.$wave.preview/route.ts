import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { choosePicked } from '#app/programme/wire/choose-picked.server.ts';
import { PickIn, toPickedOut } from '#app/programme/wire/pick-wire.ts';

export const loader = refuseMethod('POST');

/** Says whom a pick leaves now, and asks nobody. Names are the audience’s, so the key must be let to read it. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'audience:read' as const, body: PickIn };
  return actOnWave(args, to, async ({ house, workspace, waveId, body: pick }) => {
    const found = await choosePicked(house, workspace, { waveId, pick });
    if (found.kind === 'unknown') return saying(notFound('such wave'));
    if (found.kind === 'problem') return saying(found.problem);
    return { status: 200, body: toPickedOut(found.chosen) };
  });
}
