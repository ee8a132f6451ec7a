import { createMoment } from '#app/audience/moment/create-moment.server.ts';
import { bringTouches } from '#app/audience/moment/file/bring-touches.server.ts';
import { TOUCH_COLUMNS } from '#app/audience/moment/file/touch-columns.ts';
import { saveRequirements } from '#app/persona/requirements/save-requirements.server.ts';
import { csvRow } from '#app/platform/safe-csv.ts';
import { linkQuestions } from '#app/survey/moment/link-questions.server.ts';
import { listLinkable } from '#app/survey/moment/list-linkable.server.ts';
import type { Placed } from './bring-people.ts';
import { DAYS } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';
import { MOMENTS, REQUIREMENTS, type SeedMoment, SOURCES } from './moments.ts';
import { expectKind, type OpenStage } from './stage.ts';

type Mapped = keyof typeof MOMENTS;
const MAPPED = Object.keys(MOMENTS) as Mapped[];

/** A chance of its own: the map leaves every other part of the story as it was. */
const SEED = 20_261_130;
/** People of each persona whose touches are known. */
const MET = { end_user: 9, influencer: 4, buyer: 7 } as const satisfies Record<Mapped, number>;
/** Days before the Monday of loading within which they met us. */
const FROM = 230;
const TO = 6;

/** Where the personas meet us, what they said about it, and when some of them did. */
export async function drawMap(
  stage: OpenStage,
  programmeId: string,
  people: readonly Placed[],
): Promise<void> {
  stage.goTo(DAYS.nextDrafted, 11);
  const { house, workspace, actor } = stage;
  for (const personaId of MAPPED) {
    const requirements = REQUIREMENTS[personaId];
    if (requirements)
      expectKind(await saveRequirements(house, workspace, { ...requirements, personaId, actor }), 'saved');
    for (const moment of MOMENTS[personaId]) await writeMoment(stage, programmeId, personaId, moment);
  }
  const bytes = Buffer.from(touchList(stage, createDice(SEED), people));
  const brought = await bringTouches(house, workspace, { bytes, zone: 'UTC', actor });
  const { plan } = expectKind(brought, 'brought');
  if (plan.setAside.length > 0) throw new Error(JSON.stringify(plan.setAside));
}

async function writeMoment(
  { house, workspace, actor }: OpenStage,
  programmeId: string,
  personaId: Mapped,
  { asked = [], isUnmet: _, ...words }: SeedMoment,
): Promise<void> {
  const made = await createMoment(house, workspace, { ...words, personaId, actor });
  const { id: momentId } = expectKind(made, 'created');
  const linkable = await listLinkable(house.db, workspace, personaId);
  const questions = asked.map((start) => {
    const found = linkable.find((one) => one.programmeId === programmeId && one.wording.startsWith(start));
    if (!found) throw new Error(`Nobody asks “${start}”.`);
    return found;
  });
  expectKind(await linkQuestions(house, workspace, { momentId, questions, actor }), 'linked');
}

/** The touches as some other system would list them, in no order at all. */
function touchList(stage: OpenStage, dice: Dice, people: readonly Placed[]): string {
  const rows = MAPPED.flatMap((personaId) => {
    const known = people.filter(({ position }) => position === personaId).slice(0, MET[personaId]);
    const met = (MOMENTS[personaId] as readonly SeedMoment[]).filter(({ isUnmet }) => !isUnmet);
    return known.flatMap((person, at) => {
      // One of each persona is met so often that their way is worth a look.
      const times = at === 0 ? 26 : 2 + dice.roll(9);
      return Array.from({ length: times }, () => [
        ...[person.email, person.account.name, personaId, dice.pick(met).name],
        new Date(stage.timeOf(TO + dice.roll(FROM - TO), 8 + dice.roll(20) / 2)).toISOString(),
        dice.pick(SOURCES),
      ]);
    });
  });
  return [TOUCH_COLUMNS, ...dice.shuffle(rows)].map((cells) => csvRow(cells, { raw: true })).join('');
}
