import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { countLostSuppressions } from '#app/delivery/count-lost-suppressions.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { readSettings } from '#app/membership/read-settings.server.ts';
import { saveSettings } from '#app/membership/save-settings.server.ts';
import { LOOSEST, type Threshold } from '#app/membership/workspace-settings.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'Workspace · Settings · Rolecall' }];

const whole = (most: number) =>
  z.coerce
    .number({ error: 'Write a whole number.' })
    .int('Write a whole number.')
    .min(1, 'Write a whole number.')
    .max(most, `Write a number up to ${most}.`);

const Settings = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Write the name of your firm or team.')
    .max(120, 'Write at most 120 characters.'),
  showAnswers: whole(1000),
  showAccounts: whole(1000),
  compareAnswers: whole(1000),
  roleReviewDays: whole(1000),
});

/** Said by the server, so that what names its settings stays out of browsers' scripts. */
const SECRETS = { present: 'APP_SECRET', former: 'APP_SECRET_FORMER' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const saved = new URL(request.url).searchParams.has('saved');
  const { db, env } = context.house;
  const lostSuppressions = await countLostSuppressions(db, env, workspace.id);
  const lost = lostSuppressions > 0 ? { entries: lostSuppressions, ...SECRETS } : null;
  return { settings: await readSettings(db, workspace), saved, lost };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const form = await request.formData();
  const read = readForm(form, Settings);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const outcome = await saveSettings(context.house, workspace, { settings: read.input, actor: member.id });
  if (outcome.kind === 'saved') throw redirect('/settings?saved', 303);
  const faults = outcome.settings.map((setting) => [setting, sayLoose(setting)] as const);
  return data(faultyForm(form, Object.fromEntries(faults)), { status: 422 });
}

function sayLoose(setting: Threshold): string {
  const [bound, number] = [setting === 'roleReviewDays' ? 'at most' : 'at least', LOOSEST[setting]];
  return `This can only be made stricter: write ${bound} ${number}.`;
}

export { WorkspaceSettingsPage as default } from './page.tsx';
