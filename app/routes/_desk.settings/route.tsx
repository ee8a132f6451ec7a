import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';

const TABS = [
  { to: '/settings', label: 'Workspace' },
  { to: '/settings/members', label: 'Members' },
  { to: '/settings/personas', label: 'Personas' },
  { to: '/settings/committee', label: 'Committee' },
  { to: '/settings/attributes', label: 'Attributes' },
  { to: '/settings/asking', label: 'Asking' },
  { to: '/settings/mail', label: 'Mail' },
  { to: '/settings/sending', label: 'Sending' },
  { to: '/settings/keys', label: 'API keys' },
  { to: '/settings/webhooks', label: 'Webhooks' },
  { to: '/settings/refused', label: 'Refusals' },
  { to: '/settings/mine', label: 'Yours' },
];

/** What those who prepare and send may settle too. */
const OPEN_TO_CX = ['Personas', 'Attributes', 'Yours'];

/** The tabs over the settings; each page has a guard of its own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { member } = await requireMember(request, context, DESK);
  const isAdmin = member.permission === 'admin';
  return { tabs: isAdmin ? TABS : TABS.filter(({ label }) => OPEN_TO_CX.includes(label)) };
}

export { SettingsFrame as default } from './page.tsx';
