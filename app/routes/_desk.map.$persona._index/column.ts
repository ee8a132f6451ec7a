import type { MomentColumn } from '#app/committee/map/read-map.server.ts';
import { toSlug } from '#app/platform/ids.ts';

/**
 * A moment as the page gets it. How we know may name people, which is for those who act on it. In confidence an id would
 * tell when somebody answered, so texts are only numbered.
 */
export function toColumn({ moment, felt, ...column }: MomentColumn, mayEdit: boolean) {
  const { id, name, tryingTo, promise, evidence } = moment;
  return {
    ...column,
    slug: toSlug('moment', id),
    moment: { name, tryingTo, promise, evidence: mayEdit ? evidence : null },
    felt: felt.map(({ wave, verbatims, ...answers }) => ({
      ...answers,
      wave: { ...wave, slug: toSlug('wave', wave.id) },
      verbatims: verbatims.map(({ words, by }, at) => ({ responseId: String(at), words, by })),
    })),
  };
}
