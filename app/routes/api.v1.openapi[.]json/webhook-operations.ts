import { DeliveryListQuery } from '#app/followup/hook/wire/webhook-wire.ts';
import type { Operation } from './operations.ts';

/** Who is told of what happens. */
export const WEBHOOKS: readonly Operation[] = [
  {
    method: 'get',
    path: '/webhook-endpoints',
    id: 'listWebhooks',
    summary: 'Every webhook in the order they were made. Secrets are nowhere to be read again.',
    scope: 'webhooks:read',
    answers: { 200: 'WebhookList' },
  },
  {
    method: 'post',
    path: '/webhook-endpoints',
    id: 'createWebhook',
    summary: 'Makes a webhook that hears of what happens from now on. Its secret is in this answer alone.',
    scope: 'webhooks:write',
    body: 'NewWebhook',
    answers: { 201: 'CreatedWebhook' },
    problems: ['TOO_MANY_WEBHOOKS'],
  },
  {
    method: 'get',
    path: '/webhook-endpoints/{endpoint}',
    id: 'readWebhook',
    summary: 'One webhook.',
    scope: 'webhooks:read',
    answers: { 200: 'Webhook' },
  },
  {
    method: 'post',
    path: '/webhook-endpoints/{endpoint}',
    id: 'changeWebhook',
    summary: 'Changes what the body names, or switches it on or off. What waits goes to the new address.',
    scope: 'webhooks:write',
    body: 'WebhookChange',
    answers: { 200: 'Webhook' },
  },
  {
    method: 'post',
    path: '/webhook-endpoints/{endpoint}/delete',
    id: 'deleteWebhook',
    summary: 'Deletes a webhook with its log and what waits for it. The body is an empty object.',
    scope: 'webhooks:write',
    body: 'WebhookDelete',
    answers: { 200: 'WebhookDeleted' },
  },
  {
    method: 'get',
    path: '/webhook-endpoints/{endpoint}/deliveries',
    id: 'listDeliveries',
    summary: 'What became of each event for one webhook, the newest first.',
    scope: 'webhooks:read',
    query: DeliveryListQuery,
    answers: { 200: 'DeliveryPage' },
  },
  {
    method: 'post',
    path: '/webhook-endpoints/{endpoint}/replay',
    id: 'replayDeliveries',
    summary: 'Sends one event again, or every one that was given up since a moment, under the ids they had.',
    scope: 'webhooks:write',
    body: 'Replay',
    answers: { 200: 'Replayed' },
  },
];
