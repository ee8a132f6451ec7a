import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { EndpointInput } from '../endpoint/endpoint-input.ts';
import { WANTABLE } from '../event/hook-kinds.ts';

const { url, description, format } = EndpointInput.shape;
const Kinds = z
  .array(z.enum(WANTABLE, { error: 'There is no event of this kind.' }))
  .min(1, 'Name at least one.')
  .transform((wanted) => [...new Set(wanted)].sort());

export const WebhookIn = z.strictObject({
  url: url.meta({ description: 'Where events are posted to: https, and on the public internet.' }),
  ...{ description, format },
  kinds: Kinds.meta({ description: 'What it wants to hear of.' }),
  carries_names: z.boolean().default(false).meta({
    description: 'Whether it is sent names of people and accounts, and what they wrote.',
  }),
});

/** What is left out stays. */
export const WebhookChangeIn = z.strictObject({
  url: url.optional(),
  description: z.string().trim().max(200).optional(),
  kinds: Kinds.optional(),
  carries_names: z.boolean().optional(),
  state: z.enum(['on', 'off']).optional(),
});

export const WebhookDeleteIn = z.strictObject({});

export const WebhookOut = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  kinds: z.array(z.string()),
  format: z.enum(['standard', 'slack']),
  carries_names: z.boolean(),
  state: z.enum(['on', 'off', 'disabled']).meta({
    description: '“disabled”: it took nothing for five days, or said that it is gone.',
  }),
  disabled_because: z.string().nullable(),
  failing_since: momentOut.nullable(),
  created_at: momentOut,
});

export const WebhookListOut = z.object({ data: z.array(WebhookOut) });

export const NewWebhookOut = z.object({
  ...WebhookOut.shape,
  secret: z.string().nullable().meta({
    description: 'Given once: null where nothing is signed, and when the same request is sent again.',
  }),
});

export const WebhookDeletedOut = z.object({ id: z.string(), result: z.literal('deleted') });

export function toWebhookOut(endpoint: Endpoint): z.infer<typeof WebhookOut> {
  return {
    ...{ id: toSlug('endpoint', endpoint.id), url: endpoint.url, description: endpoint.description },
    ...{ kinds: [...endpoint.kinds], format: endpoint.format, carries_names: endpoint.carriesNames },
    ...{ state: endpoint.state, disabled_because: endpoint.disabledWhy },
    ...{ failing_since: toMomentOrNull(endpoint.failingSince), created_at: toMoment(endpoint.createdAt) },
  };
}

/** As an answer is kept: the address may be a password. */
export function toKeptWebhook(endpoint: Endpoint): z.infer<typeof WebhookOut> {
  return { ...toWebhookOut(endpoint), url: '' };
}

export const DeliveryListQuery = z.strictObject({
  ...pageQuery('event').shape,
  state: z
    .enum(['open', 'delivered', 'given_up'], { error: 'Choose open, delivered or given_up.' })
    .optional(),
});

export const DeliveryOut = z.object({
  event: z.string().meta({ description: 'As its receiver sees it in the header webhook-id.' }),
  kind: z.string(),
  happened_at: momentOut,
  persona: z.string().nullable().meta({ description: 'Whom it is about, where it is about one.' }),
  state: z.enum(['waiting', 'being_sent', 'delivered', 'given_up']),
  attempts: z.int(),
  next_attempt_at: momentOut.nullable(),
  status: z.int().nullable().meta({ description: 'Of the last answer.' }),
  reason: z.string().nullable(),
  took_ms: z.int().nullable(),
});

interface Row {
  id: string;
  kind: string;
  at: number;
  personaName: string | null;
  state: 'waiting' | 'claimed' | 'delivered' | 'given_up';
  attempts: number;
  nextAt: number;
  status: number | null;
  reason: string | null;
  tookMs: number | null;
}

export function toDeliveryOut(row: Row): z.infer<typeof DeliveryOut> {
  return {
    ...{ event: toSlug('event', row.id), kind: row.kind, happened_at: toMoment(row.at) },
    ...{ persona: row.personaName, state: row.state === 'claimed' ? 'being_sent' : row.state },
    ...{ attempts: row.attempts, status: row.status, reason: row.reason, took_ms: row.tookMs },
    next_attempt_at: row.state === 'waiting' ? toMoment(row.nextAt) : null,
  };
}

export const ReplayIn = z.union([
  z.strictObject({ event: idIn('event').meta({ description: 'One event, delivered or given up.' }) }),
  z.strictObject({
    failed_since: momentIn.meta({ description: 'Every event since then that was given up.' }),
  }),
]);

export const ReplayedOut = z.object({
  deliveries: z.int().meta({ description: 'How many are sent again.' }),
});
