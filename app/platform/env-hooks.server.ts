import { z } from 'zod';

/** What webhooks may reach beyond HTTPS on the public internet. */
export interface Reach {
  /** http:// too: whoever listens on the way reads along. */
  plainHttp: boolean;
  /** Hosts that may lie in a private network: `name`, or `name:port` for a port of its own. */
  privateHosts: readonly string[];
}

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/;

/** The variables, as part of the whole environment. */
export const hookVars = {
  WEBHOOK_HTTP: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((text) => listed(text))
    .refine(
      (hosts) => hosts.every((host) => HOST.test(host)),
      'must be names or addresses between commas, such as hooks.internal,10.0.0.5:8080',
    ),
};

export function readReach(raw: { WEBHOOK_HTTP: 'on' | 'off'; WEBHOOK_PRIVATE_HOSTS: string[] }): Reach {
  return { plainHttp: raw.WEBHOOK_HTTP === 'on', privateHosts: raw.WEBHOOK_PRIVATE_HOSTS };
}

function listed(text: string): string[] {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase());
  return hosts.filter((host) => host !== '');
}
