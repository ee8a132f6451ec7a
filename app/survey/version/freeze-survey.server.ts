import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { checkDraft, type DraftFault } from '../draft/check-draft.ts';
import { type Accepted, Draft } from '../draft/draft.ts';
import { findSurvey, lockSurvey } from '../survey.store.server.ts';
import { translationsToFreeze } from '../translation/read-translations.server.ts';
import { findingsOf } from '../wording/findings-of.ts';
import { acceptancesOf, openFindings, type PlacedFinding } from '../wording/open-findings.ts';
import { insertVersion, listVersionRows } from './version.store.server.ts';

export type FrozenSurvey =
  | { kind: 'published'; versionId: string; number: number; accepted: Accepted[] }
  /** The draft reads exactly like the newest version: one version is enough. */
  | { kind: 'unchanged'; versionId: string; number: number }
  | { kind: 'faults'; faults: DraftFault[] }
  /** Words that would put an answer in somebody's mouth: to be rewritten, or stood by with a reason. */
  | { kind: 'wording'; findings: PlacedFinding[] }
  | { kind: 'conflict'; revision: number; savedAt: number }
  | { kind: 'unknown' };

export interface Freeze {
  surveyId: string;
  /** The revision the publisher saw; anything newer is a conflict. */
  revision: number;
  versionId: string;
  actor: Actor;
  now: number;
}

/**
 * Freezes the draft as the next version, with a row per question. Part of the transaction that checks the
 * purpose (`programme/publish-survey`), because a published survey without a purpose must not exist.
 */
export async function freezeSurvey(tx: Db, workspace: Workspace, freeze: Freeze): Promise<FrozenSurvey> {
  await lockSurvey(tx, workspace, freeze.surveyId);
  const survey = await findSurvey(tx, workspace, freeze.surveyId);
  if (!survey) return { kind: 'unknown' };
  if (survey.revision !== freeze.revision)
    return { kind: 'conflict', revision: survey.revision, savedAt: survey.updatedAt };
  const personas = await listPersonas(tx, workspace);
  const persona = personas.find(({ id }) => id === survey.personaId)!;
  const draft = Draft.parse(JSON.parse(survey.draft));
  const checked = checkDraft(draft, persona);
  if (checked.kind === 'faults') return checked;
  const translations = await translationsToFreeze(tx, workspace, survey.id, checked.set);
  const set = { ...checked.set, ...(translations && { translations }) };
  const [newest] = await listVersionRows(tx, workspace, survey.id);
  if (newest && newest.definition === JSON.stringify(set))
    return { kind: 'unchanged', versionId: newest.id, number: newest.number };
  const findings = findingsOf(set, { language: survey.language, persona });
  const open = openFindings(findings, draft.accepted);
  if (open.length > 0) return { kind: 'wording', findings: open };
  const number = (newest?.number ?? 0) + 1;
  await insertVersion(tx, workspace, {
    id: freeze.versionId,
    surveyId: survey.id,
    programmeId: survey.programmeId,
    personaId: survey.personaId,
    number,
    set,
    publishedBy: freeze.actor,
    publishedAt: freeze.now,
  });
  const accepted = acceptancesOf(findings, draft.accepted);
  return { kind: 'published', versionId: freeze.versionId, number, accepted };
}
