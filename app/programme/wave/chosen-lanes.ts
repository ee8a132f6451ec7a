import type { Persona } from '#app/persona/persona.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';

/** A persona with the published versions to choose from, newest first; none where nothing is published for it. */
export interface LaneChoice {
  persona: Persona;
  versions: { value: string; label: string }[];
}

export interface AskableVersion {
  id: string;
  personaId: string;
  surveyName: string;
  number: number;
}

const FIELD = /^version\.(.+)$/;

/** Reads one field per persona, `version.<persona>`; an empty one means that this persona is not asked. */
export function readLanes(form: FormData): { personaId: string; versionId: string }[] {
  return [...form].flatMap(([name, value]) => {
    const personaId = FIELD.exec(name)?.[1];
    if (personaId === undefined || typeof value !== 'string' || value === '') return [];
    return [{ personaId, versionId: fromSlug('version', value) ?? value }];
  });
}

/** For each open persona the published questions that it could get, as a form offers them. */
export function laneChoices(personas: readonly Persona[], versions: readonly AskableVersion[]): LaneChoice[] {
  return personas
    .filter(({ closedAt }) => closedAt === null)
    .map((persona) => ({
      persona,
      versions: versions
        .filter(({ personaId }) => personaId === persona.id)
        .map(({ id, surveyName, number }) => ({
          value: toSlug('version', id),
          label: `${surveyName}, v${number}`,
        })),
    }));
}
