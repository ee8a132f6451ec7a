import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { listThemes, survivorOf } from '#app/results/theme/list-themes.server.ts';
import type { Raised } from '#app/results/theme/raised.ts';
import { readThemesIn, type ThemeLane } from '#app/results/theme/read-theme-table.server.ts';
import type { Theme } from '#app/results/theme/theme.ts';
import type { Decision } from './decision.ts';
import { THEME_SIZE } from './theme-size.ts';
import { findThemeSize } from './waiting.store.server.ts';

/** A theme that so many people of ONE persona raised in a wave that somebody has to decide on it. */
export interface WaitingTheme {
  theme: Theme;
  persona: ThemeLane['persona'];
  wave: WaveLine;
  raised: Extract<Raised, { kind: 'raised' }>;
}

export interface Waiting {
  /** Speakers of one persona from which on a theme waits. */
  size: number;
  waiting: WaitingTheme[];
}

/** Waves that are looked at, the newest first: what was said before them is history. */
const LOOKED_BACK = 4;

/**
 * Which themes wait for a decision of a programme: raised by enough people of one persona in a wave, and not among what was
 * decided for that persona since the wave went out. In confidence only what may be told.
 */
export async function listWaiting(
  db: Db,
  workspace: Workspace,
  { programmeId, decisions }: { programmeId: string; decisions: readonly Decision[] },
): Promise<Waiting> {
  const size = (await findThemeSize(db, workspace, programmeId)) ?? THEME_SIZE;
  const themes = await listThemes(db, workspace);
  const thresholds = await readThresholds(db, workspace);
  const waves = (await listWaves(db, workspace)).filter((wave) => wave.programmeId === programmeId);
  const waiting = new Map<string, WaitingTheme>();
  for (const wave of waves.slice(0, LOOKED_BACK)) {
    const isDecided = decidedSince(decisions, themes, wave.sentAt ?? 0);
    const { lanes, rows } = await readThemesIn(db, workspace, wave, thresholds);
    for (const { persona } of lanes)
      for (const { theme, raised } of rows) {
        const key = `${persona.id} ${theme.id}`;
        const here = raised.get(persona.id);
        if (here?.kind !== 'raised' || here.speakers < size || waiting.has(key)) continue;
        if (!isDecided(persona.id, theme.id)) waiting.set(key, { theme, persona, wave, raised: here });
      }
  }
  return { size, waiting: [...waiting.values()] };
}

/** Whether a theme was decided on for a persona since a moment; a decision on what was merged counts for where it went. */
function decidedSince(decisions: readonly Decision[], themes: readonly Theme[], since: number) {
  const decided = new Set(
    decisions
      .filter(({ decidedAt }) => decidedAt >= since)
      .flatMap(({ personaIds, themes: about }) =>
        about.flatMap(({ id }) =>
          personaIds.map((personaId) => `${personaId} ${survivorOf(themes, id)?.id}`),
        ),
      ),
  );
  return (personaId: string, themeId: string) => decided.has(`${personaId} ${themeId}`);
}
