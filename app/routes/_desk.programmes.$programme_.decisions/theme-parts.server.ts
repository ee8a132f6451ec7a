import type { Decision } from '#app/followup/decision/decision.ts';
import { listWaiting } from '#app/followup/decision/list-waiting.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';
import { sayRaised } from '#app/results/theme/raised.ts';

/** What the page says of themes: those that wait for a decision, and those that one can group. */
export async function readThemeParts(
  db: Db,
  workspace: Workspace,
  about: { programmeId: string; decisions: readonly Decision[] },
) {
  const { size, waiting } = await listWaiting(db, workspace, about);
  const themes = (await listThemes(db, workspace)).filter(({ closedAt }) => closedAt === null);
  return {
    size,
    waiting: waiting.map(({ theme, persona, wave, raised }) => ({
      theme: { slug: toSlug('theme', theme.id), name: theme.name },
      personaId: persona.id,
      raised: sayRaised(raised, persona),
      wave: { slug: toSlug('wave', wave.id), name: wave.name },
    })),
    themes: themes.map(({ id, name }) => ({ value: toSlug('theme', id), label: name })),
  };
}
