import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { noteApart } from '#app/overview/compare/note-apart.server.ts';
import { askedPage, pageQuery } from '#app/overview/page/asked-page.ts';
import { readNextStep } from '#app/overview/read-next-step.server.ts';
import { type ExecutivePage, readPage } from '#app/overview/read-page.server.ts';
import { Headline, writeHeadline } from '#app/overview/write-headline.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Overview${data?.view ? `: ${data.view.page.wave.name}` : ''} · Rolecall` },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const read = await readPage(context.house, workspace, askedPage(request.url, fromSlug));
  const mayWrite = member.permission !== 'executive';
  switch (read.kind) {
    case 'read':
      return {
        view: viewOf(mayWrite ? read.page : withoutDesk(read.page)),
        apart: null,
        next: null,
        mayWrite,
      };
    case 'nothing_sent':
      return {
        ...{ view: null, apart: null, mayWrite },
        next: mayWrite ? await readNextStep(context.house.reading, workspace) : null,
      };
    case 'unknown_wave':
      throw new Response('There is no such wave.', { status: 404 });
    case 'apart':
      await noteApart(context.house, workspace, member.id);
      return data({ view: null, apart: read.message, next: null, mayWrite }, { status: 422 });
    default:
      return read satisfies never;
  }
}

/** Executives read here whom it is about; the pages of people are for those who work with them. */
function withoutDesk(page: ExecutivePage): ExecutivePage {
  const silent = page.committees.silent.map((one) => ({ ...one, to: null }));
  return { ...page, committees: { ...page.committees, silent } };
}

function viewOf(page: ExecutivePage) {
  const slug = toSlug('wave', page.wave.id);
  const withSlug = page.against ? toSlug('wave', page.against.id) : '';
  return {
    page,
    ...{ slug, withSlug, query: pageQuery(slug, withSlug) },
    pages: Object.fromEntries(
      page.lanes.map(({ persona }) => [persona.id, `/results/${slug}/${persona.id}`]),
    ) as Record<string, string>,
    choices: page.waves.map(({ id, name, programmeName }) => ({
      value: toSlug('wave', id),
      label: `${name}, ${programmeName}`,
    })),
    withChoices: page.comparable.map(({ id, name }) => ({ value: toSlug('wave', id), label: name })),
  };
}

/** Writes the sentence at the top; only those who work with the answers may. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin', 'cx']);
  const form = await request.formData();
  const slug = String(form.get('wave') ?? '');
  const waveId = fromSlug('wave', slug);
  const headline = Headline.safeParse(form.get('headline') ?? '');
  if (!headline.success)
    return data(
      { fault: headline.error.issues[0]!.message, typed: String(form.get('headline')) },
      { status: 422 },
    );
  const written = waveId
    ? await writeHeadline(context.house.db, workspace, {
        waveId,
        headline: headline.data,
        memberId: member.id,
      })
    : { kind: 'unknown_wave' };
  if (written.kind === 'unknown_wave') throw new Response('There is no such wave.', { status: 404 });
  return redirect(`/overview?wave=${slug}`, 303);
}

export { OverviewPage as default } from './page.tsx';
