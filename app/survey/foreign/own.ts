/** An object of unknown shape. Only its own properties count: a file may hold `__proto__`. */
export type Loose = Record<string, unknown>;

/** The value at the end of a path through own properties; undefined where it breaks off. */
export function own(value: unknown, path: string): unknown {
  let here = value;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Loose)[name];
  }
  return here;
}

/** More is not looked at. */
const MOST = 2000;

/** The members of a list, also of one that is written as an object with numbers for names, as QSF does. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.slice(0, MOST);
  return isLoose(value)
    ? Object.keys(value)
        .slice(0, MOST)
        .map((name) => value[name])
    : [];
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or a number as a text; empty for anything else. */
export function textAt(value: unknown, path: string): string {
  const found = own(value, path);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

/** True for what switches something on: `true`, `"true"`, `"ON"`, 1. */
export function isOnAt(value: unknown, path: string): boolean {
  const found = own(value, path);
  return found === true || found === 1 || (typeof found === 'string' && /^(true|on|yes|1)$/i.test(found));
}

/** True where something is said: not for absent, false, blank or an empty list. */
export function hasAt(value: unknown, path: string): boolean {
  const found = own(value, path);
  if (found === undefined || found === null || found === false || found === '') return false;
  return typeof found !== 'object' || Object.keys(found).length > 0;
}
