import { DAY, systemClock } from '#app/platform/clock.ts';
import { linkRows, linkToken } from '#app/programme/link-token.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { hearSet, questionOf } from '#tests/support/asked-set.ts';
import type { Desk } from '#tests/support/asking.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { laneAnswers } from './big-lane.ts';
import {
  accountOf,
  type BigWave,
  idOf,
  invitationOf,
  PERSONAS,
  personaOf,
  QUESTIONS,
  type Shape,
  shuffled,
  typicalAccount,
  WAVES,
  waveNumber,
} from './big-shape.ts';
import { type BulkRows, type Cell, inPieces, openBulkRows } from './bulk-rows.ts';
import { provideServer, SECRET } from './filled-house.ts';

/** One person of so many is asked in the wave that is still open, so that as large a part is silent in each house. */
const ASKED_NOW = 250;

export interface BigHouse {
  desk: Desk;
  /** The newest closed wave, which is the large one. */
  waveId: string;
  accountId: string;
  tokens: string[];
  close(): Promise<void>;
}

/** A house of so many answers, most of it written around the doors: `rollups:verify` tells whether it could have come through. */
export async function fillBigHouse(engine: Engine, shape: Shape): Promise<BigHouse> {
  const stopDatabase = engine === 'postgres' ? await provideServer() : async () => {};
  const { house, close } = await openTestHouse({ engine, time: systemClock, vars: { APP_SECRET: SECRET } });
  const desk = { house, ...(await foundTestWorkspace(house)) };
  const first = await hearSet(desk, questions(), Object.fromEntries(PERSONAS.map((id) => [id, []])));
  const bulk = await openBulkRows(engine, house.env.databaseUrl);
  await writePeople(bulk, desk, shape);
  const begin = Date.now() - (WAVES + 2) * 40 * DAY;
  const waves = Array.from({ length: WAVES + 1 }, (_, at): BigWave => {
    const isOpen = at === WAVES;
    const heard = isOpen ? 0 : at === WAVES - 1 ? shape.large : shape.small;
    const asked = isOpen ? Math.ceil(shape.people / ASKED_NOW) : Math.ceil(heard * 1.25);
    return { id: house.ids.make(), sentAt: begin + at * 40 * DAY, asked, heard, isOpen };
  });
  for (const wave of waves) await writeWave(bulk, desk, shape, wave, first.waveId);
  await bulk.close();
  const open = waves.at(-1)!;
  return {
    ...{ desk, waveId: waves.at(-2)!.id, accountId: idOf('account', typicalAccount(shape)) },
    tokens: Array.from({ length: open.asked }, (_, i) =>
      linkToken(SECRET, 'answer', invitationOf(open, i), 1),
    ),
    close: async () => {
      await close();
      await stopDatabase();
    },
  };
}

function questions() {
  const rated = Array.from({ length: QUESTIONS - 2 }, (_, i) =>
    questionOf(`q${i + 2}`, 'csat', { low: 'low', high: 'high' }),
  );
  return [questionOf('q1', 'recommend'), ...rated, questionOf('q10', 'text')];
}

/** Contracts of a year, spread over it. */
function renewalOf(account: number): string {
  return new Date(Date.now() + (account % 365) * DAY).toISOString().slice(0, 10);
}

async function writePeople(bulk: BulkRows, { workspace }: Desk, shape: Shape): Promise<void> {
  const made = { workspace_id: workspace.id, created_at: 1 };
  await inPieces(bulk, 'account', shape.accounts, (i) => ({
    ...{ ...made, id: idOf('account', i), external_id: null, name: `Account ${i}` },
    ...{ name_key: `account ${i}`, renewal_on: renewalOf(i), updated_at: 1 },
  }));
  await inPieces(bulk, 'person', shape.people, (i) => ({
    ...{ ...made, id: idOf('person', i), external_id: null, name: `Ada ${i}`, name_key: `ada ${i}` },
    ...{ search_key: `ada ${i}`, language: null, time_zone: null, updated_at: 1 },
  }));
  const seat = (i: number) => ({
    person_id: idOf('person', i),
    account_id: idOf('account', accountOf(i, shape)),
  });
  await inPieces(bulk, 'employment', shape.people, (i) => ({
    ...{ ...made, ...seat(i), id: idOf('employment', i), title: 'Lead', title_key: 'lead' },
    ...{ source: 'crm', started_at: 1, ended_at: null },
  }));
  await inPieces(bulk, 'role_assignment', shape.people, (at) => {
    const i = shuffled(at, shape);
    return {
      ...{ ...made, ...seat(i), id: idOf('role', i), programme_id: null },
      ...{ persona_id: PERSONAS[personaOf(i)]!, source: 'crm', evidence: '', started_at: 1 },
      ...{ confirmed_at: 1, confirmed_by: null, ended_at: null, end_reason: null },
    };
  });
}

/** One more wave like the first, with everybody who was asked and what they answered. */
async function writeWave(
  bulk: BulkRows,
  desk: Desk,
  shape: Shape,
  wave: BigWave,
  likeId: string,
): Promise<void> {
  const { workspace, house } = desk;
  const like = await house.db
    .selectFrom('wave')
    .selectAll()
    .where('id', '=', likeId)
    .executeTakeFirstOrThrow();
  const lanes = await house.db.selectFrom('wave_lane').selectAll().where('wave_id', '=', likeId).execute();
  const own = {
    name: `Wave ${waveNumber(wave)}`,
    state: wave.isOpen ? 'open' : 'closed',
    sent_at: wave.sentAt,
  };
  const closed = wave.isOpen ? null : wave.sentAt + 20 * DAY;
  await bulk.write('wave', [{ ...like, ...own, id: wave.id, closed_at: closed, started_at: wave.sentAt }]);
  const asked = PERSONAS.map((_, at) => Math.floor((wave.asked - at + 3) / PERSONAS.length));
  await bulk.write(
    'wave_lane',
    lanes.map((lane) => ({
      ...lane,
      wave_id: wave.id,
      known_people: asked[PERSONAS.indexOf(lane.persona_id as 'buyer')]!,
    })),
  );
  const versions = new Map(lanes.map((lane) => [lane.persona_id, lane.survey_version_id]));
  const pin = (i: number) => {
    const personaId = PERSONAS[personaOf(i)]!;
    return {
      workspace_id: workspace.id,
      wave_id: wave.id,
      persona_id: personaId,
      survey_version_id: versions.get(personaId)!,
    };
  };
  await writeAsked(bulk, shape, wave, pin);
  for (const [at, personaId] of PERSONAS.entries())
    await laneAnswers(bulk, shape, wave, { pin: pin(at), personaId });
  if (wave.isOpen)
    await bulk.write(
      'link',
      Array.from({ length: wave.asked }, (_, i) =>
        linkRows(SECRET, workspace.id, { id: invitationOf(wave, i), generation: 1 }),
      ).flat() as unknown as Record<string, Cell>[],
    );
}

async function writeAsked(
  bulk: BulkRows,
  shape: Shape,
  wave: BigWave,
  pin: (person: number) => Record<string, Cell>,
): Promise<void> {
  await inPieces(bulk, 'invitation', wave.asked, (i) => ({
    ...{
      ...pin(i),
      id: invitationOf(wave, i),
      role_assignment_id: idOf('role', i),
      person_id: idOf('person', i),
    },
    ...{ account_id: idOf('account', accountOf(i, shape)), generation: 1, created_at: wave.sentAt },
  }));
  await inPieces(bulk, 'outbound_message', wave.asked, (i) => ({
    ...{ workspace_id: pin(i).workspace_id!, id: idOf('message', i, waveNumber(wave)), wave_id: wave.id },
    ...{
      invitation_id: invitationOf(wave, i),
      kind: 'invitation',
      ordinal: 1,
      to_address: `p${i}@a.example`,
    },
    ...{ state: i % 50 === 0 ? 'failed' : 'accepted', subject: '', message_id: '', attempts: 1 },
    ...{ next_at: 1, fence: 0, resent: 0, created_at: wave.sentAt, settled_at: wave.sentAt },
  }));
  await bulk.write(
    'lane_asked',
    PERSONAS.map((_, at) => ({
      ...pin(at),
      people: Math.floor((wave.asked - at + 3) / PERSONAS.length),
      delivered: null,
    })),
  );
}
