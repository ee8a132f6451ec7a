import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { languageName } from '#app/survey/translation/language.ts';
import { MOST_READ } from '../each.ts';
import { pinOf } from '../frame/read-frame.server.ts';
import { listSeated } from '../frame/seat.store.server.ts';
import { asksByName, type WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import type { ScoredRow } from '../scored.store.server.ts';
import { groupByAccount } from '../scored.ts';
import type { ReadScored } from '../scored-once.server.ts';
import { groupsOfPeople } from './attribute-groups.server.ts';
import type { GroupAnswers } from './breakdown.ts';
import type { Group } from './cut.ts';

/**
 * The answers of ONE persona by something that differs from person to person: an attribute of theirs, or the language
 * they answered in. Null where there are too many to read one by one.
 */
export async function groupPeople(
  db: Db,
  workspace: Workspace,
  { wave, lane, scored }: { wave: WaveLine; lane: Lane; scored: ReadScored },
  by: 'language' | string,
): Promise<GroupAnswers[] | null> {
  const { score } = lane;
  if (!score || Math.max(score.n, lane.row.known ?? 0) > MOST_READ) return null;
  const rows = await scored();
  if (by === 'language') return collect(rows, (row) => languageGroup(row.language), null);
  const groups = await groupsOfPeople(db, workspace, by);
  const groupOf = (personId: string | null) => (personId === null ? null : (groups.get(personId) ?? null));
  const seats = asksByName(wave)
    ? await listSeated(db, workspace, { ...pinOf(wave, lane), limit: MOST_READ })
    : null;
  const seated = seats?.map(({ personId }) => groupOf(personId)) ?? null;
  return collect(rows, ({ personId }) => groupOf(personId), seated);
}

function languageGroup(language: string): Group | null {
  if (language === '') return null;
  return { key: language, label: languageName(language, 'en') };
}

function collect(
  rows: readonly ScoredRow[],
  groupOf: (row: ScoredRow) => Group | null,
  seats: readonly (Group | null)[] | null,
): GroupAnswers[] {
  const heard = Map.groupBy(rows, (row) => groupOf(row)?.key ?? '');
  const known = Map.groupBy(seats ?? [], (group) => group?.key ?? '');
  const labels = new Map<string, Group>();
  for (const group of [...rows.map(groupOf), ...(seats ?? [])]) if (group) labels.set(group.key, group);
  return [...new Set([...heard.keys(), ...known.keys()])].map((key) => ({
    group: labels.get(key) ?? null,
    accounts: groupByAccount(heard.get(key) ?? []),
    known: seats && (known.get(key)?.length ?? 0),
  }));
}
