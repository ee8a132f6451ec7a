import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Bring touches in · Map · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  return { zone: (await readAskingRules(context.house.db, workspace)).timeZone };
}

/** First what would happen; then, with the same file, what happened. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const acted = await act(context.house, workspace, { form, actor: member.id });
  return data(acted, { status: acted.kind === 'refused' ? 422 : 200 });
}

export { ImportTouchesPage as default } from './page.tsx';
