import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Difference, differenceBetween } from './difference.ts';
import { type Figure, figureOf } from './figure.ts';
import { countDelivered, listWaves, listWavesOf, type WaveLine } from './lane.store.server.ts';
import { listPurposes, type StatedPurpose } from './purpose.store.server.ts';
import { type Lane, readLanes } from './read-lanes.server.ts';
import { readSample } from './read-sample.server.ts';
import { readVerbatims, type Verbatim } from './read-verbatims.server.ts';
import { type Ruling, rulingOf } from './ruling.ts';
import type { Sample } from './sample.ts';
import { isScoreScale, type ShareScale } from './scale.ts';
import { figureSentence } from './sentence.ts';
import { type Shares, sharesOf } from './shares.ts';
import type { Thresholds } from './thresholds.ts';
import { countVerbatims } from './verbatim.store.server.ts';

export interface PersonaPage {
  wave: WaveLine;
  lanes: Lane[];
  lane: Lane;
  purpose: StatedPurpose | null;
  figure: Figure | null;
  sentence: string | null;
  since: Difference | null;
  ruling: Ruling;
  /** The same persona through the waves of the programme, oldest first. */
  trend: { wave: WaveLine; figure: Figure }[];
  shares: { shares: Shares; labels: Map<string, string> }[];
  verbatims: Verbatim[];
  texts: number;
  delivered: number | null;
}

const VERBATIMS = 8;

/** Persona view: one persona, many accounts, statistics. Null when the wave or the lane is not there. */
export async function readPersonaPage(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; before?: string },
  thresholds: Thresholds,
): Promise<PersonaPage | null> {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === of.waveId);
  const lanes = wave ? await readLanes(db, workspace, wave) : [];
  const lane = lanes.find(({ row }) => row.persona.id === of.personaId);
  if (!wave || !lane) return null;
  const earlier = await readEarlier(db, workspace, waves, wave, of.personaId);
  const figure = lane.score && figureOf(lane.score, thresholds);
  const since =
    lane.score && earlier[0] ? differenceBetween(earlier[0].sample, lane.score, thresholds) : null;
  const purpose = (await listPurposes(db, workspace, wave.programmeId)).get(of.personaId) ?? null;
  const past = earlier.map((one) => ({ wave: one.wave, figure: figureOf(one.sample, thresholds) }));
  return {
    wave,
    lanes,
    lane,
    purpose,
    figure,
    since,
    sentence: figure && figureSentence(figure, since),
    ruling: rule(purpose, figure),
    trend: [...past.reverse(), ...(figure ? [{ wave, figure }] : [])],
    shares: await readShares(db, workspace, wave, lane, thresholds),
    verbatims: await readVerbatims(
      db,
      workspace,
      { wave, lane, limit: VERBATIMS, before: of.before },
      thresholds,
    ),
    texts: await countVerbatims(db, workspace, wave.id, of.personaId),
    delivered: wave.origin === 'asked' ? await countDelivered(db, workspace, wave.id, of.personaId) : null,
  };
}

/** A rule is held against the interval's ends; an open wave is not ruled on, or one would look until it clears. */
export function rule(purpose: StatedPurpose | null, figure: Figure | null): Ruling {
  if (!purpose?.rule || !figure || figure.wave.closedAt === null || figure.interval.kind === 'none')
    return 'cant_tell';
  return rulingOf(purpose.rule, figure.interval);
}

const REMEMBERED = 7;

/** The same persona's samples in the programme's earlier waves that asked it, newest first. */
export async function readEarlier(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
  wave: WaveLine,
  personaId: string,
  limit = REMEMBERED,
): Promise<{ wave: WaveLine; sample: NonNullable<Lane['score']> }[]> {
  const asked = await listWavesOf(db, workspace, wave.programmeId, personaId);
  const past = waves.filter((one) => asked.has(one.id) && (one.sentAt ?? 0) < (wave.sentAt ?? 0));
  const found: { wave: WaveLine; sample: NonNullable<Lane['score']> }[] = [];
  for (const one of past.slice(0, limit)) {
    const [lane] = await readLanes(db, workspace, one, personaId);
    if (lane?.score) found.push({ wave: one, sample: lane.score });
  }
  return found;
}

async function readShares(db: Db, workspace: Workspace, wave: WaveLine, lane: Lane, thresholds: Thresholds) {
  const shown: PersonaPage['shares'] = [];
  for (const question of lane.questions.filter(({ scale }) => !isScoreScale(scale))) {
    const sample = await readSample(db, workspace, { wave, lane: lane.row, question, invited: lane.invited });
    const labels = new Map(question.options.map(({ key, label }) => [key, label]));
    shown.push({ shares: sharesOf(sample as Sample<ShareScale>, thresholds), labels });
  }
  return shown;
}
