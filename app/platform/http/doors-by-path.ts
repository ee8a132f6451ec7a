const KB = 1024;

/** The bytes a door reads at most, by the start of its path. */
export function bodyLimit(path: string): number {
  // Ten texts of full length in a script whose letters take nine bytes each in a form: none may be lost.
  if (isAnswering(path)) return 512 * KB;
  if (path.startsWith('/u/')) return 64 * KB;
  // A provider gathers events up to 768 KB before it posts them, and drops what is refused.
  if (isHook(path)) return KB * KB;
  // A draft at its limits, 200 questions with dozens of choices, as one field.
  if (/^\/surveys\/[^/]+\/draft$/.test(path)) return 4 * KB * KB;
  // A logo, and what goes with it.
  if (/^\/programmes\/[^/]+\/mail$/.test(path)) return 1280 * KB;
  return /\/import|^\/api\/v1\/imports/.test(path) ? 11 * KB * KB : 256 * KB;
}

/** A link that was sent to somebody, or hangs on a page or in a chat. */
export function isAnswering(path: string): boolean {
  return /^\/[rs]\//.test(path);
}

export function isRespondent(path: string): boolean {
  return isAnswering(path) || path.startsWith('/u/');
}

/** A page that its link opens, for somebody who does not sign in: a shared overview, the end of a Monday mail. */
export function isLinked(path: string): boolean {
  return /^\/(share|monday)\//.test(path);
}

/** Where another machine posts news of its own accord, signed in a way of its own. */
export function isHook(path: string): boolean {
  return path.startsWith('/hooks/');
}
