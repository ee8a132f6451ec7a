import { findAccount } from '#app/audience/account.store.server.ts';
import { listSeats } from '#app/audience/account-list.store.server.ts';
import { whoDeclined } from '#app/delivery/declined/who-declined.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves, newestTold, type WaveLine } from '#app/results/lane.store.server.ts';
import { readAccountSamples } from '#app/results/read-account-samples.server.ts';
import { readAccountVoices, type Voice } from '#app/results/read-account-voices.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import type { Sample } from '#app/results/sample.ts';
import type { ScoreScale } from '#app/results/scale.ts';
import { listInVainAt } from '../silence.store.server.ts';
import { readTemplate } from '../template/read-template.server.ts';
import { type AskedRow, listAsked } from './asked.store.server.ts';
import type { Committee } from './committee.ts';
import { drawCommittee } from './draw-committee.server.ts';

export interface CommitteeAsked {
  accountId: string;
  /** Null: the newest in which somebody here was asked or heard under their name. */
  waveId: string | null;
  /** `attributed`: only who was asked under a promise that names are seen is named. */
  names: 'all' | 'attributed';
}

/** One account, all personas, as a picture of one wave; null where there is no such account, or no such wave here. */
export async function readCommittee(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  of: CommitteeAsked,
): Promise<Committee | null> {
  const { reading: db } = house;
  const account = await findAccount(db, workspace, of.accountId);
  if (!account) return null;
  const asked = await listAskedHere(db, workspace, account.id);
  const all = await listWaves(db, workspace);
  const voices = await readAccountVoices(db, workspace, { accountId: account.id });
  const waves = touching(all, asked, voices);
  const wave = of.waveId === null ? (newestTold(waves) ?? null) : waves.find(({ id }) => id === of.waveId);
  if (wave === undefined) return null;
  const seats = await listSeats(db, workspace, account.id);
  return drawCommittee({
    ...{ account, waves, wave, seats, asked, voices },
    names: of.names,
    personas: await listPersonas(db, workspace),
    template: await readTemplate(db, workspace),
    declined: await whoDeclined(house, workspace, { seats, programmeId: wave?.programmeId ?? null }),
    samples: wave ? await samplesAt(house, workspace, wave, account.id) : [],
  });
}

/** What everybody there was asked, and which of it they left unanswered. */
async function listAskedHere(db: Db, workspace: Workspace, accountId: string) {
  const inVain = new Set(
    (await listInVainAt(db, workspace, accountId)).map(({ roleId, waveId }) => `${roleId} ${waveId}`),
  );
  return (await listAsked(db, workspace, accountId)).map((one) => ({
    ...one,
    isInVain: inVain.has(`${one.roleId} ${one.waveId}`),
  }));
}

async function samplesAt(
  { reading: db }: Pick<House, 'reading'>,
  workspace: Workspace,
  wave: WaveLine,
  accountId: string,
): Promise<Sample<ScoreScale>[]> {
  const lanes = await readLanes(db, workspace, wave);
  return (await readAccountSamples(db, workspace, { wave, lanes, accountId })).get(accountId) ?? [];
}

function touching(
  waves: readonly WaveLine[],
  asked: readonly AskedRow[],
  voices: readonly Voice[],
): WaveLine[] {
  const here = new Set([...asked, ...voices].map(({ waveId }) => waveId));
  return waves.filter(({ id }) => here.has(id));
}
