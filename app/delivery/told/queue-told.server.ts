import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { insertRespondents } from '#app/programme/told/respondent.store.server.ts';
import { type LetterOnItsWay, listOnTheirWay, moveOn } from '#app/programme/told/told.store.server.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { insertMessages, listInvitationAddresses } from '../delivery.store.server.ts';
import { listAskedInLane } from './recipient.store.server.ts';

const BATCH = 500;
/** Between two stretches, in ms: whoever writes to the same file gets their turn. PostgreSQL gives it by itself. */
const BETWEEN = { sqlite: 10, postgres: 0 } as const;

/**
 * Puts the mails of letters that were sent into the ledger, stretch by stretch: each stretch moves the letter on in the
 * transaction that queues its mails, so that whatever ends this process, everybody gets it once.
 */
export async function queueTold(house: House, mayGoOn: () => boolean = () => true): Promise<void> {
  for (const letter of await listOnTheirWay(house.db, house.clock.now() - GRACE)) {
    try {
      await queueLetter(house, letter, mayGoOn);
    } catch (fault) {
      // It is tried again at the next look, and keeps no other letter and no other mail from leaving.
      house.log.error({ err: fault, wave: letter.waveId }, 'the mails of a letter were not made ready');
    }
  }
}

async function queueLetter(house: House, letter: LetterOnItsWay, mayGoOn: () => boolean): Promise<void> {
  // The letter's row is the proof: it is of this workspace.
  const workspace = mintWorkspace(letter.workspaceId);
  let at: LetterOnItsWay | null = letter;
  while (at && mayGoOn()) {
    const from: LetterOnItsWay = at;
    at = await inTransaction(house.db, (tx) => queueStretch(house, tx, workspace, from));
    if (at) await wait(BETWEEN[house.engine]);
  }
}

/** Where the next stretch begins; null where there is none, or another process is at it. */
async function queueStretch(
  house: House,
  tx: Db,
  workspace: Workspace,
  letter: LetterOnItsWay,
): Promise<LetterOnItsWay | null> {
  const asked = await listAskedInLane(tx, workspace, { ...letter, limit: BATCH });
  const hasMore = asked.length === BATCH;
  const after = asked.at(-1)?.id ?? letter.after;
  const now = house.clock.now();
  if (!(await moveOn(tx, workspace, letter, { after, queuedAt: hasMore ? null : now }))) return null;
  const heard = asked.filter(({ responseId, marked }) => responseId !== null || marked !== null);
  const silent = letter.toSilent ? asked.filter((one) => !heard.includes(one) && one.revokedAt === null) : [];
  const ids = heard.map(({ id }) => id);
  if (ids.length > 0) await insertRespondents(tx, workspace, ids, { way: 'letter', at: now });
  // Whoever had a letter while they were silent, and has answered since, is owed one that answers them.
  const owed = heard.filter(
    ({ way, writtenId }) => way === null || (way === 'follow_up' && writtenId === null),
  );
  const unwritten = [...owed, ...silent.filter(({ writtenId }) => writtenId === null)].map(({ id }) => id);
  if (unwritten.length > 0) await queueMails(house, tx, workspace, letter, unwritten);
  return hasMore ? { ...letter, after } : null;
}

async function queueMails(
  house: House,
  tx: Db,
  workspace: Workspace,
  { ordinal }: LetterOnItsWay,
  invitationIds: readonly string[],
): Promise<void> {
  const domain = house.env.mailFrom.split('@')[1]!;
  const addresses = await listInvitationAddresses(tx, workspace, invitationIds);
  const messages = addresses.map(({ id: invitationId, waveId, email: toAddress }) => {
    const id = house.ids.make();
    const at = house.clock.now();
    const messageId = `<i.${id}@${domain}>`;
    return { id, invitationId, waveId, kind: 'told_back' as const, ordinal, toAddress, messageId, at };
  });
  if (messages.length > 0) await insertMessages(tx, workspace, messages);
}
