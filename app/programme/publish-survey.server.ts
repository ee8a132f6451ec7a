import { listPersonas } from '#app/persona/persona.store.server.ts';
import { logRefusal, writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findSurvey } from '#app/survey/survey.store.server.ts';
import { type FrozenSurvey, freezeSurvey } from '#app/survey/version/freeze-survey.server.ts';
import { listPurposes } from './purpose/purpose.store.server.ts';
import { missingFields, type PurposeField, sayMissing } from './purpose/purpose-words.ts';

export interface PurposeMissing {
  kind: 'purpose_missing';
  code: 'PURPOSE_MISSING';
  status: 422;
  fields: PurposeField[];
  message: string;
}

export type PublishedSurvey = FrozenSurvey | PurposeMissing;

/**
 * Freezes the draft as the next version, if the purpose of its programme and persona is complete: why we
 * ask is written before anyone is asked (DOMAIN A10).
 */
export async function publishSurvey(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: { surveyId: string; revision: number; actor: Actor },
): Promise<PublishedSurvey> {
  const now = clock.now();
  const { surveyId, actor } = input;
  return db.transaction().execute(async (tx): Promise<PublishedSurvey> => {
    const refused = await findMissingPurpose(tx, workspace, surveyId);
    if (refused) {
      await logRefusal(tx, workspace, {
        at: now,
        actor,
        code: refused.code,
        asked: `publish ${surveyId}`,
      });
      return refused;
    }
    const frozen = await freezeSurvey(tx, workspace, { ...input, versionId: ids.make(), now });
    if (frozen.kind === 'published') {
      const { number, versionId } = frozen;
      const accepted = frozen.accepted.map(({ finding, reason, by, at }) => ({ finding, reason, by, at }));
      const detail = { number, versionId, ...(accepted.length > 0 && { accepted }) };
      await writeAudit(tx, workspace, {
        id: ids.make(),
        at: now,
        actor,
        act: 'publish_survey',
        subject: surveyId,
        detail,
      });
    }
    return frozen;
  });
}

/** Null when the purpose is complete, and when there is no such survey to have one. */
async function findMissingPurpose(
  tx: Db,
  workspace: Workspace,
  surveyId: string,
): Promise<PurposeMissing | null> {
  const survey = await findSurvey(tx, workspace, surveyId);
  if (!survey) return null;
  const purposes = await listPurposes(tx, workspace, survey.programmeId);
  const fields = missingFields(purposes.find(({ personaId }) => personaId === survey.personaId) ?? null);
  if (fields.length === 0) return null;
  const personas = await listPersonas(tx, workspace);
  const plural = personas.find(({ id }) => id === survey.personaId)?.plural ?? '';
  return {
    kind: 'purpose_missing',
    code: 'PURPOSE_MISSING',
    status: 422,
    fields,
    message: sayMissing(plural),
  };
}
