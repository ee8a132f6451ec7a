import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { confirmSending } from '#app/delivery/armed/confirm-sending.server.ts';
import { readWaiting } from '#app/delivery/armed/read-waiting.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'Sending · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const { house } = context;
  const waiting = await readWaiting(house, workspace);
  const here = { now: house.clock.now(), sendsHere: house.env.sendsHere };
  if (waiting.kind === 'sending') return { ...here, ...waiting };
  const waves = waiting.waves.map(({ waveId, ...wave }) => ({ ...wave, slug: toSlug('wave', waveId) }));
  return { ...here, ...waiting, waves };
}

/** Says that what waits in a restored database may go out. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const messages = Number((await request.formData()).get('messages') ?? Number.NaN);
  const confirmed = await confirmSending(context.house, workspace, { messages, actor: member.id });
  if (confirmed.kind === 'changed') return data({ messages: confirmed.messages }, { status: 409 });
  throw redirect('/settings/sending', 303);
}

export { SendingSettingsPage as default } from './page.tsx';
