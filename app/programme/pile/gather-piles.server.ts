import { readSettingsRow } from '#app/membership/workspace.store.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Secrets } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addressHashes } from '../address-hash.server.ts';
import { findAskingRules } from '../asking/asking-rules.store.server.ts';
import { listOrderedRoles } from '../order/order.store.server.ts';
import { listInvitedAmong, listInvitedRoles } from '../wave/invitation.store.server.ts';
import type { WaveLane } from '../wave/wave.ts';
import type { AccountWeek } from './account-week.ts';
import { listCandidates, listNamed } from './candidate.store.server.ts';
import {
  type LastAsked,
  listLastAsked,
  listSuppressed,
  listSuppressedAmong,
} from './held-back.store.server.ts';
import { type Candidate, type HeldPiles, type NamedCandidate, sortCandidates } from './pile.ts';

export interface Gather {
  waveId: string;
  programmeId: string;
  lanes: readonly Pick<WaveLane, 'personaId'>[];
  now: number;
  secrets: Secrets;
}

type Gathered<C extends NamedCandidate> = HeldPiles<C> & { reviewDays: number };

/** The ready and the stale pile as they are now; inside a send, as they are inside its transaction. */
export async function gatherPiles(
  db: Db,
  workspace: Workspace,
  { waveId, programmeId, lanes, now, secrets }: Gather,
): Promise<Gathered<Candidate> & { week: AccountWeek }> {
  const personaIds = lanes.map(({ personaId }) => personaId);
  const { roleReviewDays: reviewDays } = await readSettingsRow(db, workspace);
  const candidates = await listCandidates(db, workspace, { programmeId, personaIds });
  const invited = await listInvitedRoles(db, workspace, waveId);
  // Whom a send to very many is still to invite is asked already.
  for (const roleId of await listOrderedRoles(db, workspace, waveId)) invited.add(roleId);
  const suppressed = await listSuppressed(db, workspace, programmeId);
  const rules = await findAskingRules(db, workspace);
  const since = now - Math.max(rules.restDays, rules.roleRestDays, 7) * DAY;
  const asked = await listLastAsked(db, workspace, { exceptWaveId: waveId, since });
  const isSuppressed = (email: string) =>
    suppressed.size > 0 && addressHashes(secrets, email).some((hash) => suppressed.has(hash));
  const lastAsked = byPersonAndRole(asked);
  const piles = sortCandidates(candidates, { now, reviewDays, invited, isSuppressed, rules, lastAsked });
  return {
    ...piles,
    reviewDays,
    week: { most: rules.accountWeek, asked: askedWithin(asked, now - 7 * DAY) },
  };
}

/**
 * The same two piles of the people who hold some roles alone: to ask a few of very many costs what a few cost. What the
 * people hold besides is in them too, as it bears on which seat is asked.
 */
export async function gatherNamed(
  db: Db,
  workspace: Workspace,
  { waveId, programmeId, lanes, now, secrets }: Gather,
  roleIds: readonly string[],
): Promise<Gathered<NamedCandidate>> {
  const personaIds = lanes.map(({ personaId }) => personaId);
  const { roleReviewDays: reviewDays } = await readSettingsRow(db, workspace);
  const candidates = await listNamed(db, workspace, { programmeId, personaIds }, roleIds);
  const people = [...new Set(candidates.map(({ personId }) => personId))];
  const invited = await listInvitedAmong(db, workspace, waveId, people);
  const hashesOf = new Map(
    candidates.flatMap(({ email }) => (email === null ? [] : [[email, addressHashes(secrets, email)]])),
  );
  const hashes = [...hashesOf.values()].flat();
  const suppressed = await listSuppressedAmong(db, workspace, programmeId, hashes);
  const isSuppressed = (email: string) => hashesOf.get(email)!.some((hash) => suppressed.has(hash));
  const rules = await findAskingRules(db, workspace);
  const since = now - Math.max(rules.restDays, rules.roleRestDays) * DAY;
  const asked = await listLastAsked(db, workspace, { exceptWaveId: waveId, since, people });
  const lastAsked = byPersonAndRole(asked);
  const piles = sortCandidates(candidates, { now, reviewDays, invited, isSuppressed, rules, lastAsked });
  return { ...piles, reviewDays };
}

function byPersonAndRole(asked: readonly LastAsked[]) {
  return {
    person: new Map(asked.map((last) => [last.personId, last])),
    role: new Map(asked.map((last) => [last.roleId, last])),
  };
}

/** Who was asked since then, by account. */
function askedWithin(asked: readonly LastAsked[], since: number): Map<string, Set<string>> {
  const within = new Map<string, Set<string>>();
  for (const { accountId, personId, askedAt } of asked)
    if (askedAt > since) within.set(accountId, (within.get(accountId) ?? new Set()).add(personId));
  return within;
}
