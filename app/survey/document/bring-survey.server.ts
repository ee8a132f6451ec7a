import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { Brought } from '../foreign/brought.ts';
import { insertSurvey, isAskingProgramme } from '../survey.store.server.ts';
import type { KeptTexts } from '../translation/kept-text.ts';
import { readTag } from '../translation/language.ts';
import { originalsOf } from '../translation/original.ts';
import { upsertTranslation } from '../translation/translation.store.server.ts';

export interface Bringing {
  programmeId: string;
  personaId: string;
  name: string;
  /** BCP 47, see `readTag`. */
  language: string;
  /** The product that the file came from. */
  from: string;
  survey: Pick<Brought, 'draft' | 'translations'>;
  actor: Actor;
}

export type BroughtSurvey =
  | { kind: 'brought'; id: string }
  | { kind: 'unknown_programme' }
  | { kind: 'unknown_persona' };

/** Opens what came out of a file as a draft, with its languages, for the one persona that somebody chose for it. */
export async function bringSurvey(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  bringing: Bringing,
): Promise<BroughtSurvey> {
  const { programmeId, personaId, name, language, survey } = bringing;
  const [id, now] = [ids.make(), clock.now()];
  return inTransaction(db, async (tx): Promise<BroughtSurvey> => {
    if (!(await isAskingProgramme(tx, workspace, programmeId))) return { kind: 'unknown_programme' };
    if (!(await isOpenPersona(tx, workspace, personaId))) return { kind: 'unknown_persona' };
    const draft = JSON.stringify(survey.draft);
    const row = { id, programmeId, personaId, name, language, draft, revision: 1, createdAt: now };
    await insertSurvey(tx, workspace, row);
    const texts = keptTexts(survey, language);
    for (const [tag, kept] of texts)
      await upsertTranslation(tx, workspace, {
        ...{ surveyId: id, language: tag, texts: kept, revision: 0, actor: bringing.actor, now },
      });
    await writeAudit(tx, workspace, {
      ...{ id: ids.make(), at: now, actor: bringing.actor, act: 'bring_survey', subject: id },
      detail: {
        from: bringing.from,
        persona: personaId,
        questions: survey.draft.questions.length,
        languages: [...texts.keys()],
      },
    });
    return { kind: 'brought', id };
  });
}

async function isOpenPersona(tx: Db, workspace: Workspace, personaId: string): Promise<boolean> {
  const personas = await listPersonas(tx, workspace);
  return personas.some(({ id, closedAt }) => id === personaId && closedAt === null);
}

/** The texts of each other language at places that the survey has, each beside the original it translates. */
function keptTexts({ draft, translations }: Bringing['survey'], language: string): Map<string, KeptTexts> {
  const originals = new Map(originalsOf(draft).map(({ place, text }) => [place, text]));
  const kept = Object.entries(translations).map(([name, texts]) => {
    const placed = Object.entries(texts).filter(
      ([place, text]) => text.trim() !== '' && originals.has(place),
    );
    return [
      readTag(name),
      placed.map(([place, text]) => [place, { text: text.trim(), of: originals.get(place)! }]),
    ] as const;
  });
  return new Map(
    kept.flatMap(([tag, placed]) =>
      tag === null || tag === readTag(language) || placed.length === 0
        ? []
        : [[tag, Object.fromEntries(placed) as KeptTexts]],
    ),
  );
}
