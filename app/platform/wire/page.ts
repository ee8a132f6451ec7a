import { z } from 'zod';
import { type IdKind, toSlug } from '../ids.ts';
import { idIn } from './cell.ts';

const MOST = 200;

/** `?cursor=&limit=` of a list whose items are of this kind; the cursor is the id of the last item seen. */
export function pageQuery(kind: IdKind) {
  return z.strictObject({
    cursor: idIn(kind).optional().meta({ description: '“next_cursor” of the page before.' }),
    limit: z
      .string()
      .regex(/^\d{1,3}$/, `Write a number from 1 to ${MOST}.`)
      .default('50')
      .transform(Number)
      .refine((limit) => limit >= 1 && limit <= MOST, `Write a number from 1 to ${MOST}.`),
  });
}

/** What a reader of pages is asked for: items after this id, one page of them. */
export interface PageAsked {
  after?: string;
  limit: number;
}

export function pageOut<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    next_cursor: z.string().nullable().meta({ description: 'Null on the last page.' }),
  });
}

/** One page of items read with `limit + 1`: the one too many only says that there is more. */
export function toPage<Row extends { id: string }, Item>(
  kind: IdKind,
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): { data: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { data: shown.map(toItem), next_cursor: last ? toSlug(kind, last.id) : null };
}
