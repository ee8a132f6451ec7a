import { readStopped } from '#app/delivery/read-stopped.server.ts';
import { readUnsubscribe, type WayOut } from '#app/delivery/read-unsubscribe.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { PlainRequest } from '#app/platform/http/plain-exchange.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findLastCorrection, hasAnswered } from '#app/programme/correction/correction.store.server.ts';
import type { Correction } from '#app/programme/correction/correction.ts';
import { browserLanguage } from '../trouble.server.ts';
import type { Visit } from '../visit.server.ts';
import type { Spoken } from '../who/role-page.ts';
import { findSeat, type SeatRow } from './leave.store.server.ts';

/** All that the page behind an unsubscribe link says. */
export interface Leaving {
  way: WayOut;
  door: Spoken & { invitationId: string };
  /** What they want no more of, as it is written down. */
  stopped: 'all' | 'programme' | null;
  /** What they said of their role last. */
  last: Correction | undefined;
  /** The persona they said they are instead, by its name. */
  toPersonaName: string | null;
  answered: boolean;
  /** The invitation was taken back, so there is no role left to speak of. */
  isOver: boolean;
}

/** Who is behind an unsubscribe link; null for an unknown one. Reads only. */
export async function readLeaving({ house, token }: Visit, request: PlainRequest): Promise<Leaving | null> {
  const way = await readUnsubscribe(house.db, token);
  if (!way) return null;
  const { workspace, workspaceName } = way;
  const seat = await findStanding(house.db, workspace, way.invitationId);
  const { invitationId, personName, accountName } = seat;
  const persona = { id: seat.personaId, name: seat.personaName, plural: seat.plural, base: seat.base };
  const door = { invitationId, personName, accountName, persona, workspaceName };
  const last = await findLastCorrection(house.db, workspace, invitationId);
  const personas = last?.toPersonaId ? await listPersonas(house.db, workspace) : [];
  return {
    way,
    // Their own language is a guess of somebody else; the browser's they have chosen.
    door: { ...door, language: browserLanguage(request) },
    stopped: await readStopped(house, way),
    last,
    toPersonaName: personas.find(({ id }) => id === last?.toPersonaId)?.name ?? null,
    answered: await hasAnswered(house.db, workspace, invitationId),
    isOver: seat.revokedAt !== null,
  };
}

/** Each word about a role may have led to another invitation; nobody says it more often than this. */
const MOST_STEPS = 8;

/** The mail names the invitation it was sent for; what its holder said since leads to the one that stands now. */
async function findStanding(db: Db, workspace: Workspace, first: string): Promise<SeatRow> {
  let seat = (await findSeat(db, workspace, first))!;
  for (let steps = 0; seat.revokedAt !== null && steps < MOST_STEPS; steps += 1) {
    const last = await findLastCorrection(db, workspace, seat.invitationId);
    const next = last?.toInvitationId && (await findSeat(db, workspace, last.toInvitationId));
    if (!next) return seat;
    seat = next;
  }
  return seat;
}
