import { logRefusal, writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { invite, type QueueMessages, raiseKnown } from './invite.server.ts';
import { insertOrder } from './order/order.store.server.ts';
import { gatherNamed, gatherPiles } from './pile/gather-piles.server.ts';
import type { HeldBack, StaleChoice } from './pile/pile.ts';
import type { SendRefusal } from './pile/refusal.ts';
import { type Named, refuseNamed, takeNamed } from './pile/take-named.ts';
import { markLive } from './programme.store.server.ts';
import { fixPromises } from './told/debt.store.server.ts';
import { actionDebt, type DebtRefusal } from './told/debt.ts';
import { findBrakes } from './told/find-brakes.server.ts';
import { refreshAskedStatistics } from './wave/invitation.store.server.ts';
import { countRecipients, findMailWord } from './wave/mail-word.store.server.ts';
import {
  MANY_RECIPIENTS,
  type MailCheck,
  type MailNotReady,
  type MailReadiness,
  mailIsReady,
  mailNotReady,
} from './wave/mail-word.ts';
import { findAskingWave, listLanes, lockWave, markOpen, type WaveRow } from './wave/wave.store.server.ts';
import type { WaveLane } from './wave/wave.ts';

export type { QueueMessages } from './invite.server.ts';

export type SentWave =
  /** `already` were asked in this wave before; sending twice changes nothing. */
  | {
      kind: 'sent';
      invited: number;
      /** How many of them are asked first whether they still hold their role. */
      askedFirst: number;
      already: number;
      heldBack: { roleId: string; held: HeldBack }[];
      /** Of those invited, how many are decided and not yet made ready: see `prepareOrders`. */
      unready: number;
    }
  | SendRefusal
  | DebtRefusal
  | MailNotReady
  /** The wave is closed, or its programme is paused or shut. */
  | { kind: 'halted'; why: 'closed' | 'paused' | 'shut' }
  | { kind: 'nobody' }
  | { kind: 'unknown' };

export interface Send {
  waveId: string;
  /** Role assignments: the only thing that can be asked. A person or an address is not one. */
  roleIds: readonly string[];
  /** What becomes of those whose role nobody confirmed lately; without it one of them stops the send. */
  stale?: StaleChoice;
  actor: Actor;
}

/** Invitations after which a database must look at its tables again. */
const MANY = 100;

/** As many as are made ready in the commit that decides the send: more would hold everybody up for a second. */
export const AT_ONCE = 1000;

type SendingHouse = Pick<House, 'db' | 'engine' | 'ids' | 'clock' | 'env' | 'wakeSender'>;

interface Sending extends Send {
  mail: MailReadiness;
}

/**
 * Turns role assignments into invitations, all of them or none: who they are, what they get, their links, their mails
 * and N are written in one transaction, and everything is checked again inside it. Of a send to more than `AT_ONCE`
 * that transaction decides whom it asks, and invitations follow from there.
 * @param seen the piles that the roles were chosen from, where they were looked at a moment ago
 */
export async function sendWave(
  house: SendingHouse & Pick<House, 'reading'>,
  workspace: Workspace,
  input: Send,
  queue: QueueMessages,
  check: MailCheck = mailIsReady,
  seen: Looked | null = null,
): Promise<SentWave> {
  const roleIds = [...new Set(input.roleIds)];
  if (roleIds.length === 0) return { kind: 'nobody' };
  // Asked before the transaction: DNS may take its time, and everybody would wait with it.
  const already = await countRecipients(house.db, workspace, input.waveId);
  const mail = already + roleIds.length > MANY_RECIPIENTS ? await check() : await mailIsReady();
  const send = { ...input, roleIds, mail };
  // So many are looked at ahead of the transaction. What changes meanwhile is seen when their invitations are made.
  const looked =
    roleIds.length > AT_ONCE
      ? (seen ?? (await look({ ...house, db: house.reading }, workspace, send)))
      : null;
  const sent = await house.db
    .transaction()
    .execute((tx) => sendInside({ ...house, db: tx }, workspace, send, looked, queue));
  if (sent.kind !== 'sent' || sent.invited === 0) return sent;
  if (sent.invited >= MANY) await refreshAskedStatistics(house.db, house.engine);
  house.wakeSender();
  return sent;
}

type Looked = Awaited<ReturnType<typeof gatherNamed>>;

/** Everybody who could be asked in the wave, for a send that names very many of them; null where there is no such wave. */
async function look(
  { db, clock, env }: SendingHouse,
  workspace: Workspace,
  { waveId }: Sending,
): Promise<Looked | null> {
  const wave = await findAskingWave(db, workspace, waveId);
  if (!wave) return null;
  const lanes = await listLanes(db, workspace, waveId);
  const { programmeId } = wave;
  return gatherPiles(db, workspace, { waveId, programmeId, lanes, now: clock.now(), secrets: env });
}

async function sendInside(
  house: SendingHouse,
  workspace: Workspace,
  input: Sending,
  looked: Looked | null,
  queue: QueueMessages,
): Promise<SentWave> {
  const { db: tx, clock, env } = house;
  await lockWave(tx, workspace, input.waveId);
  const wave = await findAskingWave(tx, workspace, input.waveId);
  if (!wave) return { kind: 'unknown' };
  const halted = findHalt(wave);
  if (halted) return { kind: 'halted', why: halted };
  const lanes = await listLanes(tx, workspace, wave.id);
  const { id: waveId, programmeId } = wave;
  const gather = { waveId, programmeId, lanes, now: clock.now(), secrets: env };
  const piles = looked ?? (await gatherNamed(tx, workspace, gather, input.roleIds));
  const stale = input.stale ?? null;
  const refusal = refuseNamed(input.roleIds, piles, stale);
  if (refusal) return writeRefusal(house, workspace, input, refusal);
  const named = takeNamed(input.roleIds, piles, stale);
  const braked = await refuseInDebt(house, workspace, input, wave, named);
  if (braked) return braked;
  const invited = named.asked.length;
  const unready = await refuseMany(house, workspace, input, invited);
  if (unready) return unready;
  const askedFirst = named.asked.filter(({ roleId }) => named.askedFirst.has(roleId)).length;
  // What was looked at ahead may have changed by now: whoever it left is looked at again when made ready.
  const isOrder = looked !== null;
  if (invited > 0) {
    const detail = { invited, askedFirst };
    await decide(house, workspace, { wave, lanes, input, named, detail, isOrder }, queue);
  }
  const { already, heldBack } = named;
  return { kind: 'sent', invited, askedFirst, already, heldBack, unready: isOrder ? invited : 0 };
}

/** Nobody is asked again in a role whose last answers came to nothing that they were told of. */
async function refuseInDebt(
  house: SendingHouse,
  workspace: Workspace,
  input: Send,
  { id: waveId, programmeId }: WaveRow,
  { asked }: Named,
): Promise<DebtRefusal | null> {
  const personaIds = [...new Set(asked.map(({ personaId }) => personaId))];
  const now = house.clock.now();
  const brakes = await findBrakes(house.db, workspace, { programmeId, waveId, personaIds, now });
  if (brakes.length === 0) return null;
  await noteRefusal(house, workspace, input, 'ACTION_DEBT');
  return actionDebt(brakes);
}

export function findHalt({ state, programmeState }: WaveRow): 'closed' | 'paused' | 'shut' | null {
  if (state === 'closed') return 'closed';
  return programmeState === 'paused' || programmeState === 'shut' ? programmeState : null;
}

/** To many only while the mail's records are in order, or on an admin's word for this very wave. */
async function refuseMany(
  house: SendingHouse,
  workspace: Workspace,
  input: Sending,
  asked: number,
): Promise<MailNotReady | null> {
  const { waveId, mail } = input;
  if (mail.kind === 'ready' || asked === 0) return null;
  const recipients = (await countRecipients(house.db, workspace, waveId)) + asked;
  if (recipients <= MANY_RECIPIENTS || (await findMailWord(house.db, workspace, waveId)) !== null)
    return null;
  await noteRefusal(house, workspace, input, 'MAIL_NOT_READY');
  return mailNotReady(recipients, mail.sentence);
}

async function writeRefusal(
  house: SendingHouse,
  workspace: Workspace,
  input: Send,
  refusal: SendRefusal,
): Promise<SendRefusal> {
  await noteRefusal(house, workspace, input, refusal.code);
  return refusal;
}

async function noteRefusal(
  { db, clock }: SendingHouse,
  workspace: Workspace,
  { actor, waveId, roleIds }: Send,
  code: string,
): Promise<void> {
  const asked = `send ${waveId} to ${roleIds.length}`;
  await logRefusal(db, workspace, { at: clock.now(), actor, code, asked });
}

interface Decided {
  wave: WaveRow;
  lanes: readonly WaveLane[];
  input: Send;
  named: Named;
  detail: { invited: number; askedFirst: number };
  isOrder: boolean;
}

/** The invitations, or whom they will go to, and what the wave and its programme are by that. */
async function decide(
  house: SendingHouse,
  workspace: Workspace,
  { wave, lanes, input, named, detail, isOrder }: Decided,
  queue: QueueMessages,
): Promise<void> {
  const { db: tx, ids, clock } = house;
  const now = clock.now();
  if (isOrder) await order(house, workspace, input, named);
  else await invite(house, workspace, { waveId: wave.id, lanes, named }, queue);
  await raiseKnown(tx, workspace, wave, lanes);
  await markOpen(tx, workspace, wave.id, now);
  await fixPromises(tx, workspace, wave.id);
  await markLive(tx, workspace, wave.programmeId);
  const act = { actor: input.actor, act: 'send_wave', subject: wave.id, detail };
  await writeAudit(tx, workspace, { id: ids.make(), at: now, ...act });
}

async function order(
  { db: tx, engine, ids, clock }: SendingHouse,
  workspace: Workspace,
  { waveId, actor, stale }: Send,
  { asked }: Named,
): Promise<void> {
  const roleIds = asked.map(({ roleId }) => roleId);
  const row = { id: ids.make(), waveId, actor, stale: stale ?? null, roleIds, at: clock.now() };
  await insertOrder(tx, engine, workspace, row);
}
