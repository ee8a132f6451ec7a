import { namesOfAccounts } from '#app/audience/account.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Apart, PULLS_APART, widestApart } from '#app/results/apart.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import { readAccountSamples } from '#app/results/read-account-samples.server.ts';
import type { Lane } from '#app/results/read-lanes.server.ts';
import { type ApartShare, apartShareOf } from './apart-share.ts';

/** One committee that pulls apart: its account, and the two personas furthest from each other, each with its count. */
export interface CommitteeApart extends Apart {
  accountId: string;
  accountName: string;
}

export interface CommitteesApart {
  found: CommitteeApart[];
  /** How many of how many; null where answers were given in confidence. */
  share: ApartShare | null;
}

/**
 * Accounts of a wave whose lanes were read and whose personas pull apart, the widest gap first, then by name, and how many
 * of how many that are. None where answers were given in confidence.
 */
export async function listCommitteesApart(
  db: Db,
  workspace: Workspace,
  { wave, lanes, limit }: { wave: WaveLine; lanes: readonly Lane[]; limit: number },
): Promise<CommitteesApart> {
  if (wave.confidentiality !== 'attributed') return { found: [], share: null };
  const states = known.get(db.family) ?? new Map<string, CommitteesApart>();
  known.set(db.family, states);
  const state = stateOf(workspace, lanes, limit);
  const apart = states.get(state) ?? (await readApart(db, workspace, { wave, lanes, limit }));
  states.set(state, apart);
  if (states.size > MOST_KNOWN) states.delete(states.keys().next().value!);
  return renamed(db, workspace, apart);
}

/** What was found in a wave, by what its lanes had come to: thousands of accounts are gone through once for each answer more. */
const known = new WeakMap<object, Map<string, CommitteesApart>>();
const MOST_KNOWN = 200;

/** Answers are only ever added, so that lanes that come to the same hold the same answers. */
function stateOf(workspace: Workspace, lanes: readonly Lane[], limit: number): string {
  const come = lanes.map(({ row: { waveId, persona }, score }) => [
    ...[waveId, persona],
    score && [score.n, score.declined, score.histogram, score.bySize, score.largest],
  ]);
  return JSON.stringify([workspace.id, limit, come]);
}

/** Accounts by the names that they have now. */
async function renamed(
  db: Db,
  workspace: Workspace,
  { found, share }: CommitteesApart,
): Promise<CommitteesApart> {
  const ids = found.map(({ accountId }) => accountId);
  const names = await namesOfAccounts(db, workspace, ids);
  return {
    share,
    // One that was deleted since is named no more.
    found: found.flatMap((one) => {
      const accountName = names.get(one.accountId);
      return accountName === undefined ? [] : [{ ...one, accountName }];
    }),
  };
}

async function readApart(
  db: Db,
  workspace: Workspace,
  { wave, lanes, limit }: { wave: WaveLine; lanes: readonly Lane[]; limit: number },
): Promise<CommitteesApart> {
  const accounts = await readAccountSamples(db, workspace, { wave, lanes });
  const found: CommitteeApart[] = [];
  for (const [accountId, samples] of accounts) {
    const apart = widestApart(samples);
    const accountName = samples[0]?.within?.name ?? '';
    if (apart && apart.points > PULLS_APART) found.push({ accountId, accountName, ...apart });
  }
  return { found: found.sort(byWidth).slice(0, limit), share: apartShareOf(accounts) };
}

function byWidth(a: CommitteeApart, b: CommitteeApart): number {
  return (
    b.points - a.points || a.accountName.localeCompare(b.accountName) || (a.accountId < b.accountId ? -1 : 1)
  );
}
