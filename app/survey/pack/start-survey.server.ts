import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type CopiedSurvey, copySurvey } from '../copy-survey.server.ts';
import { type CreatedSurvey, createSurvey, NewSurvey } from '../create-survey.server.ts';
import { findSurvey } from '../survey.store.server.ts';
import { findPack } from './packs.ts';
import { startFrom } from './start.ts';
import type { StartOf } from './start-of.ts';

export type StartedSurvey =
  | { kind: 'created'; id: string }
  /** Some of what was copied takes other work for granted; see `mismatch` of the copy. */
  | { kind: 'created_with_mismatch'; id: string }
  | Exclude<CreatedSurvey, { kind: 'created' }>
  /** No pack of this occasion for this persona, or no such survey to copy. */
  | { kind: 'unknown_start' }
  | { kind: 'nameless'; sentence: string };

export interface SurveyToStart {
  programmeId: string;
  personaId: string;
  /** May be blank where a pack or another survey lends its own. */
  name: string;
  language?: string | undefined;
  start: StartOf;
  actor: Actor;
}

/** Opens a draft for one persona of one programme, begun in one of three ways. */
export async function startSurvey(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { start, actor, name, ...given }: SurveyToStart,
): Promise<StartedSurvey> {
  switch (start.kind) {
    case 'blank': {
      const read = NewSurvey.shape.name.safeParse(name);
      if (!read.success) return { kind: 'nameless', sentence: read.error.issues[0]!.message };
      return createSurvey(house, workspace, { ...given, name });
    }
    case 'pack': {
      const personas = await listPersonas(house.db, workspace);
      const persona = personas.find(({ id }) => id === given.personaId);
      if (!persona) return { kind: 'unknown_persona' };
      const pack = findPack(start.occasion, persona.base);
      if (!pack) return { kind: 'unknown_start' };
      const begun = startFrom(pack, given.language ?? 'en');
      const own = name.trim() === '' ? pack.name : name;
      return createSurvey(house, workspace, {
        ...{ ...given, name: own, language: begun.language },
        start: { draft: begun.draft, translations: begun.translations, actor },
      });
    }
    case 'copy': {
      const original = await findSurvey(house.db, workspace, start.surveyId);
      if (!original) return { kind: 'unknown_start' };
      const own = name.trim() === '' ? undefined : name;
      return asStarted(await copySurvey(house, workspace, { ...given, ...start, name: own, actor }));
    }
    default:
      return start satisfies never;
  }
}

function asStarted(copied: CopiedSurvey): StartedSurvey {
  if (copied.kind === 'unknown') return { kind: 'unknown_start' };
  if (copied.kind !== 'copied') return copied;
  return { kind: copied.mismatch ? 'created_with_mismatch' : 'created', id: copied.id };
}
