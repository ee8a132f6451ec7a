import type { z } from 'zod';
import { createEndpoint } from '#app/followup/hook/endpoint/create-endpoint.server.ts';
import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { WEBHOOK_PROBLEMS } from '#app/followup/hook/wire/webhook-problems.ts';
import { toKeptWebhook, type WebhookIn } from '#app/followup/hook/wire/webhook-wire.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, saying } from '#app/platform/http/problem.server.ts';
import { invalidAt, problemOf } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

/** The answer without its secret, and the secret beside it. */
export async function makeWebhook(
  house: House,
  workspace: Workspace,
  { asked, actor }: { asked: z.infer<typeof WebhookIn>; actor: Actor },
): Promise<{ answer: Answer; secret: string | null }> {
  const { carries_names: carriesNames, ...said } = asked;
  const created = await createEndpoint(house, workspace, { ...said, carriesNames, actor });
  const refused = (answer: Answer) => ({ answer, secret: null });
  switch (created.kind) {
    case 'unfit_address':
      return refused(saying(invalidAt([{ pointer: '#/url', detail: created.why }])));
    case 'too_many': {
      const { meaning } = WEBHOOK_PROBLEMS.TOO_MANY_WEBHOOKS;
      return refused(saying(problemOf(WEBHOOK_PROBLEMS, 'TOO_MANY_WEBHOOKS', meaning)));
    }
    case 'created': {
      const endpoint = await readEndpoint(house, workspace, created.id);
      const body = { ...toKeptWebhook(endpoint!), secret: null };
      return { answer: { status: 201, body }, secret: created.secret };
    }
    default:
      return created satisfies never;
  }
}
