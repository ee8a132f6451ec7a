import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import { freezeAskedElsewhere } from '#app/survey/version/freeze-asked-elsewhere.server.ts';
import { type ImportedWave, insertImportedLane, listDefinitions } from './imported-wave.store.server.ts';

export interface NewImportedLane {
  wave: ImportedWave;
  personaId: string;
  set: QuestionSet;
  language: string;
  actor: Actor;
  now: number;
  makeId(): string;
}

export type OpenedLane = { kind: 'open'; versionId: string } | { kind: 'other_question' };

/** The lane of one persona in an imported wave, with the questions it was asked. The wave is locked by the caller. */
export async function openImportedLane(
  tx: Db,
  workspace: Workspace,
  lane: NewImportedLane,
): Promise<OpenedLane> {
  const { wave, personaId, set } = lane;
  const asked = await listDefinitions(tx, workspace, wave.id);
  const known = asked.find((one) => one.personaId === personaId);
  if (known)
    return known.definition === JSON.stringify(set)
      ? { kind: 'open', versionId: known.versionId }
      : { kind: 'other_question' };
  const versionId = lane.makeId();
  await freezeAskedElsewhere(tx, workspace, {
    surveyId: lane.makeId(),
    versionId,
    programmeId: wave.programmeId,
    personaId,
    name: wave.name,
    language: lane.language,
    set,
    actor: lane.actor,
    now: lane.now,
  });
  await insertImportedLane(tx, workspace, {
    waveId: wave.id,
    programmeId: wave.programmeId,
    personaId,
    versionId,
  });
  return { kind: 'open', versionId };
}
