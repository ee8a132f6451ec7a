import { DAY, HOUR } from '#app/platform/clock.ts';
import type { AskingRules } from '#app/programme/asking/asking-rules.ts';
import { nextGoodMoment } from './send-window.ts';

/** A message whose turn it is, with whom it goes to. */
export interface Due {
  id: string;
  kind: 'invitation' | 'reminder' | 'told_back';
  /** Of its kind: only the first letter of an invitation asks anew. */
  ordinal: number;
  /** 1 where it goes out once more because nobody knows of the first time. */
  resent: number;
  roleId: string;
  personId: string;
  accountId: string;
  personaId: string;
  timeZone: string | null;
}

/** A first letter that is out, or may be, or is on its way. Times are ms. */
export interface Asked {
  waveId: string;
  waveName: string;
  roleId: string;
  personId: string;
  accountId: string;
  at: number;
}

export interface Facts {
  now: number;
  waveId: string;
  inHours: boolean;
  /** As many reminders as the wave wants now. */
  reminders: number;
  rules: AskingRules;
  /** Letters to the people and accounts of what is due, as far back as the rules look. */
  asked: readonly Asked[];
  /** Personas that wait to be told what came of an earlier wave. */
  braked: ReadonlySet<string>;
}

export type Verdict =
  | { kind: 'go' }
  | { kind: 'wait'; until: number; reason: string }
  | { kind: 'stop'; reason: string };

/** What becomes of each message that is due, in the order given: those before count against the caps of those after. */
export function judgeDue(due: readonly Due[], facts: Facts): Verdict[] {
  const asked = [...facts.asked];
  return due.map((message) => {
    const verdict = judge(message, { ...facts, asked });
    if (verdict.kind === 'go' && asksAnew(message))
      asked.push({ ...message, waveId: facts.waveId, waveName: '', at: facts.now });
    return verdict;
  });
}

const WEEK = 7 * DAY;

/** Whether the caps are about it: a reminder belongs to what was asked before, and so does a letter sent again. */
export function asksAnew({ kind, ordinal, resent }: Due): boolean {
  return kind === 'invitation' && ordinal === 1 && resent === 0;
}

function judge(message: Due, facts: Facts): Verdict {
  const { now, rules, inHours } = facts;
  if (message.kind === 'reminder' && message.ordinal > facts.reminders)
    return { kind: 'stop', reason: 'Reminders were switched off.' };
  const good = nextGoodMoment(now, { window: rules, zone: message.timeZone ?? rules.timeZone, inHours });
  if (good === null) return { kind: 'stop', reason: 'No day of the coming year is one to write on.' };
  if (!asksAnew(message)) return good > now ? outsideHours(good) : { kind: 'go' };
  if (facts.braked.has(message.personaId)) return { kind: 'wait', until: now + HOUR, reason: IN_DEBT };
  return (
    restingStop(message, facts) ??
    (good > now ? outsideHours(good) : (fullAccount(message, facts) ?? { kind: 'go' }))
  );
}

/** Whoever tells them lets it go on: looked at again each hour. */
const IN_DEBT = 'Waits until this persona has been told what came of the last send.';

function outsideHours(until: number): Verdict {
  return { kind: 'wait', until, reason: 'Waits for a good hour where the person is.' };
}

/** Time heals it only after this wave, so it ends here, with the other wave's name. */
function restingStop({ personId, roleId }: Due, { now, waveId, rules, asked }: Facts): Verdict | null {
  for (const other of asked) {
    if (other.waveId === waveId) continue;
    const isPerson = other.personId === personId && now - other.at < rules.restDays * DAY;
    const isRole = other.roleId === roleId && now - other.at < rules.roleRestDays * DAY;
    if (!isPerson && !isRole) continue;
    const days = isPerson ? rules.restDays : rules.roleRestDays;
    const whose = isPerson ? 'Nobody' : 'No role';
    return {
      kind: 'stop',
      reason: `Asked for ${other.waveName} a short time ago. ${whose} is asked twice within ${days} days.`,
    };
  }
  return null;
}

/** As many people of the account as may be asked within a week were: the next one goes when the first of them is a week ago. */
function fullAccount({ accountId, personId }: Due, { now, rules, asked }: Facts): Verdict | null {
  const most = rules.accountWeek;
  if (most === null) return null;
  const lately = new Map<string, number>();
  for (const other of asked)
    if (other.accountId === accountId && now - other.at < WEEK)
      lately.set(other.personId, Math.max(other.at, lately.get(other.personId) ?? 0));
  if (lately.has(personId) || lately.size < most) return null;
  const times = [...lately.values()].sort((a, b) => a - b);
  const until = times[times.length - most]! + WEEK;
  const reason = `Waits: at most ${most} ${most === 1 ? 'person' : 'people'} of one account are asked within a week.`;
  return { kind: 'wait', until, reason };
}
