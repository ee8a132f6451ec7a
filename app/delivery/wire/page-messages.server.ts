import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findWave } from '#app/programme/wave/wave.store.server.ts';
import { type MailStanding, MESSAGE_STATES, STANDING_OF } from '../message-state.ts';
import { listMessages } from './message.store.server.ts';
import type { MessageRow } from './message-row.ts';

/** A page of a wave's first mails, of one standing or of all; null where there is no such wave. */
export async function pageMessages(
  db: Db,
  workspace: Workspace,
  { standing, ...asked }: PageAsked & { waveId: string; standing?: MailStanding },
): Promise<MessageRow[] | null> {
  if (!(await findWave(db, workspace, asked.waveId))) return null;
  const states = MESSAGE_STATES.filter((state) => standing === undefined || STANDING_OF[state] === standing);
  return listMessages(db, workspace, { ...asked, states });
}
