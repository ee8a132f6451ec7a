import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { noteOverall } from '#app/results/theme/note-overall.server.ts';
import {
  listFor,
  orderedFor,
  readThemeTable,
  type ThemeRow,
} from '#app/results/theme/read-theme-table.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Themes, ${data.wave.name}` : 'Themes'} · Rolecall` },
];

/** Who raised what in a wave. Without one persona to sort by there is a list for each, and no order over all of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const waveId = fromSlug('wave', params.wave);
  const table = waveId
    ? await readThemeTable(db, workspace, waveId, await readThresholds(db, workspace))
    : null;
  if (!table) throw new Response('There is no such wave.', { status: 404 });
  const { wave, lanes, rows } = table;
  const query = new URL(request.url).searchParams;
  const sortedFor = query.has('sort')
    ? undefined
    : lanes.find(({ persona }) => query.getAll('persona').join() === persona.id);
  const wantsOverall = query.has('sort') || query.getAll('persona').length > 1;
  if (wantsOverall) await noteOverall(context.house, workspace, { waveId: wave.id, actor: member.id });
  const shown = ({ theme, raised }: ThemeRow) => ({
    theme: { slug: toSlug('theme', theme.id), name: theme.name, isClosed: theme.closedAt !== null },
    raised: Object.fromEntries(raised),
  });
  return {
    wave: {
      name: wave.name,
      programmeName: wave.programmeName,
      isAttributed: wave.confidentiality === 'attributed',
    },
    slug: toSlug('wave', wave.id),
    lanes,
    sortedFor: sortedFor?.persona.id ?? null,
    wantsOverall,
    rows: sortedFor ? orderedFor(rows, sortedFor.persona.id).map(shown) : [],
    lists: sortedFor
      ? []
      : lanes.map((lane) => ({ ...lane, rows: listFor(rows, lane.persona.id).map(shown) })),
    hasThemes: rows.length > 0,
    mayTag: member.permission !== 'executive',
  };
}

export { WaveThemesPage as default } from './page.tsx';
