/** Where the random part of an id begins, as SQL counts: what comes before it may tell when the response came. */
export const RANDOM_FROM = 25;

/** Stands for a response among those of its lane, and tells no time. A handle is its own. */
export function handleOf(responseId: string): string {
  return responseId.slice(-HANDLE_LENGTH);
}

const HANDLE_LENGTH = 12;
const HANDLE = /^[0-9a-f]{12}$/;

export function isHandle(text: string): boolean {
  return HANDLE.test(text);
}
