import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from '#app/programme/programme.store.server.ts';
import { isOpenTheme } from '#app/results/theme/is-open-theme.server.ts';
import { areKnown, findLane, findResponder } from './about.store.server.ts';
import type { Hooks } from './hooks.server.ts';
import { houseHooks } from './house-hooks.server.ts';
import { findAbleMember } from './member.store.server.ts';
import { openInside } from './open-inside.server.ts';

export interface Opening {
  what: string;
  programmeId: string;
  personaId: string;
  waveId: string | null;
  accountId: string | null;
  personId: string | null;
  /** Of `waveId` and `personaId`; says person and account itself. */
  responseId: string | null;
  /** A theme that it is about. */
  themeId?: string | null;
  /** Null: whoever owns the programme. */
  ownerId: string | null;
  due: { at: number } | { hours: number };
  actor: Actor;
}

export type Opened =
  | { kind: 'opened'; id: string }
  | { kind: 'unknown'; what: 'programme' | 'persona' | 'wave' | 'response' | 'person' | 'owner' | 'theme' }
  /** Answers of this programme lead to nobody, so a follow-up on them does not either. */
  | { kind: 'in_confidence' };

/** Opens a follow-up by hand, about one persona. */
export async function openFollowUp(
  house: House,
  workspace: Workspace,
  opening: Opening,
  hooks: Hooks = houseHooks(house),
): Promise<Opened> {
  return inTransaction(house.db, async (tx) => {
    const inside = { ...house, db: tx };
    const about = await readAbout(inside, workspace, opening);
    if ('kind' in about) return about;
    const { what, programmeId, personaId, waveId, ownerId, due, actor, themeId } = opening;
    const facts = { ...about, what, programmeId, personaId, waveId, ownerId, due, actor, themeId };
    const own = { ...facts, cameFrom: 'hand' as const, rule: null, words: '' };
    const opened = await openInside(inside, workspace, own, hooks);
    if (opened.kind !== 'opened') return { kind: 'unknown', what: 'owner' };
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at: house.clock.now(), actor, act: 'open_follow_up', subject: opened.id },
      detail: { personaId, programmeId, waveId },
    });
    return opened;
  });
}

interface About {
  surveyVersionId: string | null;
  accountId: string | null;
  personId: string | null;
  responseId: string | null;
  invitationId: string | null;
}

async function readAbout(
  { db: tx }: House,
  workspace: Workspace,
  opening: Opening,
): Promise<About | Exclude<Opened, { kind: 'opened' }>> {
  const { programmeId, personaId, waveId, accountId, personId, responseId, ownerId } = opening;
  const promise = await findProgramme(tx, workspace, programmeId);
  if (!promise) return { kind: 'unknown', what: 'programme' };
  const personas = await listPersonas(tx, workspace);
  if (!personas.some(({ id }) => id === personaId)) return { kind: 'unknown', what: 'persona' };
  if (ownerId && !(await findAbleMember(tx, workspace, ownerId))) return { kind: 'unknown', what: 'owner' };
  const { themeId } = opening;
  if (themeId && !(await isOpenTheme(tx, workspace, themeId))) return { kind: 'unknown', what: 'theme' };
  const namesSomebody = accountId !== null || personId !== null || responseId !== null;
  if (namesSomebody && promise.confidentiality !== 'attributed') return { kind: 'in_confidence' };
  if (!(await areKnown(tx, workspace, { personId, accountId }))) return { kind: 'unknown', what: 'person' };
  const nothing = { surveyVersionId: null, responseId: null, invitationId: null };
  if (waveId === null)
    return responseId === null ? { ...nothing, accountId, personId } : { kind: 'unknown', what: 'response' };
  const lane = await findLane(tx, workspace, { waveId, personaId });
  if (lane?.programmeId !== programmeId) return { kind: 'unknown', what: 'wave' };
  if (responseId === null) return { ...nothing, accountId, personId };
  const by = await findResponder(tx, workspace, { waveId, personaId, responseId });
  if (!by) return { kind: 'unknown', what: 'response' };
  const { invitationId, versionId: surveyVersionId } = by;
  return { surveyVersionId, responseId, invitationId, accountId: by.accountId, personId: by.personId };
}
