import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type ListedSurvey, listSurveys } from '#app/survey/list-surveys.server.ts';
import { findProgramme } from './programme.store.server.ts';
import type { Programme } from './programme.ts';
import { type KeptPurpose, listPurposes } from './purpose/purpose.store.server.ts';
import { missingFields, type PurposeField } from './purpose/purpose-words.ts';
import { listWaveRows } from './wave/wave.store.server.ts';
import type { Wave } from './wave/wave.ts';

export interface ProgrammeLane {
  persona: Persona;
  purpose: KeptPurpose | null;
  missing: PurposeField[];
  surveys: ListedSurvey[];
}

export interface OpenProgramme {
  programme: Programme;
  /** Every persona in lane order; closed ones only where something was written for them. */
  lanes: ProgrammeLane[];
  waves: Omit<Wave, 'lanes'>[];
}

/** A programme with why and what each persona is asked; null when this workspace has no such programme. */
export async function readProgramme(db: Db, workspace: Workspace, id: string): Promise<OpenProgramme | null> {
  const programme = await findProgramme(db, workspace, id);
  if (!programme) return null;
  const purposes = await listPurposes(db, workspace, id);
  const surveys = await listSurveys(db, workspace, id);
  const lanes = (await listPersonas(db, workspace)).map((persona): ProgrammeLane => {
    const purpose = purposes.find(({ personaId }) => personaId === persona.id) ?? null;
    const own = surveys.filter(({ personaId }) => personaId === persona.id);
    return { persona, purpose, missing: missingFields(purpose), surveys: own };
  });
  const shown = lanes.filter(
    ({ persona, purpose, surveys: own }) => !persona.closedAt || purpose || own.length > 0,
  );
  return { programme, lanes: shown, waves: await listWaveRows(db, workspace, id) };
}
