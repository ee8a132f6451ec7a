import type { z } from 'zod';
import { mailReadiness } from '#app/delivery/doctor/mail-readiness.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { toMoment } from '#app/platform/wire/cell.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { HeldBack, StaleChoice } from '#app/programme/pile/pile.ts';
import { type SentWave, sendWave } from '#app/programme/send-wave.server.ts';
import { findHats } from '#app/programme/wire/find-hats.server.ts';
import {
  debtProblem,
  haltProblem,
  hatsProblem,
  mailProblem,
  sendProblem,
} from '#app/programme/wire/programme-problems.ts';
import type { SentOut } from '#app/programme/wire/wave-wire.ts';

interface Asked {
  waveId: string;
  /** Ids of role assignments as they were sent; anything else among them holds no role. */
  roles: readonly string[];
  /** Ids and addresses of people. */
  people: readonly string[];
  stale: StaleChoice | undefined;
  actor: Actor;
}

/** Sends a wave to roles, and to people who hold exactly one role that it asks. */
export async function sendTo(house: House, workspace: Workspace, asked: Asked): Promise<Answer> {
  const { waveId, stale, actor } = asked;
  const given = asked.roles.map((slug) => ({ slug, id: fromSlug('role', slug) }));
  const strangers = given.filter(({ id }) => id === null).map(({ slug }) => slug);
  const found = await findHats(house.db, workspace, { waveId, people: [...asked.people, ...strangers] });
  if (found.kind === 'unknown') return saying(notFound('such wave'));
  const total = asked.roles.length + asked.people.length;
  if (found.missing.length + found.hats.length > 0) {
    await noteRefusal(house, workspace, asked, total);
    return saying(hatsProblem(found.missing, found.hats, total));
  }
  const roleIds = [...given.flatMap(({ id }) => id ?? []), ...found.roleIds];
  const input = { waveId, roleIds, actor, ...(stale ? { stale } : {}) };
  return say(await sendWave(house, workspace, input, queueMessages(house), mailReadiness(house)), waveId);
}

async function noteRefusal(house: House, workspace: Workspace, asked: Asked, total: number): Promise<void> {
  await logRefusal(house.db, workspace, {
    at: house.clock.now(),
    actor: asked.actor,
    code: 'PERSONA_REQUIRED',
    asked: `send ${asked.waveId} to ${total}`,
  });
}

/** What became of a send, as the API says it. */
export function say(sent: SentWave, waveId: string): Answer {
  switch (sent.kind) {
    case 'sent':
      return { status: 200, body: toSentOut(sent) };
    case 'refused':
      return saying(sendProblem(sent));
    case 'in_debt':
      return saying(debtProblem(sent));
    case 'mail_not_ready':
      return saying(mailProblem(sent, waveId));
    case 'halted':
      return saying(haltProblem(sent.why));
    case 'unknown':
    case 'nobody':
      return saying(notFound('such wave'));
    default:
      return sent satisfies never;
  }
}

function toSentOut({
  invited,
  askedFirst,
  unready,
  already,
  heldBack,
}: Extract<SentWave, { kind: 'sent' }>): z.infer<typeof SentOut> {
  const held_back = heldBack.map(({ roleId, held }) => ({
    role_assignment: toSlug('role', roleId),
    reason: held.reason,
    again_at: againAt(held),
  }));
  return { invited, asked_first: askedFirst, unready, already, held_back };
}

function againAt(held: HeldBack): string | null {
  return held.reason === 'asked_recently' ? toMoment(held.againAt) : null;
}
