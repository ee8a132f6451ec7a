import type { z } from 'zod';
import { changeEndpoint } from '#app/followup/hook/endpoint/change-endpoint.server.ts';
import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { switchEndpoint } from '#app/followup/hook/endpoint/switch-endpoint.server.ts';
import { toKeptWebhook, type WebhookChangeIn } from '#app/followup/hook/wire/webhook-wire.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import { invalidAt } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

export async function reviseWebhook(
  house: House,
  workspace: Workspace,
  { id, change, actor }: { id: string; change: z.infer<typeof WebhookChangeIn>; actor: Actor },
): Promise<Answer> {
  const endpoint = await readEndpoint(house, workspace, id);
  if (!endpoint) return saying(notFound('such webhook'));
  const { state, ...said } = change;
  if (Object.keys(said).length > 0) {
    const whole = {
      ...{ url: said.url ?? endpoint.url, description: said.description ?? endpoint.description },
      ...{
        kinds: said.kinds ?? [...endpoint.kinds],
        carriesNames: said.carries_names ?? endpoint.carriesNames,
      },
    };
    const changed = await changeEndpoint(house, workspace, { ...whole, id, actor });
    if (changed.kind === 'unknown') return saying(notFound('such webhook'));
    if (changed.kind === 'unfit_address')
      return saying(invalidAt([{ pointer: '#/url', detail: changed.why }]));
  }
  if (state) await switchEndpoint(house, workspace, { id, to: state, actor });
  const now = await readEndpoint(house, workspace, id);
  return now ? { status: 200, body: toKeptWebhook(now) } : saying(notFound('such webhook'));
}
