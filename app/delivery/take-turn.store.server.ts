import type { Db } from '#app/platform/db.server.ts';
import type { MailPace } from '#app/platform/env-pace.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { findAskingRules } from '#app/programme/asking/asking-rules.store.server.ts';
import type { AskingRules } from '#app/programme/asking/asking-rules.ts';
import { isLate } from '#app/programme/asking/late.ts';
import { markPaused, markStarted } from '#app/programme/asking/pause.store.server.ts';
import { findBrakes } from '#app/programme/told/find-brakes.server.ts';
import { listAsked } from './claim-facts.store.server.ts';
import type { ClaimedMessage } from './claimed-message.ts';
import { asksAnew, type Due, judgeDue, type Verdict } from './may-go.ts';
import { keepPace } from './pace/keep-pace.server.ts';
import type { Turn } from './turn.store.server.ts';
import { TELLING, WAITING_STATES } from './written-states.store.server.ts';

type DueMessage = Due & { address: string };

/** Who was there first and until when they hold it. Times are ms. */
interface Taking {
  now: number;
  limit: number;
  until: number;
  pace: MailPace;
}

/** Judges what is due inside the transaction that takes it, so that two waves cannot both pass a cap. */
export async function takeTurn(
  tx: Db,
  engine: 'sqlite' | 'postgres',
  turn: Turn,
  { now, limit, until, pace }: Taking,
): Promise<ClaimedMessage[]> {
  // The ledger's row is the proof: it belongs to this workspace.
  const workspace = mintWorkspace(turn.workspaceId);
  const { waveId, inHours, reminders } = turn;
  if (turn.does === 'asks' && isLate(turn, now)) {
    await markPaused(tx, workspace, { waveId, why: 'late', by: null, at: now });
    return [];
  }
  const rules = await findAskingRules(tx, workspace);
  const due = await listDue(tx, engine, turn, { now, limit, lockAccounts: rules.accountWeek !== null });
  const asked = await listAsked(tx, workspace, { due, rules, now });
  const braked = await findBraked(tx, workspace, { turn, due, rules, now });
  const verdicts = judgeDue(due, { now, waveId, inHours, reminders, rules, asked, braked });
  const slow = await keepPace(tx, goingOf(due, verdicts), { engine, pace, now });
  const going: string[] = [];
  for (const [i, verdict] of verdicts.entries()) {
    const { id } = due[i]!;
    const wait = slow.get(id);
    if (verdict.kind !== 'go') await putAside(tx, workspace, id, verdict, now);
    else if (wait) await putAside(tx, workspace, id, { kind: 'wait', ...wait }, now);
    else going.push(id);
  }
  if (going.length === 0) return [];
  if (turn.does === 'asks' && turn.startedAt === null) await markStarted(tx, workspace, waveId, now);
  return take(tx, workspace, going, until);
}

/** Personas that this wave may not ask now: what they said the last time was not answered. */
async function findBraked(
  tx: Db,
  workspace: Workspace,
  { turn, due, rules, now }: { turn: Turn; due: readonly Due[]; rules: AskingRules; now: number },
): Promise<Set<string>> {
  const personaIds = [...new Set(due.filter(asksAnew).map(({ personaId }) => personaId))];
  const { programmeId, waveId } = turn;
  const brakes = await findBrakes(tx, workspace, { programmeId, waveId, personaIds, now, rules });
  return new Set(brakes.map(({ personaId }) => personaId));
}

function goingOf(due: readonly DueMessage[], verdicts: readonly Verdict[]): DueMessage[] {
  return due.filter((_, i) => verdicts[i]!.kind === 'go');
}

async function take(tx: Db, workspace: Workspace, ids: string[], until: number): Promise<ClaimedMessage[]> {
  return tx
    .updateTable('outbound_message')
    .set((eb) => ({
      state: 'claimed' as const,
      lease_until: until,
      fence: eb('fence', '+', 1),
      attempts: eb('attempts', '+', 1),
    }))
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', ids)
    .where('state', 'in', WAITING_STATES)
    .returning([
      'workspace_id',
      'id',
      'invitation_id',
      'kind',
      'ordinal',
      'to_address',
      'subject',
      'message_id',
      'bytes',
      'attempts',
      'fence',
      'resent',
    ])
    .execute();
}

/** What may not go now: later, or never. One that went out before may have arrived, so it stays in doubt instead. */
async function putAside(
  tx: Db,
  workspace: Workspace,
  id: string,
  verdict: Exclude<Verdict, { kind: 'go' }>,
  now: number,
): Promise<void> {
  const cells =
    verdict.kind === 'wait'
      ? { next_at: verdict.until, reason: verdict.reason }
      : { state: 'suppressed' as const, reason: verdict.reason, settled_at: now };
  await tx
    .updateTable('outbound_message')
    .set(cells)
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', 'in', WAITING_STATES)
    .execute();
}

/**
 * The longest due of a wave. PostgreSQL holds the people as well, and the accounts where a cap counts them: another
 * sender that is about to ask one of them in another wave leaves them for later, instead of missing what is asked here.
 */
async function listDue(
  tx: Db,
  engine: 'sqlite' | 'postgres',
  { does, workspaceId, waveId }: Turn,
  { now, limit, lockAccounts }: { now: number; limit: number; lockAccounts: boolean },
): Promise<DueMessage[]> {
  // No table goes by another name: the guard knows what is locked by its own.
  const due = tx
    .selectFrom('outbound_message')
    .innerJoin('invitation', (on) =>
      on
        .onRef('invitation.workspace_id', '=', 'outbound_message.workspace_id')
        .onRef('invitation.id', '=', 'outbound_message.invitation_id'),
    )
    .innerJoin('person', (on) =>
      on
        .onRef('person.workspace_id', '=', 'invitation.workspace_id')
        .onRef('person.id', '=', 'invitation.person_id'),
    )
    .innerJoin('account', (on) =>
      on
        .onRef('account.workspace_id', '=', 'invitation.workspace_id')
        .onRef('account.id', '=', 'invitation.account_id'),
    )
    .select(['outbound_message.id', 'outbound_message.kind', 'outbound_message.ordinal'])
    .select(['outbound_message.resent', 'invitation.role_assignment_id as roleId'])
    .select(['invitation.person_id as personId', 'invitation.account_id as accountId'])
    .select('invitation.persona_id as personaId')
    .select(['person.time_zone as timeZone', 'outbound_message.to_address as address'])
    .where('outbound_message.workspace_id', '=', workspaceId)
    .where('outbound_message.wave_id', '=', waveId)
    .where('outbound_message.state', 'in', WAITING_STATES)
    .where('outbound_message.next_at', '<=', now)
    .where('outbound_message.kind', does === 'asks' ? '<>' : '=', TELLING)
    .orderBy('outbound_message.next_at')
    .limit(limit);
  if (engine === 'sqlite') return due.execute();
  const held = ['outbound_message', 'person', ...(lockAccounts ? ['account' as const] : [])] as const;
  return due
    .forNoKeyUpdate([...held])
    .skipLocked()
    .execute();
}
