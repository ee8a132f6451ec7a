import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { noteOverall } from '#app/results/theme/note-overall.server.ts';
import { readThemeTable } from '#app/results/theme/read-theme-table.server.ts';
import { toThemeSplitOut, toWaveThemesOut } from '#app/results/theme/wire/raised-wire.server.ts';

/** The lists of each persona. Asked for one order over all of them they are the refusal, which is written down. */
export async function answerThemes(
  house: House,
  workspace: Workspace,
  { waveId, sort, actor }: { waveId: string; sort: string | undefined; actor: Actor },
): Promise<Answer | Response> {
  const { reading } = house;
  const thresholds = await readThresholds(reading, workspace);
  const table = await readThemeTable(reading, workspace, waveId, thresholds);
  if (!table) return saying(notFound('such wave'));
  if (sort === undefined) return { status: 200, body: toWaveThemesOut(table) };
  await noteOverall(house, workspace, { waveId, actor });
  return Response.json(toThemeSplitOut(table), { status: 422, headers: { 'cache-control': 'no-store' } });
}
