import type { Persona } from '#app/persona/persona.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listSurveys } from '#app/survey/list-surveys.server.ts';
import { type ShownOccasion, showPacks } from '#app/survey/pack/show-pack.ts';
import { listProgrammes } from './list-programmes.server.ts';
import type { Programme } from './programme.ts';
import { type KeptPurpose, listPurposes } from './purpose/purpose.store.server.ts';
import { missingFields, type PurposeField } from './purpose/purpose-words.ts';

/** What a new survey can be for and begin with. */
export interface Beginning {
  personas: Persona[];
  /** Those that still ask. */
  programmes: Programme[];
  /** As wanted, or the only one; null while it is to be chosen. */
  persona: Persona | null;
  programme: Programme | null;
  /** Why this programme asks this persona, and what is not written yet; null until both are chosen. */
  why: { purpose: KeptPurpose | null; missing: PurposeField[] } | null;
  /** By occasion, once the persona is chosen. */
  occasions: ShownOccasion[];
  /** Surveys with questions that can be copied, the newest first. */
  surveys: { id: string; label: string }[];
}

export async function readBeginning(
  db: Db,
  workspace: Workspace,
  wanted: { programmeId: string | null; personaId: string | null },
): Promise<Beginning> {
  const everyone = await readPersonas(db, workspace);
  const personas = everyone.filter(({ closedAt }) => closedAt === null);
  const programmes = (await listProgrammes(db, workspace)).filter(
    ({ origin, state }) => origin === 'asked' && state !== 'shut',
  );
  const persona = personas.find(({ id }) => id === wanted.personaId) ?? null;
  const only = programmes.length === 1 ? programmes[0] : undefined;
  const programme = programmes.find(({ id }) => id === wanted.programmeId) ?? only ?? null;
  const choice = { personas, programmes, persona, programme };
  if (!persona || !programme) return { ...choice, why: null, occasions: [], surveys: [] };
  const purposes = await listPurposes(db, workspace, programme.id);
  const purpose = purposes.find(({ personaId }) => personaId === persona.id) ?? null;
  const surveys = (await listSurveys(db, workspace)).filter(({ questions }) => questions > 0);
  return {
    ...choice,
    why: { purpose, missing: missingFields(purpose) },
    occasions: showPacks(persona.base),
    surveys: surveys.map(({ id, name, personaId, programmeName }) => {
      const plural = everyone.find((one) => one.id === personaId)?.plural ?? '';
      return { id, label: `${name} (${plural}, ${programmeName})` };
    }),
  };
}
