import { toSlug } from '#app/platform/ids.ts';

/** A follow-up as a person's or an account's page lists it. */
export interface OpenLine {
  slug: string;
  what: string;
  ownerName: string;
  personName: string | null;
  dueAt: number;
}

export function toOpenLine({
  id,
  what,
  ownerName,
  personName,
  dueAt,
}: Omit<OpenLine, 'slug'> & { id: string }): OpenLine {
  return { slug: toSlug('followUp', id), what, ownerName, personName, dueAt };
}
