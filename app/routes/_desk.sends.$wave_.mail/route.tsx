import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { writeInvitation } from '#app/delivery/invitation-mail.ts';
import { MAIL_LOOKS, type MailLook } from '#app/delivery/mail-document.ts';
import { readTestLetter } from '#app/delivery/test-letter/read-test-letter.server.ts';
import {
  MOST_TESTS,
  type SentTest,
  sendTestLetter,
} from '#app/delivery/test-letter/send-test-letter.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { logoPath } from '#app/programme/brand/brand.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The mail of ${data?.wave.name ?? 'a send'} · Rolecall` },
];

const NO_SEND = 'There is no such send.';

/** The mail as one of those asked will see it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, workspaceName, member } = await requireMember(request, context, DESK);
  const search = new URL(request.url).searchParams;
  const waveId = fromSlug('wave', params.wave) ?? '';
  const which = { waveId, personaId: search.get('persona'), workspaceName };
  const found = await readTestLetter(context.house, workspace, which);
  if (!found) throw new Response(NO_SEND, { status: 404 });
  const { wave, brand, letter, personaId, personaIds } = found;
  const personas = await readPersonas(context.house.db, workspace);
  const logo = letter.brand?.logo;
  // From this page's own address, as its policy wants.
  const look =
    logo && brand.logo ? { ...letter.brand!, logo: { ...logo, url: logoPath(brand.logo) } } : letter.brand;
  const { isTest: _, ...asSent } = letter;
  return {
    wave: { name: wave.name, slug: params.wave!, programmeSlug: toSlug('programme', wave.programmeId) },
    lanes: personas.filter(({ id }) => personaIds.includes(id)),
    personaId,
    look: MAIL_LOOKS.find((one) => one === search.get('look')) ?? ('light' satisfies MailLook),
    asWhom: { personName: letter.personName, accountName: letter.accountName },
    from: `${brand.senderName} <${context.house.env.mailFrom}>`,
    repliesGoTo: brand.repliesGoTo,
    mail: {
      ...writeInvitation({ ...asSent, brand: look, answerUrl: '#', unsubscribeUrl: '#' }),
      text: writeInvitation({
        ...asSent,
        answerUrl: `${context.house.env.publicUrl}/r/…`,
        unsubscribeUrl: `${context.house.env.publicUrl}/u/…`,
      }).text,
    },
    memberEmail: member.email,
  };
}

/** Sends the letter to whoever looks at it, marked as a test. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, workspaceName, member } = await requireMember(request, context, DESK);
  const waveId = fromSlug('wave', params.wave) ?? '';
  const personaId = String((await request.formData()).get('persona') ?? '');
  const sent = await sendTestLetter(context.house, workspace, { waveId, personaId, workspaceName, member });
  if (sent.kind === 'unknown') throw new Response(NO_SEND, { status: 404 });
  return data(say(sent, member.email), { status: STATUS[sent.kind] });
}

const STATUS = { sent: 200, too_many: 429, not_taken: 502 } as const;

function say(sent: Exclude<SentTest, { kind: 'unknown' }>, email: string) {
  switch (sent.kind) {
    case 'sent':
      return { heading: `Sent to ${email}`, sentence: 'It is marked as a test and counts nowhere.' };
    case 'too_many': {
      const sentence = `${MOST_TESTS} tests went to you within the last hour. Wait a while, then send the next.`;
      return { heading: 'Not sent', sentence };
    }
    case 'not_taken':
      return { heading: 'The mail server did not take it', sentence: `It said: ${sent.why}` };
    default:
      return sent satisfies never;
  }
}

export { TestLetterPage as default } from './page.tsx';
