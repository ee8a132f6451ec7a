import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type MailStanding, MESSAGE_STATES, type MessageState, STANDING_OF } from './message-state.ts';
import { countWaveMail, listWaveMail } from './wave-mail.store.server.ts';

export interface LaneMail {
  personaId: string;
  asked: number;
  /** Messages per standing; they add up to `asked`. */
  counts: Record<MailStanding, number>;
}

export interface WaveMail {
  lanes: LaneMail[];
  /** Asked in all lanes, and how many of their messages are settled. Counts of work, not of attitude. */
  asked: number;
  settled: number;
  /** The messages of the standing asked for, at most `limit` of them. */
  messages: {
    id: string;
    personName: string;
    accountName: string;
    personaId: string;
    state: MessageState;
    reason: string | null;
  }[];
  hasMore: boolean;
}

/** What became of a wave's first mails. Every person asked is in exactly one count. */
export async function readWaveMail(
  db: Db,
  workspace: Workspace,
  input: { waveId: string; standing: MailStanding; limit: number; offset: number },
): Promise<WaveMail> {
  const counts = await countWaveMail(db, workspace, input);
  const lanes = [...new Set(counts.map(({ personaId }) => personaId))].map((personaId): LaneMail => {
    const own = counts.filter((count) => count.personaId === personaId);
    return {
      personaId,
      asked: own.reduce((all, { messages }) => all + messages, 0),
      counts: {
        sent: sum(own, 'sent'),
        waiting: sum(own, 'waiting'),
        stopped: sum(own, 'stopped'),
        in_doubt: sum(own, 'in_doubt'),
      },
    };
  });
  const asked = lanes.reduce((all, lane) => all + lane.asked, 0);
  const waiting = lanes.reduce((all, lane) => all + lane.counts.waiting, 0);
  const states = MESSAGE_STATES.filter((state) => STANDING_OF[state] === input.standing);
  const rows = await listWaveMail(db, workspace, { ...input, states, limit: input.limit + 1 });
  return {
    lanes,
    asked,
    settled: asked - waiting,
    messages: rows.slice(0, input.limit),
    hasMore: rows.length > input.limit,
  };
}

function sum(counts: readonly { state: MessageState; messages: number }[], standing: MailStanding): number {
  return counts
    .filter(({ state }) => STANDING_OF[state] === standing)
    .reduce((all, { messages }) => all + messages, 0);
}
