import type { Db } from '#app/platform/db.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Choice } from '#app/programme/pile/choice.ts';
import { offerAttributes } from '#app/programme/pile/offer-attributes.server.ts';
import { type Picked, sayHolders, sayPicks } from '#app/programme/pile/pick.ts';
import { pickField } from './choice-query.ts';

interface Asked {
  choice: Choice;
  picked: Picked;
  search: URLSearchParams;
}

/** The own attributes as the page offers them; `by` opens one that is not picked by yet. */
export async function showAttributes(db: Db, workspace: Workspace, { choice, picked, search }: Asked) {
  const opened = fromSlug('attribute', search.get('by') ?? '');
  const { open, more } = await offerAttributes(db, workspace, choice.attributes, opened);
  const picks = open
    .map(({ values, ...one }) => ({ ...one, values: values.filter(({ isChosen }) => isChosen) }))
    .filter(({ values }) => values.length > 0);
  return {
    isGone: picked.kind === 'gone',
    said:
      picks.length === 0
        ? null
        : sayPicks(picks.map((one) => ({ ...one, values: one.values.map(spelling) }))),
    chosen: choice.attributes.flatMap(({ attributeId, values }) =>
      values.map((value) => ({ field: pickField(attributeId), value })),
    ),
    open: open.map(({ id, about, name, values }) => ({
      field: pickField(id),
      name,
      about,
      values: values.map((one) => ({ ...one, held: sayHolders(about, one.holders) })),
    })),
    more: more.map(({ id, about, name }) => ({ value: toSlug('attribute', id), about, name })),
  };
}

function spelling({ value }: { value: string }): string {
  return value;
}
