import { byLane, type Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import { preparedLook, preparedQuery } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type WaveKind, waveTitle } from '#app/programme/wave/wave-words.ts';
import type { AskedIn } from './comparable.ts';

export interface WaveLine {
  id: string;
  /** Of a link, with the words that its answers are self-declared. */
  name: string;
  kind: WaveKind;
  programmeId: string;
  programmeName: string;
  origin: 'asked' | 'imported';
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  state: 'draft' | 'open' | 'closed';
  sentAt: number | null;
  closedAt: number | null;
  headline: string | null;
  headlineBy: string | null;
}

const findWaves = preparedQuery((db, slot) =>
  db
    .selectFrom('wave')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'wave.workspace_id').onRef('p.id', '=', 'wave.programme_id'),
    )
    .leftJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'wave.workspace_id').onRef('m.id', '=', 'wave.headline_by'),
    )
    .select([
      'wave.id',
      'wave.name',
      'wave.kind',
      'wave.programme_id as programmeId',
      'p.name as programmeName',
      'p.origin',
      'p.confidentiality',
      'wave.state',
      'wave.sent_at as sentAt',
      'wave.closed_at as closedAt',
      'wave.headline',
      'm.name as headlineBy',
    ])
    .where('wave.workspace_id', '=', slot('workspaceId'))
    .where('wave.sent_at', 'is not', null)
    .orderBy('wave.sent_at', 'desc')
    .orderBy('wave.id', 'desc'),
);

/** Waves that were sent or imported, newest first. */
export async function listWaves(db: Db, workspace: Workspace): Promise<WaveLine[]> {
  const rows = await findWaves(db, { workspaceId: workspace.id });
  return rows.map((row) => ({ ...row, name: waveTitle(row) }));
}

/** What is read where nobody says which wave: a link never stands in the place of people who were asked. */
export function newestOf(waves: readonly WaveLine[]): WaveLine | undefined {
  return waves.find(({ kind }) => kind === 'asked') ?? waves[0];
}

/** What may be told leads, where nobody says which wave, over what was said in confidence. */
export function newestTold(waves: readonly WaveLine[]): WaveLine | undefined {
  return newestOf(waves.filter(({ confidentiality }) => confidentiality === 'attributed')) ?? newestOf(waves);
}

/** True where people were asked by name, so that who was invited and how many are known means something. */
export function asksByName({ origin, kind }: Pick<WaveLine, 'origin' | 'kind'>): boolean {
  return origin === 'asked' && kind === 'asked';
}

export interface LaneRow {
  waveId: string;
  persona: Persona;
  surveyVersionId: string;
  /** The survey and the number of its version. */
  asked: AskedIn;
  known: number | null;
  chosenResponseId: string | null;
}

const findLanes = preparedLook((db, waveIds, slot) =>
  db
    .selectFrom('wave_lane as l')
    .innerJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'l.workspace_id').onRef('p.id', '=', 'l.persona_id'),
    )
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'l.workspace_id').onRef('v.id', '=', 'l.survey_version_id'),
    )
    .innerJoin('survey as s', (on) =>
      on.onRef('s.workspace_id', '=', 'v.workspace_id').onRef('s.id', '=', 'v.survey_id'),
    )
    .select(['v.survey_id', 'v.number', 's.name as survey_name'])
    .select(['l.wave_id', 'l.survey_version_id', 'l.known_people', 'l.chosen_response_id'])
    .select([
      'p.id',
      'p.base',
      'p.name',
      'p.plural',
      'p.definition',
      'p.question',
      'p.position',
      'p.closed_at',
    ])
    .where('l.workspace_id', '=', slot('workspaceId'))
    .where('l.wave_id', 'in', waveIds),
);

/** The lanes of one wave in lane order: which persona was asked which version, of how many known. */
export async function listLanes(db: Db, workspace: Workspace, waveId: string): Promise<LaneRow[]> {
  return listLanesOf(db, workspace, [waveId]);
}

/** The same of several waves, one after the other as they come. */
export async function listLanesOf(
  db: Db,
  workspace: Workspace,
  waveIds: readonly string[],
): Promise<LaneRow[]> {
  const rows = await findLanes(db, waveIds, { workspaceId: workspace.id });
  return rows.map(toLaneRow).sort((a, b) => byLane(a.persona, b.persona));
}

interface JoinedRow extends Omit<Persona, 'closedAt'> {
  wave_id: string;
  survey_version_id: string;
  known_people: number | null;
  chosen_response_id: string | null;
  survey_id: string;
  number: number;
  survey_name: string;
  closed_at: number | null;
}

function toLaneRow({ wave_id, known_people, chosen_response_id, closed_at, ...row }: JoinedRow): LaneRow {
  const { survey_version_id, survey_id, survey_name, number, ...persona } = row;
  return {
    waveId: wave_id,
    persona: { ...persona, closedAt: closed_at },
    surveyVersionId: survey_version_id,
    asked: { surveyId: survey_id, surveyName: survey_name, number },
    known: known_people,
    chosenResponseId: chosen_response_id,
  };
}

const findLanesOf = preparedQuery((db, slot) =>
  db
    .selectFrom('wave_lane')
    .select(['wave_id as waveId', 'persona_id as personaId'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('programme_id', '=', slot('programmeId')),
);

/** The waves of a programme that have a lane for a persona, by persona: others say nothing about it. */
export async function listWavesOf(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<Map<string, Set<string>>> {
  const rows = await findLanesOf(db, { workspaceId: workspace.id, programmeId });
  const waves = new Map<string, Set<string>>();
  for (const { waveId, personaId } of rows)
    waves.set(personaId, (waves.get(personaId) ?? new Set()).add(waveId));
  return waves;
}

export interface Asked {
  people: number;
  /** To how many the letter went out; null while some letters are still on their way. */
  delivered: number | null;
  /** Whom no letter reached, once nothing can change it any more; null until then. */
  unreached: number | null;
}

const findAsked = preparedLook((db, waveIds, slot) =>
  db
    .selectFrom('lane_asked')
    .select(['wave_id', 'persona_id', 'people', 'delivered', 'unreached'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('wave_id', 'in', waveIds),
);

/** People invited in some waves, by wave and persona; counting people is free (DOMAIN R3). */
export async function countAsked(
  db: Db,
  workspace: Workspace,
  waveIds: readonly string[],
): Promise<Map<string, Map<string, Asked>>> {
  const waves = new Map(waveIds.map((id) => [id, new Map<string, Asked>()]));
  const rows = await findAsked(db, waveIds, { workspaceId: workspace.id });
  for (const { wave_id, persona_id, ...asked } of rows) waves.get(wave_id)!.set(persona_id, asked);
  return waves;
}

/** Answers of a wave that came in without a confirmed role: kept, readable, in no statistic. */
export async function countUnplaced(db: Db, workspace: Workspace, waveId: string): Promise<number> {
  const row = await db
    .selectFrom('unplaced_answer')
    .select((eb) => eb.fn.countAll<number>().as('answers'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .executeTakeFirstOrThrow();
  return Number(row.answers);
}
