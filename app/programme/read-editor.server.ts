import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { checkDraft, type DraftFault } from '#app/survey/check-draft.ts';
import { type OpenSurvey, readSurvey } from '#app/survey/read-survey.server.ts';
import { readVersion } from '#app/survey/read-version.server.ts';
import { countHolders } from './pile/candidate.store.server.ts';
import { findProgramme } from './programme.store.server.ts';
import type { Programme } from './programme.ts';
import { type KeptPurpose, listPurposes } from './purpose/purpose.store.server.ts';
import { missingFields, type PurposeField } from './purpose/purpose-words.ts';

export interface SurveyEditor {
  survey: OpenSurvey;
  programme: Programme;
  persona: Persona;
  /** Who holds the persona's role in this programme now. */
  known: { people: number; accounts: number };
  purpose: KeptPurpose | null;
  /** What stands in the way of publishing. */
  missing: PurposeField[];
  faults: DraftFault[];
  /** True when the draft reads like the newest version. */
  isPublished: boolean;
}

/** A survey with for whom and why it is, and what keeps it from being published; null when there is none. */
export async function readEditor(
  db: Db,
  workspace: Workspace,
  surveyId: string,
): Promise<SurveyEditor | null> {
  const survey = await readSurvey(db, workspace, surveyId);
  if (!survey) return null;
  const { programmeId, personaId } = survey;
  const programme = await findProgramme(db, workspace, programmeId);
  if (!programme) return null;
  const personas = await listPersonas(db, workspace);
  const purposes = await listPurposes(db, workspace, programmeId);
  const purpose = purposes.find((kept) => kept.personaId === personaId) ?? null;
  const persona = personas.find(({ id }) => id === personaId)!;
  const checked = checkDraft(survey.draft, persona);
  const [newest] = survey.versions;
  const frozen = newest ? await readVersion(db, workspace, { surveyId, number: newest.number }) : null;
  const set = checked.kind === 'ready' ? checked.set : null;
  return {
    survey,
    programme,
    persona,
    known: await countHolders(db, workspace, { programmeId, personaId }),
    purpose,
    missing: missingFields(purpose),
    faults: checked.kind === 'faults' ? checked.faults : [],
    isPublished: set !== null && frozen !== null && JSON.stringify(frozen.set) === JSON.stringify(set),
  };
}
