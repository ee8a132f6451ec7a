import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { readThemeQuotes } from '#app/results/theme/read-theme-quotes.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.theme.name}, ${data.wave.name}` : 'A theme'} · Rolecall` },
];

/** The personas of a wave side by side on one theme. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const waveId = fromSlug('wave', params.wave);
  const themeId = fromSlug('theme', params.theme);
  const read =
    waveId && themeId
      ? await readThemeQuotes(db, workspace, { waveId, themeId }, await readThresholds(db, workspace))
      : null;
  if (!read) throw new Response('There is no such theme, or no such wave.', { status: 404 });
  const { theme, wave, columns } = read;
  return {
    theme: { slug: toSlug('theme', theme.id), name: theme.name, definition: theme.definition },
    wave: { name: wave.name, isAttributed: wave.confidentiality === 'attributed' },
    slug: params.wave!,
    programme: toSlug('programme', wave.programmeId),
    // An id tells the moment it was made, and no page needs it here.
    columns: columns.map(({ quotes, ...column }) => ({
      ...column,
      quotes: quotes.map(({ words, about, score, by }) => ({ words, about, score, by })),
    })),
    mayAct: member.permission !== 'executive',
  };
}

export { ThemeQuotesPage as default } from './page.tsx';
