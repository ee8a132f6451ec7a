import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countLaneMail } from './count-lane-mail.server.ts';
import type { LaneMail } from './lane-mail.ts';
import { type MailStanding, MESSAGE_STATES, type MessageState, STANDING_OF } from './message-state.ts';
import { listWaveMail } from './wave-mail.store.server.ts';

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
  const lanes = await countLaneMail(db, workspace, input.waveId);
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
