import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { readForm } from '#app/platform/read-form.ts';
import { AskingForm } from '#app/programme/asking/asking-form.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { saveAskingRules } from '#app/programme/asking/save-asking-rules.server.ts';

export const meta: MetaFunction = () => [{ title: 'When people are asked · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const saved = new URL(request.url).searchParams.has('saved');
  return { rules: await readAskingRules(context.house.db, workspace), saved };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const form = await request.formData();
  const read = readForm(form, AskingForm);
  // One name for seven boxes, so what was ticked goes back beside the typed texts.
  const ticked = form.getAll('weekdays').map(String);
  if (read.kind === 'faulty') return data({ ...read, ticked }, { status: 422 });
  await saveAskingRules(context.house, workspace, { rules: read.input, actor: member.id });
  throw redirect('/settings/asking?saved', 303);
}

export { AskingRulesPage as default } from './page.tsx';
