import { fromSlug } from '#app/platform/ids.ts';

const FIELD = /^version\.(.+)$/;

/** Reads one field per persona, `version.<persona>`; an empty one means that this persona is not asked. */
export function readLanes(form: FormData): { personaId: string; versionId: string }[] {
  return [...form].flatMap(([name, value]) => {
    const personaId = FIELD.exec(name)?.[1];
    if (personaId === undefined || typeof value !== 'string' || value === '') return [];
    return [{ personaId, versionId: fromSlug('version', value) ?? value }];
  });
}
