import { logRefusal, writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { countHolders } from './pile/candidate.store.server.ts';
import { gatherPiles } from './pile/gather-piles.server.ts';
import type { HeldBack, StaleChoice } from './pile/pile.ts';
import type { SendRefusal } from './pile/refusal.ts';
import { type Named, refuseNamed, takeNamed } from './pile/take-named.ts';
import { markLive } from './programme.store.server.ts';
import {
  countLaneInvitations,
  insertInvitations,
  type NewInvitation,
  refreshAskedStatistics,
} from './wave/invitation.store.server.ts';
import { countRecipients, findMailWord } from './wave/mail-word.store.server.ts';
import {
  MANY_RECIPIENTS,
  type MailCheck,
  type MailNotReady,
  type MailReadiness,
  mailIsReady,
  mailNotReady,
} from './wave/mail-word.ts';
import {
  findAskingWave,
  listLanes,
  lockWave,
  markOpen,
  raiseKnownPeople,
  type WaveRow,
} from './wave/wave.store.server.ts';
import type { WaveLane } from './wave/wave.ts';

/** Puts a first mail for each invitation into the ledger, inside the transaction that makes them. */
export type QueueMessages = (
  tx: Db,
  workspace: Workspace,
  invitations: readonly { id: string }[],
) => Promise<void>;

export type SentWave =
  /** `already` were asked in this wave before; sending twice changes nothing. */
  | {
      kind: 'sent';
      invited: number;
      /** How many of them are asked first whether they still hold their role. */
      askedFirst: number;
      already: number;
      heldBack: { roleId: string; held: HeldBack }[];
    }
  | SendRefusal
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

/** Invitations handed on at once, so that a statement made of them stays within what an engine binds. */
const QUEUE_BATCH = 500;

type SendingHouse = Pick<House, 'db' | 'engine' | 'ids' | 'clock' | 'env' | 'wakeSender'>;

/**
 * Turns role assignments into invitations, all of them or none: who they are, what they get, their links,
 * their mails and N are written in one transaction. Everything is checked again inside it.
 */
export async function sendWave(
  house: SendingHouse,
  workspace: Workspace,
  input: Send,
  queue: QueueMessages,
  check: MailCheck = mailIsReady,
): Promise<SentWave> {
  const roleIds = [...new Set(input.roleIds)];
  if (roleIds.length === 0) return { kind: 'nobody' };
  // Asked before the transaction: DNS may take its time, and everybody would wait with it.
  const already = await countRecipients(house.db, workspace, input.waveId);
  const mail = already + roleIds.length > MANY_RECIPIENTS ? await check() : await mailIsReady();
  const sent = await house.db
    .transaction()
    .execute((tx) => sendInside({ ...house, db: tx }, workspace, { ...input, roleIds, mail }, queue));
  if (sent.kind === 'sent' && sent.invited >= MANY) await refreshAskedStatistics(house.db, house.engine);
  if (sent.kind === 'sent' && sent.invited > 0) house.wakeSender();
  return sent;
}

async function sendInside(
  house: SendingHouse,
  workspace: Workspace,
  input: Send & { mail: MailReadiness },
  queue: QueueMessages,
): Promise<SentWave> {
  const { db: tx, clock, env } = house;
  await lockWave(tx, workspace, input.waveId);
  const wave = await findAskingWave(tx, workspace, input.waveId);
  if (!wave) return { kind: 'unknown' };
  const halted = findHalt(wave);
  if (halted) return { kind: 'halted', why: halted };
  const lanes = await listLanes(tx, workspace, wave.id);
  const gather = {
    waveId: wave.id,
    programmeId: wave.programmeId,
    lanes,
    now: clock.now(),
    secrets: env,
  };
  const piles = await gatherPiles(tx, workspace, gather);
  const stale = input.stale ?? null;
  const refusal = refuseNamed(input.roleIds, piles, stale);
  if (refusal) return writeRefusal(house, workspace, input, refusal);
  const named = takeNamed(input.roleIds, piles, stale);
  const invited = named.asked.length;
  const unready = await refuseMany(house, workspace, input, invited);
  if (unready) return unready;
  const askedFirst = named.asked.filter(({ roleId }) => named.askedFirst.has(roleId)).length;
  if (invited > 0) await invite(house, workspace, { wave, lanes, input, named, askedFirst }, queue);
  return { kind: 'sent', invited, askedFirst, already: named.already, heldBack: named.heldBack };
}

function findHalt({ state, programmeState }: WaveRow): 'closed' | 'paused' | 'shut' | null {
  if (state === 'closed') return 'closed';
  return programmeState === 'paused' || programmeState === 'shut' ? programmeState : null;
}

/** To many only while the mail's records are in order, or on an admin's word for this very wave. */
async function refuseMany(
  house: SendingHouse,
  workspace: Workspace,
  input: Send & { mail: MailReadiness },
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
  { db, ids, clock }: SendingHouse,
  workspace: Workspace,
  { actor, waveId, roleIds }: Send,
  code: string,
): Promise<void> {
  const asked = `send ${waveId} to ${roleIds.length}`;
  await logRefusal(db, workspace, { id: ids.make(), at: clock.now(), actor, code, asked });
}

interface Invite {
  wave: WaveRow;
  lanes: readonly WaveLane[];
  input: Send;
  named: Named;
  askedFirst: number;
}

async function invite(
  { db: tx, ids, clock, env }: SendingHouse,
  workspace: Workspace,
  { wave, lanes, input, named, askedFirst }: Invite,
  queue: QueueMessages,
): Promise<void> {
  const now = clock.now();
  const { id: waveId, programmeId } = wave;
  const versions = new Map(lanes.map(({ personaId, versionId }) => [personaId, versionId]));
  const invitations = named.asked.map(
    ({ roleId, personId, accountId, personaId, confirmedAt }): NewInvitation => ({
      id: ids.make(),
      roleId,
      personId,
      accountId,
      personaId,
      versionId: versions.get(personaId)!,
      staleConfirmation: named.askedFirst.has(roleId) ? (confirmedAt ?? 0) : null,
    }),
  );
  await insertInvitations(tx, workspace, { waveId, invitations, now, secret: env.appSecret });
  for (const { personaId } of lanes) {
    const { roles } = await countHolders(tx, workspace, { programmeId, personaId });
    const invited = await countLaneInvitations(tx, workspace, waveId, personaId);
    await raiseKnownPeople(tx, workspace, { waveId, personaId, people: Math.max(roles, invited) });
  }
  await markOpen(tx, workspace, waveId, now);
  await markLive(tx, workspace, programmeId);
  await writeAudit(tx, workspace, {
    id: ids.make(),
    at: now,
    actor: input.actor,
    act: 'send_wave',
    subject: waveId,
    detail: { invited: invitations.length, askedFirst },
  });
  for (let from = 0; from < invitations.length; from += QUEUE_BATCH)
    await queue(tx, workspace, invitations.slice(from, from + QUEUE_BATCH));
}
