import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { receivedPage } from '#app/answering/notice-pages.ts';
import { previewDoor } from '#app/answering/preview-door.ts';
import { questionPage } from '#app/answering/respondent-page.ts';
import { readSent, tappedNumber } from '#app/answering/sent-form.ts';
import { faultyPage, firstPage, turnPage } from '#app/answering/turn-page.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readEditor } from '#app/programme/read-editor.server.ts';
import { readSet } from '#app/survey/draft/check-draft.ts';
import { readAlong } from '#app/survey/logic/read-along.ts';
import { readVersion } from '#app/survey/version/read-version.server.ts';
import { readLooking, withControls } from './preview-controls.ts';

/** The respondent's page itself, not a likeness, made of the draft. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const signedIn = await requireMember(request, context, DESK);
  const { door, answer } = await openPreview(signedIn, request, params.survey, context);
  const { questions } = door.questionSet;
  const first = questions.find(({ kind }) => kind === 'recommend');
  const tapped = first ? tappedNumber(new URL(request.url).searchParams) : null;
  const given = new Map(first && tapped !== null ? [[first.key, [tapped]]] : []);
  const blank = { submitId: 'preview', given, faults: new Map(), tapped };
  const shown = firstPage(questions, given);
  return answer(questionPage({ ...blank, door, nonce: context.nonce, page: shown }));
}

/** Going through the preview is going through the survey; what is answered in it is kept nowhere. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const signedIn = await requireMember(request, context, DESK);
  const { door, answer } = await openPreview(signedIn, request, params.survey, context);
  const { nonce, house } = context;
  const sent = readSent(await request.formData(), house.ids);
  const { questions } = door.questionSet;
  const turned = turnPage(questions, sent.given, sent.turn);
  const { submitId, given } = sent;
  const again = { submitId, given, door, nonce, tapped: null };
  if (turned.kind === 'page') return answer(questionPage({ ...again, ...turned }));
  if (turned.kind === 'review') return answer(questionPage({ ...again, page: null, faults: new Map() }));
  const read = readAlong(questions, sent.given);
  if (read.kind === 'read') return answer(receivedPage(door, house.clock.now(), nonce));
  const { faults } = read;
  return answer(questionPage({ ...again, page: faultyPage(questions, sent.given, faults), faults }));
}

type SignedIn = Awaited<ReturnType<typeof requireMember>>;

async function openPreview(
  { workspace, workspaceName, member }: SignedIn,
  request: Request,
  slug: string | undefined,
  { house, nonce }: LoaderFunctionArgs['context'],
) {
  const id = fromSlug('survey', slug);
  const found = id ? await readEditor(house.db, workspace, id) : null;
  if (!found) throw new Response('There is no such survey.', { status: 404 });
  const { survey, programme, persona, purpose, holders, translations } = found;
  const url = new URL(request.url);
  const version = await openVersion(workspace, survey.id, url, house);
  const checked = version
    ? { kind: 'frozen' as const, set: version.set }
    : readSet(survey.draft, translations);
  // A question without words has no page; the editor names what it lacks.
  if (checked.kind === 'faults') throw redirect(`/surveys/${slug}`, 303);
  const { set } = checked;
  const languages = [survey.language, ...Object.keys(version?.set.translations ?? translations)];
  const choices = { back: `/surveys/${slug}`, languages, holders, version: version?.number };
  const looking = readLooking(url, choices);
  const seenAs = holders[looking.holder];
  const door = previewDoor({
    ...{ workspace, workspaceName, persona, purpose, set },
    ...{ senderName: programme.senderName, confidentiality: programme.confidentiality },
    person: seenAs
      ? { name: seenAs.personName, account: seenAs.accountName }
      : { name: member.name, account: 'their account' },
    ...{ written: survey.language, language: looking.language },
  });
  return { door, answer: (body: string) => page(withControls(body, looking, choices, nonce)) };
}

/** What was frozen and sent, where a test letter leads to it; undefined for the draft. */
async function openVersion(workspace: SignedIn['workspace'], surveyId: string, url: URL, house: House) {
  const number = Number(url.searchParams.get('version') ?? 0);
  if (!Number.isInteger(number) || number < 1) return undefined;
  return (await readVersion(house.db, workspace, { surveyId, number })) ?? undefined;
}

function page(body: string): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(body, { headers });
}
