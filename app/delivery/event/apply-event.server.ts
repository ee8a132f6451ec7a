import { closeUnreachable } from '#app/audience/close-unreachable.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { currentHash } from '#app/programme/address-hash.server.ts';
import { bouncedNotice } from '../notice/owner-notice.ts';
import { tellOwner } from '../notice/tell-owner.server.ts';
import { insertSuppression } from '../suppression.store.server.ts';
import { type EventKey, outcomesOf, softBouncesOf } from './event.store.server.ts';
import { countsAs, type EventKind, isWornOut, outcomeOf, saysNobodyIsThere } from './mail-event.ts';
import { lockMessage, setOutcome, settleDoubt, type ToldMessage } from './told-message.store.server.ts';
import { countReturn } from './wave-return.store.server.ts';

type Inside = Pick<House, 'db' | 'engine' | 'env' | 'ids' | 'clock'>;

export interface Told extends EventKey {
  kind: EventKind;
  status: string | null;
  detail: string;
}

/**
 * Does what an event asks for, in the transaction that matched it to its message (`house.db`). Applied in any order, any
 * set of events ends in the same state.
 */
export async function applyEvent(
  house: Inside,
  workspace: Workspace,
  { event, messageId }: { event: Told; messageId: string },
): Promise<void> {
  const { db: tx, clock } = house;
  const message = await lockMessage(tx, house.engine, workspace, messageId);
  const told = await outcomesOf(tx, workspace, messageId);
  const outcome = outcomeOf(told);
  if (outcome) await setOutcome(tx, workspace, messageId, outcome);
  await settleDoubt(tx, workspace, messageId, { at: clock.now(), reason: arrivedReason(event.kind) });
  const counted = countsAs(event);
  if (counted) {
    const isFirst = !told.some((one) => countsAs(one) === counted && one.event_id !== event.event_id);
    if (isFirst) await countReturn(tx, workspace, { waveId: message.waveId, kind: counted });
  }
  await suppress(house, workspace, message, event.kind);
  if (event.kind === 'hard_bounce' && saysNobodyIsThere(event.status))
    await emptySeats(house, workspace, message, event.detail);
}

export function arrivedReason(kind: EventKind | null): string {
  return kind === 'soft_bounce' || kind === 'hard_bounce'
    ? 'It had gone out: it came back.'
    : 'It had gone out: a mail server has told us of it.';
}

/** A complaint and a hard bounce speak at once; soft ones, three within a week. */
async function suppress(
  house: Inside,
  workspace: Workspace,
  { personId, address }: ToldMessage,
  kind: EventKind,
): Promise<void> {
  if (kind === 'delivered' || kind === 'delayed') return;
  if (kind === 'soft_bounce') {
    const bounces = await softBouncesOf(house.db, workspace, { personId, address });
    if (!isWornOut(bounces)) return;
  }
  await insertSuppression(house.db, {
    workspaceId: workspace.id,
    ...currentHash(house.env, address),
    domain: address.split('@')[1] ?? '',
    reason: kind === 'complaint' ? 'complaint' : 'bounce',
    at: house.clock.now(),
  });
}

/** Why a seat stands empty whose holder no mail reaches, as a member reads it beside the date. */
const CAME_BACK = 'mail to them came back for good';

async function emptySeats(
  house: Inside,
  workspace: Workspace,
  message: ToldMessage,
  said: string,
): Promise<void> {
  const { personId, accountId, address, programmeId, personName, accountName } = message;
  const ended = await closeUnreachable(house, workspace, {
    ...{ personId, accountId, address },
    reason: CAME_BACK,
  });
  if (ended.length === 0) return;
  const personas = await listPersonas(house.db, workspace);
  const held = personas.filter(({ id }) => ended.some(({ personaId }) => personaId === id));
  const notice = bouncedNotice({
    ...{ personName, accountName, said },
    personaNames: held.map(({ name }) => name),
    personUrl: `${house.env.publicUrl}/people/${toSlug('person', personId)}`,
  });
  await tellOwner(house, workspace, { programmeId, kind: 'bounced', about: ended[0]!.roleId, notice });
}
