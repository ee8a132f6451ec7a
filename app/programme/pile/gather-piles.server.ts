import { readSettingsRow } from '#app/membership/workspace.store.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Secrets } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addressHashes } from '../address-hash.server.ts';
import { findAskingRules } from '../asking/asking-rules.store.server.ts';
import { listInvitedRoles } from '../wave/invitation.store.server.ts';
import type { WaveLane } from '../wave/wave.ts';
import type { AccountWeek } from './account-week.ts';
import { type LastAsked, listCandidates, listLastAsked, listSuppressed } from './candidate.store.server.ts';
import { type Piles, sortCandidates } from './pile.ts';

export interface Gather {
  waveId: string;
  programmeId: string;
  lanes: readonly Pick<WaveLane, 'personaId'>[];
  now: number;
  secrets: Secrets;
}

/** The ready and the stale pile as they are now; inside a send, as they are inside its transaction. */
export async function gatherPiles(
  db: Db,
  workspace: Workspace,
  { waveId, programmeId, lanes, now, secrets }: Gather,
): Promise<Pick<Piles, 'ready' | 'stale'> & { reviewDays: number; week: AccountWeek }> {
  const personaIds = lanes.map(({ personaId }) => personaId);
  const { roleReviewDays: reviewDays } = await readSettingsRow(db, workspace);
  const candidates = await listCandidates(db, workspace, { programmeId, personaIds });
  const invited = await listInvitedRoles(db, workspace, waveId);
  const suppressed = await listSuppressed(db, workspace, programmeId);
  const rules = await findAskingRules(db, workspace);
  const since = now - Math.max(rules.restDays, rules.roleRestDays, 7) * DAY;
  const asked = await listLastAsked(db, workspace, { exceptWaveId: waveId, since });
  const lastAsked = {
    person: new Map(asked.map((last) => [last.personId, last])),
    role: new Map(asked.map((last) => [last.roleId, last])),
  };
  const isSuppressed = (email: string) =>
    suppressed.size > 0 && addressHashes(secrets, email).some((hash) => suppressed.has(hash));
  const piles = sortCandidates(candidates, { now, reviewDays, invited, isSuppressed, rules, lastAsked });
  return {
    ...piles,
    reviewDays,
    week: { most: rules.accountWeek, asked: askedWithin(asked, now - 7 * DAY) },
  };
}

/** Who was asked since then, by account. */
function askedWithin(asked: readonly LastAsked[], since: number): Map<string, Set<string>> {
  const within = new Map<string, Set<string>>();
  for (const { accountId, personId, askedAt } of asked)
    if (askedAt > since) within.set(accountId, (within.get(accountId) ?? new Set()).add(personId));
  return within;
}
