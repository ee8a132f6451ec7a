import { expect } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import type { PersonaDepthOut } from '#app/results/wire/depth-wire.ts';
import type { SplitOut } from '#app/results/wire/result-wire.ts';
import { draftFrom } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { hearAgain, hearSet, questionOf } from '#tests/support/asked-set.ts';
import { COMPLETE, type Desk, openProgramme, openSurvey } from '#tests/support/asking.ts';
import { endWave } from '#tests/support/fallen-waves.ts';
import { namedIn } from '#tests/support/moved.ts';
import type { Case } from './case.ts';
import { anotherRoom, type World, wordsOf } from './world.ts';

type Depth = z.infer<typeof PersonaDepthOut>;

const recommend = (wording: string) => questionOf('q1', 'recommend', { concept: 'recommend', wording });
const OURS = 'How likely are you to recommend us?';
const OTHER = 'Would you speak well of us?';

/** So many of one persona answer the same. */
async function give(desk: Desk, waveId: string, personaId: string, score: string, people = 5) {
  for (let i = 0; i < people; i += 1) {
    const who = {
      name: `${personaId} ${score} ${i} of ${waveId}`,
      account: `Account ${i}`,
      personaIds: [personaId],
    };
    const kept = await answer(desk.house, await ask(desk, waveId, who), { q1: score });
    expect(kept).toEqual({ kind: 'kept' });
  }
}

/** Buyers in two waves of one programme, the later of which asks in these words: what the API and the page say of it. */
async function inTwoWaves(world: World, wording: string) {
  const { desk, caller, reader } = await anotherRoom(world, `A trend: ${wording}`);
  const first = await hearSet(desk, [recommend(OURS)], { buyer: [] });
  await give(desk, first.waveId, 'buyer', '3', 10);
  await endWave(desk, first.waveId);
  world.api.open.clock.advance(1000);
  const { waveId } = await hearAgain(first, 'Spring 2027', [recommend(wording)], { buyer: [] });
  await give(desk, waveId, 'buyer', '9', 10);
  await endWave(desk, waveId);
  const wave = toSlug('wave', waveId);
  const { status, body } = await caller.get<Depth>(`/results/waves/${wave}/personas/buyer`);
  expect([status, body.figure?.score]).toEqual([200, 100]);
  return { body, page: await wordsOf(reader, `/results/${wave}/buyer`) };
}

/** A wave that asks each persona in words of its own; the gap that stands in its split. */
async function gapOf(world: World, room: string, wordings: Record<string, string>) {
  const { desk, caller } = await anotherRoom(world, room);
  const { house, workspace, memberId: actor } = desk;
  const programmeId = await openProgramme(desk);
  const lanes = [];
  for (const [personaId, wording] of Object.entries(wordings)) {
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
    const surveyId = await openSurvey(desk, programmeId, personaId);
    const draft = draftFrom({ intro: '', questions: [recommend(wording)] });
    await saveDraft(house, workspace, { surveyId, revision: 1, draft });
    const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
    if (published.kind !== 'published') throw new Error(published.kind);
    lanes.push({ personaId, versionId: published.versionId });
  }
  const wave = await createWave(house, workspace, { programmeId, name: 'Winter 2027', lanes, actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  await give(desk, wave.id, 'end_user', '9');
  await give(desk, wave.id, 'buyer', '3');
  const path = `/results?wave=${toSlug('wave', wave.id)}`;
  const { status, body } = await caller.get<z.infer<typeof SplitOut>>(path);
  expect(status).toBe(422);
  return body.error.instead.gap;
}

/** What is held against each other: waves and wordings. */
export const WAVES: readonly Case[] = [
  {
    no: 48,
    what: 'a trend over waves',
    ruling: 'condition',
    on: ['api', 'page'],
    check: async (world) => {
      const same = await inTwoWaves(world, OURS);
      expect(same.body.since).toMatchObject({ difference: { persona: 'buyer', points: 200 } });
      expect(same.page).not.toContain('a new series begins');
      // Other words are another question: no difference, and the line is broken and says so.
      const other = await inTwoWaves(world, OTHER);
      expect(other.page).toContain('Spring 2027: wording changed in v2, so a new series begins.');
      expect(other.body.since?.difference.points ?? null).toBeNull();
      for (const { body } of [same, other]) expect(namedIn(JSON.stringify(body))).toEqual(['buyer']);
    },
  },
  {
    no: 55,
    what: 'what was asked in other words, or on another scale',
    ruling: 'condition',
    on: ['api'],
    // Held over all pairs of questions by app/results/compare.test.ts; here that a gap says it of itself.
    check: async (world) => {
      const same = await gapOf(world, 'In one wording', { end_user: OURS, buyer: OURS });
      expect(same?.apart).toMatchObject({ points: 200, worded_differently: false });
      const other = await gapOf(world, 'In two wordings', { end_user: OURS, buyer: OTHER });
      expect(other?.apart).toMatchObject({ worded_differently: true });
    },
  },
];
