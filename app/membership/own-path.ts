/**
 * The place to go on to after signing in, only when it is one of ours: `//host`, `/\host` and, since browsers
 * drop control characters, `/<tab>/host` would lead to another site.
 */
export function ownPath(next: string | null | undefined, otherwise = '/'): string {
  return next && LOCAL.test(next) ? next : otherwise;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const LOCAL = /^\/(?![/\\])[^\u0000-\u001f\u007f]*$/;
