import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { findWave, listLanes } from '#app/programme/wave/wave.store.server.ts';
import { readAskedLane } from '../asked-lane.server.ts';
import type { KnownLink } from '../open-link.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { doorInLanguage } from '../visit.server.ts';

export type SelfDoor =
  | { kind: 'asked'; door: RespondentDoor }
  /** The wave of the invitation asks this persona nothing. */
  | { kind: 'not_asked' }
  /** No open persona of the workspace. */
  | { kind: 'unknown' };

/** The questions that a wave asks of one persona, for somebody who says that they are one. Nobody is named on it. */
export async function findSelfDoor(
  db: Db,
  link: KnownLink,
  personaId: string,
  { request, language }: { request: PlainRequest; language: string | null },
): Promise<SelfDoor> {
  const { workspace, waveId } = link.door;
  const personas = await listPersonas(db, workspace);
  if (!personas.some(({ id, closedAt }) => id === personaId && closedAt === null)) return { kind: 'unknown' };
  const wave = await findWave(db, workspace, waveId);
  const lanes = await listLanes(db, workspace, waveId);
  const own = lanes.find((lane) => lane.personaId === personaId);
  if (!wave || !own) return { kind: 'not_asked' };
  const key = {
    workspaceId: workspace.id,
    programmeId: wave.programmeId,
    personaId,
    versionId: own.versionId,
  };
  const lane = await readAskedLane(db, key);
  const nobody = { roleAssignmentId: '', personId: '', personName: '', isSelf: true as const };
  const door = { ...link.door, ...lane.door, ...nobody };
  return {
    kind: 'asked',
    door: doorInLanguage({ ...link, door, lane, personLanguage: null }, request, language),
  };
}
