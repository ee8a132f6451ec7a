import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { bandOf, bandWords } from '../confidence/band.ts';
import { countOpenedTexts } from '../confidence/opened-text.store.server.ts';
import { policyFor } from '../confidence/policy.ts';
import { countShownIn, isShownWhole } from '../confidence/shown.store.server.ts';
import { type LaneRow, listLanes, type WaveLine } from '../lane.store.server.ts';
import { listQuestions } from '../question.store.server.ts';
import { readableTexts } from '../texts.ts';
import type { Thresholds } from '../thresholds.ts';
import { raisedQuietly } from './raised.ts';
import type { Cells, ThemeLane } from './read-theme-table.server.ts';
import { cellOf, countOpenedSpeakers, countSpeakerAccounts } from './speakers.store.server.ts';

/** How each persona of a wave in confidence raises each theme, once all that it answered is shown. */
export async function readQuietCells(
  db: Db,
  workspace: Workspace,
  wave: WaveLine,
  thresholds: Thresholds,
): Promise<Cells> {
  const shown = (await countShownIn(db, workspace, [wave.id])).get(wave.id)!;
  const rows = await countOpenedSpeakers(db, workspace, wave.id);
  const speakers = new Map(rows.map((row) => [cellOf(row.personaId, row.themeId), row.speakers]));
  const accounts =
    wave.confidentiality === 'confidential' ? await countSpeakerAccounts(db, workspace, wave.id) : null;
  const [lanes, writers] = [[] as ThemeLane[], new Map<string, number>()];
  for (const row of await listLanes(db, workspace, wave.id)) {
    const { persona, known } = row;
    const band = bandOf(shown.get(persona.id) ?? 0, policyFor(thresholds));
    const told = { heard: band?.from ?? 0, heardTo: band?.to ?? 0, heardTold: bandWords(band) };
    const isWhole = await isWholly(db, workspace, wave, persona.id);
    if (isWhole) writers.set(persona.id, await countWriters(db, workspace, wave, row));
    lanes.push({ persona, ...told, known, isWhole });
  }
  return {
    lanes,
    cell: ({ persona: { id }, heard, heardTold, isWhole }, themeId) => {
      if (!isWhole) return { kind: 'not_yet', heard, told: heardTold };
      const key = cellOf(id, themeId);
      const people = { writers: writers.get(id) ?? 0, shown: shown.get(id) ?? 0 };
      const said = { speakers: speakers.get(key) ?? 0, accounts: accounts && (accounts.get(key) ?? 0) };
      return raisedQuietly({ ...people, ...said }, thresholds);
    },
  };
}

async function isWholly(
  db: Db,
  workspace: Workspace,
  { id: waveId, closedAt }: WaveLine,
  personaId: string,
): Promise<boolean> {
  return closedAt !== null && (await isShownWhole(db, workspace, { waveId, personaId }));
}

async function countWriters(
  db: Db,
  workspace: Workspace,
  { id: waveId, confidentiality }: WaveLine,
  { persona, surveyVersionId }: LaneRow,
): Promise<number> {
  const asked = await listQuestions(db, workspace, [surveyVersionId]);
  const questionKeys = readableTexts(asked, confidentiality);
  const lane = { waveId, personaId: persona.id, questionKeys };
  return (await countOpenedTexts(db, workspace, lane)).writers;
}
