import { z } from 'zod';
import { fromSlug, type IdKind } from '../ids.ts';

/** An id as the wire carries it, read into the id that the database knows. */
export function idIn(kind: IdKind) {
  return z.string().transform((slug, context) => {
    const id = fromSlug(kind, slug);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: `This is not the id of a ${NAMES[kind] ?? kind}.` });
    return z.NEVER;
  });
}

const NAMES: Partial<Record<IdKind, string>> = { role: 'role assignment', version: 'survey version' };

/** A moment with its offset, such as 2026-11-02T09:00:00Z, read into ms. */
export const momentIn = z.iso
  .datetime({ offset: true, error: 'Write a moment such as 2026-11-02T09:00:00Z.' })
  .transform((text) => Date.parse(text));

export const momentOut = z.iso.datetime();

export function toMoment(ms: number): string {
  return new Date(ms).toISOString();
}

export function toMomentOrNull(ms: number | null): string | null {
  return ms === null ? null : toMoment(ms);
}
