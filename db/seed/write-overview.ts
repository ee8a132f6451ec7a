import { chooseVerbatim } from '#app/overview/choose-verbatim.server.ts';
import { writeHeadline } from '#app/overview/write-headline.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { readVerbatims } from '#app/results/read-verbatims.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { DAYS } from './calendar.ts';
import { HEADLINE } from './firm.ts';
import { expectKind, type OpenStage } from './stage.ts';

/** Whose words the team put on the overview, one of each persona that wrote any. */
const CHOSEN = ['Aarón Vidal', 'Chiamaka Lund', 'Tomás Herrera', 'Petra Vance'];
const MOST_TEXTS = 200;

/** The finding in the CX lead's words, and one text per lane. */
export async function writeOverview(stage: OpenStage, waveId: string): Promise<void> {
  const { house, workspace, actor } = stage;
  stage.goTo(DAYS.headlineWritten);
  const written = await writeHeadline(house.db, workspace, { waveId, headline: HEADLINE, memberId: actor });
  expectKind(written, 'written');
  const wave = (await listWaves(house.db, workspace)).find(({ id }) => id === waveId)!;
  for (const lane of await readLanes(house.db, workspace, wave)) {
    const of = { wave, lane, limit: MOST_TEXTS };
    const texts = await readVerbatims(house.db, workspace, of, THRESHOLDS);
    const chosen = texts.find(({ by }) => by.name !== null && CHOSEN.includes(by.name));
    if (!chosen) continue;
    const { responseId } = chosen;
    const choice = { waveId, personaId: lane.row.persona.id, responseId };
    expectKind(await chooseVerbatim(house.db, workspace, choice), 'chosen');
  }
}
