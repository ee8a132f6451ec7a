import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { checkMail } from '#app/delivery/doctor/check-mail.server.ts';
import { sayUnready } from '#app/delivery/doctor/mail-readiness.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readForm } from '#app/platform/read-form.ts';
import { readMailWord } from '#app/programme/read-mail-word.server.ts';
import { vouchForMail } from '#app/programme/vouch-for-mail.server.ts';

export const meta: MetaFunction = () => [{ title: 'Mail of a send · Rolecall' }];

const Word = z.object({
  reason: z
    .string()
    .trim()
    .min(10, 'Write why this send may go out all the same, in a sentence.')
    .max(500, 'Write at most 500 characters.'),
});

const unknown = () => new Response('There is no such send.', { status: 404 });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const waveId = fromSlug('wave', params.wave);
  const wave = waveId && (await readMailWord(context.house, workspace, waveId));
  if (!wave) throw unknown();
  const checked = await checkMail(context.house);
  return { slug: params.wave!, wave, checked, mayAnswer: member.permission === 'admin' };
}

/** An admin answers for this one send. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const waveId = fromSlug('wave', params.wave);
  if (!waveId || !(await readMailWord(context.house, workspace, waveId))) throw unknown();
  const read = readForm(await request.formData(), Word);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const checked = await checkMail(context.house);
  const findings = checked.kind === 'checked' ? sayUnready(checked.verdict) : checked.kind;
  const { reason } = read.input;
  await vouchForMail(context.house, workspace, { waveId, reason, findings, actor: member.id });
  throw redirect(`/sends/${params.wave}`, 303);
}

export { SendMailPage as default } from './page.tsx';
