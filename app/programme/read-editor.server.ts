import { findMemberRow } from '#app/membership/members/member.store.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { checkDraft, type DraftFault, readSet } from '#app/survey/draft/check-draft.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import { type OpenSurvey, readSurvey } from '#app/survey/read-survey.server.ts';
import { frozenTexts } from '#app/survey/translation/frozen-texts.ts';
import { readTranslations } from '#app/survey/translation/read-translations.server.ts';
import { readVersion } from '#app/survey/version/read-version.server.ts';
import { findingsOf } from '#app/survey/wording/findings-of.ts';
import { openFindings, type PlacedFinding } from '#app/survey/wording/open-findings.ts';
import { countHolders } from './pile/candidate.store.server.ts';
import { type Holder, listSomeHolders } from './pile/holder.store.server.ts';
import { findProgramme } from './programme.store.server.ts';
import type { Programme } from './programme.ts';
import { type KeptPurpose, listPurposes } from './purpose/purpose.store.server.ts';
import { missingFields, type PurposeField } from './purpose/purpose-words.ts';

export interface SurveyEditor {
  survey: OpenSurvey;
  programme: Programme;
  persona: Persona;
  /** Who saved last; null where no member did. */
  savedBy: string | null;
  /** Who holds the persona's role in this programme now. */
  known: { people: number; accounts: number };
  /** A few of them, to see the survey as. */
  holders: Holder[];
  purpose: KeptPurpose | null;
  /** What stands in the way of publishing. */
  missing: PurposeField[];
  faults: DraftFault[];
  /** What the language check asks to be rewritten or stood by. */
  wording: PlacedFinding[];
  /** The texts of each other language by place, as a version would freeze them now. */
  translations: Record<string, Record<string, string>>;
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
  const translations = await translationsOf(db, workspace, surveyId);
  const checked = checkDraft(survey.draft, persona, translations);
  const set = checked.kind === 'ready' ? checked.set : null;
  const readable = readSet(survey.draft, translations);
  const findings =
    readable.kind === 'ready' ? findingsOf(readable.set, { language: survey.language, persona }) : [];
  const writer = survey.updatedBy ? await findMemberRow(db, workspace, survey.updatedBy) : undefined;
  return {
    survey,
    programme,
    persona,
    savedBy: writer?.name ?? null,
    known: await countHolders(db, workspace, { programmeId, personaId }),
    holders: await listSomeHolders(db, workspace, { programmeId, personaId }),
    purpose,
    missing: missingFields(purpose),
    faults: checked.kind === 'faults' ? checked.faults : [],
    wording: openFindings(findings, survey.draft.accepted),
    translations,
    isPublished: await isNewest(db, workspace, survey, set),
  };
}

async function translationsOf(db: Db, workspace: Workspace, surveyId: string) {
  const translated = await readTranslations(db, workspace, surveyId);
  const { originals, translations } = translated!;
  const languages = translations
    .map(({ language, texts }) => [language, frozenTexts(originals, texts)] as const)
    .filter(([, texts]) => Object.keys(texts).length > 0);
  return Object.fromEntries(languages);
}

async function isNewest(db: Db, workspace: Workspace, survey: OpenSurvey, set: QuestionSet | null) {
  const [newest] = survey.versions;
  if (!newest || !set) return false;
  const frozen = await readVersion(db, workspace, { surveyId: survey.id, number: newest.number });
  return frozen !== null && JSON.stringify(frozen.set) === JSON.stringify(set);
}
