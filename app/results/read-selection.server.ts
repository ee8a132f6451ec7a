import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countUnplaced, type WaveLine } from './lane.store.server.ts';
import { asScore, type Lane, readLanes } from './read-lanes.server.ts';
import { readSamples } from './read-sample.server.ts';
import { countResponsesAt } from './response.store.server.ts';
import type { Sample } from './sample.ts';
import { isScoreScale, type ScoreScale } from './scale.ts';
import { asTold, type PersonaCoverage, type Selection } from './split.ts';

export interface FigureRequest {
  wave: WaveLine;
  /** Persona ids as the asker gave them; unknown ones reach nobody. Empty: said nothing about persona. */
  personas: readonly string[];
  /** Only this account's answers. */
  account?: { id: string; name: string };
}

/** What a request for a figure turns up: one sample per persona in reach that was asked for a score. */
export async function readSelection(
  db: Db,
  workspace: Workspace,
  request: FigureRequest,
): Promise<{ selection: Selection; samples: Sample<ScoreScale>[]; lanes: Lane[] }> {
  const lanes = await readLanes(db, workspace, request.wave);
  const named = new Set(request.personas);
  const inReach = named.size === 0 ? lanes : lanes.filter(({ row }) => named.has(row.persona.id));
  const samples = await samplesOf(db, workspace, request, inReach);
  const unscored = await countUnscored(db, workspace, request, inReach);
  // In confidence nobody is said to be silent: it would be said of few.
  const isHeard = (people: number) => people > 0 || isInConfidence(request.wave.confidentiality);
  const silent = [
    ...samples.filter(({ n }) => !isHeard(n)),
    ...unscored.filter(({ heard }) => !isHeard(heard)),
  ];
  const selection: Selection = {
    samples: samples.filter(({ n }) => isHeard(n)),
    personasNamed: named.size,
    unplaced: await countUnplaced(db, workspace, request.wave.id),
    silent: silent.map(({ persona, known }) => ({ persona, known })),
    unscored: unscored.filter(({ heard }) => isHeard(heard)),
  };
  return { selection, samples, lanes };
}

/** Who was asked, but for no score: they were heard all the same, and two of them are two personas. */
async function countUnscored(
  db: Db,
  workspace: Workspace,
  { wave, account }: FigureRequest,
  lanes: readonly Lane[],
): Promise<PersonaCoverage[]> {
  const unscored = lanes.filter(({ score }) => score === null);
  const at =
    account && unscored.length > 0 && !isInConfidence(wave.confidentiality)
      ? await countResponsesAt(db, workspace, wave.id, account.id)
      : null;
  return unscored.map(({ row, heard, heardTold }) => ({
    persona: row.persona,
    ...(at ? asTold(at.get(row.persona.id) ?? 0) : { heard, told: heardTold }),
    known: account ? null : row.known,
  }));
}

/** In lane order, those without a question on 0 to 10 left out. */
async function samplesOf(
  db: Db,
  workspace: Workspace,
  { wave, account }: FigureRequest,
  lanes: readonly Lane[],
): Promise<Sample<ScoreScale>[]> {
  if (!account) return lanes.flatMap(({ score }) => score ?? []);
  const asked = lanes.flatMap(({ row, invited, questions }) => {
    const question = questions.find(({ scale }) => isScoreScale(scale));
    return question ? [{ wave, lane: row, question, invited, account }] : [];
  });
  return (await readSamples(db, workspace, asked)).map(asScore);
}
