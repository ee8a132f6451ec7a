import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { noteApart } from '#app/overview/compare/note-apart.server.ts';
import { linesOf } from '#app/overview/lines/line-of.ts';
import { askedPage, pageQuery } from '#app/overview/page/asked-page.ts';
import { altText, laneWords } from '#app/overview/picture/lane-words.ts';
import { readPageLanes } from '#app/overview/read-page-lanes.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { longDay } from '#app/programme/told/debt.ts';

export const meta: MetaFunction = () => [{ title: 'Lines and pictures · Overview · Rolecall' }];

/** One line and one picture per persona, to be taken elsewhere. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const read = await readPageLanes(context.house, workspace, askedPage(request.url, fromSlug));
  if (read.kind === 'nothing_sent') return { view: null, apart: null };
  if (read.kind === 'apart') {
    await noteApart(context.house, workspace, member.id);
    return data({ view: null, apart: read.message }, { status: 422 });
  }
  if (read.kind === 'unknown_wave') throw new Response('There is no such wave.', { status: 404 });
  const { wave, against, lanes } = read.page;
  const query = pageQuery(toSlug('wave', wave.id), against ? toSlug('wave', against.id) : '');
  const of = {
    waveName: wave.name,
    programmeName: wave.programmeName,
    madeOn: longDay(dayIn('UTC', context.house.clock.now())),
  };
  const pictures = lanes.map((lane) => ({
    persona: lane.persona,
    src: `/overview/lane.png${query}&persona=${encodeURIComponent(lane.persona.id)}`,
    alt: altText(laneWords(lane, of)),
  }));
  return { view: { waveName: wave.name, query, lines: linesOf(lanes), pictures }, apart: null };
}

export { LinesPage as default } from './page.tsx';
