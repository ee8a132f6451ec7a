import { token8 } from '../secrets.server.ts';

/**
 * A path as a log may hold it: a token is named by a piece of its hash, because whoever reads the log must not be able
 * to answer, leave or sign in as somebody else.
 */
export function logPath(path: string): string {
  const [, door, token, rest] = /^\/(r|u|s|join|reset|share|monday)\/([^/?]*)(\/)?/.exec(path) ?? [];
  if (door === undefined || token === undefined) return path.split('?', 1)[0]!;
  return `/${door}/~${token8(token)}${rest ? '/…' : ''}`;
}
