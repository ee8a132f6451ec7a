import type { MailEvent } from '../event/mail-event.ts';

/** A webhook as it came: nothing is parsed before the signature over the bytes is checked. */
export interface Knock {
  body: Buffer;
  header(name: string): string | null;
  /** ms */
  now: number;
}

export type Heard =
  /** Its sender does not use this, or this installation does not. */
  | { kind: 'not_set_up' }
  /** Nobody proved who sent it; nothing changes. */
  | { kind: 'refused'; why: 'signature' | 'stale' | 'replayed' | 'topic' }
  | { kind: 'unreadable' }
  | { kind: 'events'; events: MailEvent[] /** Good once: kept with the events. */; token?: string }
  /** The sender asks whether we want its events; a fetch of this address says yes. */
  | { kind: 'subscribe'; url: string };

/** A body of events that is JSON; undefined where it is not. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A time as ISO text or as seconds; what cannot be read is now. */
export function timeOr(now: number, given: unknown): number {
  const at = typeof given === 'number' ? given * 1000 : Date.parse(String(given ?? ''));
  return Number.isFinite(at) ? Math.trunc(at) : now;
}

/** A status of RFC 3463 in whatever was said. */
export function statusIn(...said: readonly unknown[]): string | null {
  for (const one of said) {
    const found = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(String(one ?? ''));
    if (found) return found[0];
  }
  return null;
}
