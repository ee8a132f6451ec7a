import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { hintFromTitle, type TitleHint } from '../import/title-hints.ts';
import {
  confirmedByTitle,
  countUnplaced,
  type UnplacedPerson,
  unplacedPeople,
  unplacedTitles,
} from './unplaced.store.server.ts';

export interface UnplacedTitle {
  /** Null for people without a title: nothing points to their role, so they are looked at one by one. */
  titleKey: string | null;
  title: string | null;
  people: number;
  hint: TitleHint;
}

export interface UnplacedList {
  people: number;
  titles: UnplacedTitle[];
  hasNext: boolean;
  /** The people of the one title that is looked at one by one. */
  opened: { titleKey: string | null; people: UnplacedPerson[] } | null;
}

const PAGE = 50;
const ONE_BY_ONE = 100;

/** People without a role by distinct title, each title with what it suggests. Nothing is given by itself. */
export async function listUnplaced(
  db: Db,
  workspace: Workspace,
  asked: { offset: number; open: { titleKey: string | null } | null },
): Promise<UnplacedList> {
  const rows = await unplacedTitles(db, workspace, { offset: asked.offset, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const known = await confirmedByTitle(
    db,
    workspace,
    shown.flatMap(({ titleKey }) => titleKey ?? []),
  );
  const byTitle = Map.groupBy(known, ({ titleKey }) => titleKey);
  const { people } = await countUnplaced(db, workspace);
  const { open } = asked;
  return {
    people,
    titles: shown.map((row) => {
      const counts = (row.titleKey === null ? undefined : byTitle.get(row.titleKey)) ?? [];
      const confirmed = new Map(counts.map(({ personaId, people }) => [personaId, people]));
      return { ...row, hint: hintFromTitle(row.title ?? '', confirmed) };
    }),
    hasNext: rows.length > PAGE,
    opened: open && { ...open, people: await unplacedPeople(db, workspace, open.titleKey, ONE_BY_ONE) },
  };
}
