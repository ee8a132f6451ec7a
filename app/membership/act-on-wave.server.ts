import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { House } from '#app/platform/house.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { type Answer, answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { requireKey } from './api-guard.server.ts';
import type { ApiScope } from './keys/api-scope.ts';

/** What an act of the API is done with, once its key, its body and its path are known to be good. */
export interface KeyedAct<Body> {
  house: House;
  workspace: Workspace;
  actor: Actor;
  waveId: string;
  body: Body;
}

/** A POST to something of a wave: the key, the body and the wave are looked at in this order, and the act is done once. */
export function actOnWave<Body>(
  { request, params, context }: ActionFunctionArgs,
  { scope, body: schema }: { scope: ApiScope; body: z.ZodType<Body> },
  act: (asked: KeyedAct<Body>) => Promise<Answer>,
): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, scope);
    const sent = await readJson(request, 'POST');
    const body = parseBody(schema, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    return once(house, workspace, request, sent, () => act({ house, workspace, actor, waveId, body }));
  });
}
