import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { questionPage, receivedPage } from '#app/answering/respondent-page.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readEditor } from '#app/programme/read-editor.server.ts';
import { checkDraft } from '#app/survey/draft.ts';
import { previewDoor } from './preview-door.ts';

/** The respondent's page itself, not a likeness, made of the draft. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const signedIn = await requireMember(request, context, DESK);
  const door = await readDoor(signedIn, params.survey, context);
  const blank = { submitId: '', given: new Map(), faults: new Map(), tapped: null };
  return page(questionPage({ ...blank, door, nonce: context.nonce }));
}

/** Sending the preview shows what comes after. Nothing answered in it is kept. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const signedIn = await requireMember(request, context, DESK);
  const door = await readDoor(signedIn, params.survey, context);
  return page(receivedPage(door, context.nonce, context.house.clock.now()));
}

type SignedIn = Awaited<ReturnType<typeof requireMember>>;

async function readDoor(
  { workspace, workspaceName, member }: SignedIn,
  slug: string | undefined,
  { house }: LoaderFunctionArgs['context'],
) {
  const id = fromSlug('survey', slug);
  const found = id ? await readEditor(house.db, workspace, id) : null;
  if (!found) throw new Response('There is no such survey.', { status: 404 });
  const checked = checkDraft(found.survey.draft);
  // A question without words has no page; the editor names what it lacks.
  if (checked.kind === 'faults') throw redirect(`/surveys/${slug}`, 303);
  return previewDoor({ ...found, workspace, workspaceName, memberName: member.name, set: checked.set });
}

function page(body: string): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(body, { headers });
}
