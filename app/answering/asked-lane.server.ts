import type { Db } from '#app/platform/db.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { inLanguage } from '#app/survey/texts.ts';
import { findDefinition, findLaneRow, type LaneKey, type LaneRow } from './link.store.server.ts';
import type { RespondentDoor } from './respondent-door.ts';

/** The half of a respondent's door that everybody asked in one lane shares. */
export type LaneDoor = Omit<
  RespondentDoor,
  'invitationId' | 'waveId' | 'roleAssignmentId' | 'personId' | 'personName' | 'accountId' | 'accountName'
>;

/** A lane as it is asked now, with what was made of it before. */
export interface AskedLane {
  /** In the language it was written in. */
  door: LaneDoor;
  /** In each language that it was opened in so far. */
  spoken: Map<string, LaneDoor>;
  /** Pages drawn once for all, by what they show. */
  drawn: Map<string, unknown>;
}

interface KnownLane extends AskedLane {
  row: LaneRow;
}

/** A few hundred are more than are asked at a time. */
const MOST_KNOWN = 300;
const known = new WeakMap<object, Map<string, KnownLane>>();

/** Reads who asks and why; what was drawn of the lane stays good as long as none of it changed. */
export async function readAskedLane(db: Db, key: LaneKey): Promise<AskedLane> {
  const lanes = known.get(db.family) ?? new Map<string, KnownLane>();
  known.set(db.family, lanes);
  const name = `${key.workspaceId} ${key.programmeId} ${key.personaId} ${key.versionId}`;
  const before = lanes.get(name);
  const row = await findLaneRow(db, key);
  if (before && isSame(before.row, row)) return before;
  const set = before?.door.questionSet ?? QuestionSet.parse(JSON.parse(await findDefinition(db, key)));
  const lane = { row, door: toDoor(key, row, set), spoken: new Map(), drawn: new Map() };
  lanes.set(name, lane);
  if (lanes.size > MOST_KNOWN) lanes.delete(lanes.keys().next().value!);
  return lane;
}

function isSame(a: LaneRow, b: LaneRow): boolean {
  return (Object.keys(a) as (keyof LaneRow)[]).every((column) => a[column] === b[column]);
}

function toDoor(key: LaneKey, row: LaneRow, questionSet: QuestionSet): LaneDoor {
  return {
    // The link is the respondent's proof: it opens this workspace for this one lane.
    workspace: mintWorkspace(key.workspaceId),
    workspaceName: row.workspace_name,
    surveyVersionId: key.versionId,
    persona: {
      id: key.personaId,
      base: row.persona_base,
      name: row.persona_name,
      plural: row.persona_plural,
    },
    confidentiality: row.confidentiality,
    language: row.language,
    languages: [row.language, ...Object.keys(questionSet.translations ?? {})],
    sender: row.sender_name,
    why: toWhy(row),
    questionSet,
  };
}

function toWhy({ decision, decide_on, promise, promise_on }: LaneRow): RespondentDoor['why'] {
  if (decision === null || decide_on === null || promise === null || promise_on === null) return null;
  return { decision, decideOn: decide_on, promise, promiseOn: promise_on };
}

/** The lane in one of its languages; in its own for any other. */
export function laneIn(lane: AskedLane, language: string): LaneDoor {
  if (language === lane.door.language || !lane.door.languages.includes(language)) return lane.door;
  const before = lane.spoken.get(language);
  if (before) return before;
  const { door } = lane;
  const fresh = { ...door, language, questionSet: inLanguage(door.questionSet, language) };
  lane.spoken.set(language, fresh);
  return fresh;
}
