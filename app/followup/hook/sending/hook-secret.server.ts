import { createHmac, randomBytes } from 'node:crypto';
import { openSealed, sealBytes } from '#app/platform/sealed-bytes.server.ts';
import type { Secrets } from '#app/platform/secrets.server.ts';

const PREFIX = 'whsec_';
/** Standard Webhooks asks for 24 to 64 bytes. */
const LENGTH = 32;

/** As its owner keeps it, and as it is kept here: sealed under the endpoint that it belongs to. */
export function makeHookSecret(secrets: Secrets, endpointId: string): { secret: string; sealed: Buffer } {
  const bytes = randomBytes(LENGTH);
  return {
    secret: `${PREFIX}${bytes.toString('base64')}`,
    sealed: sealBytes(secrets, secretSeal(endpointId), bytes),
  };
}

/** Null where the secret that sealed it is gone. */
export function openHookSecret(secrets: Secrets, endpointId: string, sealed: Buffer): Buffer | null {
  return openSealed(secrets, secretSeal(endpointId), sealed);
}

export function sealHookUrl(secrets: Secrets, endpointId: string, url: string): Buffer {
  return sealBytes(secrets, urlSeal(endpointId), Buffer.from(url));
}

export function openHookUrl(secrets: Secrets, endpointId: string, sealed: Buffer): string | null {
  return openSealed(secrets, urlSeal(endpointId), sealed)?.toString() ?? null;
}

const secretSeal = (endpointId: string) => `webhook secret ${endpointId}`;
const urlSeal = (endpointId: string) => `webhook address ${endpointId}`;

/**
 * The headers of Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 over id, seconds and the body as it is
 * sent, one signature for each live secret. A receiver that knows any of them is satisfied.
 */
export function signHook(
  keys: readonly Buffer[],
  { id, at, body }: { id: string; at: number; body: string },
): Record<string, string> {
  const seconds = String(Math.floor(at / 1000));
  const signatures = keys.map((key) => {
    const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
    return `v1,${signature}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
}
