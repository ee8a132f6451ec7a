import { listWaves } from '#app/results/lane.store.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { readVerbatims, type Verbatim } from '#app/results/read-verbatims.server.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { suggestTags } from '#app/results/theme/suggest-tags.server.ts';
import { tagAnswers } from '#app/results/theme/tag-answers.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { DAYS } from './calendar.ts';
import { expectKind, type OpenStage } from './stage.ts';
import { THEMES } from './words/themes.ts';

const MOST_TEXTS = 200;

/** The CX lead reads the latest comments, persona by persona, and tags what they are about; the rest is suggested. */
export async function tagThemes(stage: OpenStage, waveId: string): Promise<void> {
  const { house, workspace, actor } = stage;
  stage.goTo(DAYS.headlineWritten, 11);
  const texts = await readTexts(stage, waveId);
  for (const { name, definition, raisedBy } of THEMES) {
    const made = await createTheme(house, workspace, { name, definition, actor });
    const { id: themeId } = expectKind(made, 'created');
    for (const [personaId, beginnings] of Object.entries(raisedBy)) {
      const on = (texts.get(personaId) ?? []).filter(({ words }) =>
        beginnings.some((beginning) => words.startsWith(beginning)),
      );
      if (on.length === 0) continue;
      expectKind(await tagAnswers(house, workspace, { waveId, personaId, themeId, on, actor }), 'tagged');
    }
  }
  for (const personaId of ['end_user', 'buyer'])
    expectKind(await suggestTags(house, workspace, { waveId, personaId, actor }), 'suggested');
}

async function readTexts({ house, workspace }: OpenStage, waveId: string): Promise<Map<string, Verbatim[]>> {
  const wave = (await listWaves(house.db, workspace)).find(({ id }) => id === waveId)!;
  const texts = new Map<string, Verbatim[]>();
  for (const lane of await readLanes(house.db, workspace, wave)) {
    const found = await readVerbatims(house.db, workspace, { wave, lane, limit: MOST_TEXTS }, THRESHOLDS);
    texts.set(lane.row.persona.id, found);
  }
  return texts;
}
