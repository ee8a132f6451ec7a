import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readDraftSave } from '#app/survey/draft/draft-save.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';

/** The editor's script saves here and gets plain JSON; a page's own address would answer with a page. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { workspace, member } = await requireMember(request, context, DESK);
  const sent = readDraftSave(await request.formData());
  if (sent.kind === 'refused') return answer(sent, 422);
  const surveyId = fromSlug('survey', params.survey) ?? '';
  const saved = await saveDraft(context.house, workspace, { ...sent, surveyId, by: member.id });
  const status = { saved: 200, conflict: 409, unknown: 404 }[saved.kind];
  return answer(saved, status);
}

export async function loader({ request, context }: LoaderFunctionArgs): Promise<never> {
  await requireMember(request, context, DESK);
  throw new Response('A draft is read on its survey’s page.', { status: 404 });
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
