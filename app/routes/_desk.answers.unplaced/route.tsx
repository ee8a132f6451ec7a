import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listUnplaced } from '#app/answering/unplaced/list-unplaced.server.ts';
import { placeAnswers } from '#app/answering/unplaced/place-answers.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { readCursor, readPlacing, writeCursor } from './placing-form.ts';

export const meta: MetaFunction = () => [{ title: 'Unplaced answers · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const query = new URL(request.url).searchParams;
  const search = query.get('q')?.trim().slice(0, 200) ?? '';
  const after = readCursor(query.get('after'));
  const { answers, words, moreAfter, ...rest } = await listUnplaced(context.house.db, workspace, {
    search,
    after,
  });
  return {
    ...{ ...rest, search, isPaged: after !== null, placed: Number(query.get('placed')) || 0 },
    answers: answers.map(({ id, waveId, waveName, line, reason, row }) => ({
      ...{ waveName, line, reason, row },
      slug: toSlug('response', id),
      waveSlug: toSlug('wave', waveId),
    })),
    words: words.map(({ waveId, ...word }) => ({ ...word, waveSlug: toSlug('wave', waveId) })),
    next: moreAfter && writeCursor(moreAfter),
  };
}

/** A person says in which role answers were given: one answer, or those of one word in one wave. Never all. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const read = readPlacing(form, (kind, slug) => fromSlug(kind, slug));
  if (read.kind === 'faulty') return data({ key: read.key, message: read.message }, { status: 422 });
  const { key, which, personaId } = read;
  const placing = { which, personaId, actor: member.id };
  const placed = await placeAnswers(context.house, workspace, placing, countAnswers);
  switch (placed.kind) {
    case 'placed':
      throw redirect(`/answers/unplaced?placed=${placed.answers}`, 303);
    case 'nothing':
      throw redirect('/answers/unplaced', 303);
    case 'unknown_persona':
      return data({ key, message: 'Choose a persona of this workspace.' }, { status: 422 });
    case 'other_question':
      return data({ key, message: placed.message }, { status: 422 });
    default:
      return placed satisfies never;
  }
}

export { UnplacedPage as default } from './page.tsx';
