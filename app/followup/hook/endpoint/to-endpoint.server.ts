import type { Secrets } from '#app/platform/secrets.server.ts';
import { openHookUrl } from '../sending/hook-secret.server.ts';
import type { EndpointRow } from './endpoint.store.server.ts';
import type { Endpoint } from './endpoint.ts';

/** An endpoint as its page shows it: its secrets are nowhere to be read again. */
export function toEndpoint(secrets: Secrets, row: EndpointRow, now: number): Endpoint {
  const { id, host, description, kinds, format, carriesNames } = row;
  const { state, disabledWhy, failingSince, formerUntil, createdAt } = row;
  return {
    ...{ id, host, description, kinds, format, carriesNames, state, disabledWhy, failingSince, createdAt },
    url: openHookUrl(secrets, id, row.url) ?? '',
    formerUntil: formerUntil !== null && formerUntil > now ? formerUntil : null,
  };
}
