import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { isHandle } from './confidence/handle.ts';

/** Where a page of answers goes on, as its address says it: after a response, or in confidence after a handle. */
export function readPlace(typed: string | null): string | undefined {
  if (typed !== null && isHandle(typed)) return typed;
  return fromSlug('response', typed ?? undefined) ?? undefined;
}

export function placeSlug(place: string): string {
  return isHandle(place) ? place : toSlug('response', place);
}
