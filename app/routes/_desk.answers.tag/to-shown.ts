import { toSlug } from '#app/platform/ids.ts';
import { placeSlug } from '#app/results/place-slug.ts';
import type { AskedTagging, TaggingPage } from '#app/results/theme/read-tagging.server.ts';

/** What the page shows of it: slugs in place of ids. */
export function toShown(page: TaggingPage, asked: AskedTagging) {
  const { waves, wave, lanes, lane, texts, older, isWithheld, counts, themes } = page;
  const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
  return {
    ...{ isWithheld, counts },
    slug: toSlug('wave', wave.id),
    waveName: wave.name,
    persona: lane.row.persona,
    personas: lanes.map(({ persona }) => persona),
    isAttributed: wave.confidentiality === 'attributed',
    waves: waves.map(({ id, name, programmeName }) => ({
      value: toSlug('wave', id),
      label: `${name}, ${programmeName}`,
    })),
    filter: {
      q: asked.search ?? '',
      theme: asked.themeId ? toSlug('theme', asked.themeId) : '',
      sorted: asked.sorted ?? '',
    },
    isPaged: asked.before !== undefined,
    older: older && placeSlug(older),
    themes: themes
      .filter(({ closedAt }) => closedAt === null)
      .map(({ id, name }) => ({ value: toSlug('theme', id), label: name })),
    texts: texts.map(({ responseId, questionKey, tags, words, about, beside, score, answeredAt, by }) => ({
      ...{ words, about, beside, score, answeredAt, by },
      at: `${placeSlug(responseId)}:${questionKey}`,
      tags: tags.map(({ themeId, why, confirmedAt }) => ({
        theme: toSlug('theme', themeId),
        name: nameOf.get(themeId) ?? '',
        why: confirmedAt === null ? why : null,
      })),
    })),
  };
}
