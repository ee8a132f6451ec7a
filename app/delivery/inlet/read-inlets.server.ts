import type { Env } from '#app/platform/env.server.ts';
import type { House } from '#app/platform/house.ts';
import { countUnmatched, findNewestEvent } from './inlet.store.server.ts';
import { INLETS, type Inlet, PROVIDER_OF, UNMATCHED_WINDOW, webhookAddress } from './inlet.ts';

export interface ReadInlets {
  inlets: { inlet: Inlet; isSetUp: boolean; address: string | null; newestAt: number | null }[];
  /** Events of the last 30 days that no mail was found for. */
  unmatched: number;
  /** Mails that come back go to this domain; null where they go to the sender's own address. */
  bounceDomain: string | null;
}

/** The ways in which word of mails comes back to this installation, without any of their secrets. */
export async function readInlets({
  db,
  env,
  clock,
}: Pick<House, 'db' | 'env' | 'clock'>): Promise<ReadInlets> {
  const setUp = whatIsSetUp(env);
  const inlets: ReadInlets['inlets'] = [];
  for (const inlet of INLETS)
    inlets.push({
      inlet,
      isSetUp: setUp[inlet],
      address: webhookAddress(env.publicUrl, inlet),
      newestAt: await findNewestEvent(db, PROVIDER_OF[inlet]),
    });
  const unmatched = await countUnmatched(db, clock.now() - UNMATCHED_WINDOW);
  return { inlets, unmatched, bounceDomain: env.returns.bounceDomain };
}

function whatIsSetUp({ returns }: Env): Record<Inlet, boolean> {
  return {
    drop: returns.dropFolder !== null,
    inbox: returns.imapUrl !== null,
    ses: returns.sesTopics !== null,
    sendgrid: returns.sendgridKey !== null,
    mailgun: returns.mailgunKey !== null,
    postmark: returns.postmarkAuth !== null,
  };
}
