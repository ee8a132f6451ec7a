import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { questionPage, receivedPage } from '#app/answering/respondent-page.ts';
import { readSent } from '#app/answering/sent-form.ts';
import { faultyPage, firstPage, turnPage } from '#app/answering/turn-page.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readEditor } from '#app/programme/read-editor.server.ts';
import { readSet } from '#app/survey/check-draft.ts';
import { readAlong } from '#app/survey/logic/read-along.ts';
import { previewDoor } from './preview-door.ts';

/** The respondent's page itself, not a likeness, made of the draft. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const signedIn = await requireMember(request, context, DESK);
  const door = await readDoor(signedIn, params.survey, context);
  const given = new Map();
  const blank = { submitId: 'preview', given, faults: new Map(), tapped: null };
  const shown = firstPage(door.questionSet.questions, given);
  return page(questionPage({ ...blank, door, nonce: context.nonce, page: shown }));
}

/** Going through the preview is going through the survey; what is answered in it is kept nowhere. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const signedIn = await requireMember(request, context, DESK);
  const door = await readDoor(signedIn, params.survey, context);
  const { nonce, house } = context;
  const sent = readSent(await request.formData(), house.ids);
  const { questions } = door.questionSet;
  const turned = turnPage(questions, sent.given, sent.turn);
  const again = { ...sent, door, nonce, tapped: null };
  if (turned.kind === 'page') return page(questionPage({ ...again, ...turned }));
  if (turned.kind === 'review') return page(questionPage({ ...again, page: null, faults: new Map() }));
  const read = readAlong(questions, sent.given);
  if (read.kind === 'read') return page(receivedPage(door, nonce, house.clock.now()));
  const { faults } = read;
  return page(questionPage({ ...again, page: faultyPage(questions, sent.given, faults), faults }));
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
  const checked = readSet(found.survey.draft);
  // A question without words has no page; the editor names what it lacks.
  if (checked.kind === 'faults') throw redirect(`/surveys/${slug}`, 303);
  return previewDoor({ ...found, workspace, workspaceName, memberName: member.name, set: checked.set });
}

function page(body: string): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(body, { headers });
}
