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
import { languageName } from '#app/survey/translation/language.ts';
import { wordsIn } from '#app/survey/words/words.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The mail of ${data?.wave.name ?? 'a send'} · Rolecall` },
];

const NO_SEND = 'There is no such send.';

/** The mail as one of those asked will see it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, workspaceName, member } = await requireMember(request, context, DESK);
  const search = new URL(request.url).searchParams;
  const waveId = fromSlug('wave', params.wave) ?? '';
  const [personaAsked, language] = [search.get('persona'), search.get('language')];
  const which = { waveId, personaId: personaAsked, language, workspaceName };
  const found = await readTestLetter(context.house, workspace, which);
  if (!found) throw new Response(NO_SEND, { status: 404 });
  const { wave, brand, letter, personaId, personaIds, languages } = found;
  const personas = await readPersonas(context.house.db, workspace);
  const logo = letter.brand?.logo;
  // From this page's own address, as its policy wants.
  const look =
    logo && brand.logo ? { ...letter.brand!, logo: { ...logo, url: logoPath(brand.logo) } } : letter.brand;
  const { isTest: _, ...asSent } = letter;
  const words = wordsIn(letter.language);
  return {
    wave: { name: wave.name, slug: params.wave!, programmeSlug: toSlug('programme', wave.programmeId) },
    lanes: personas.filter(({ id }) => personaIds.includes(id)),
    personaId,
    language: letter.language,
    languages: languages.map((tag) => ({ tag, name: languageName(tag, 'en') })),
    look: MAIL_LOOKS.find((one) => one === search.get('look')) ?? ('light' satisfies MailLook),
    asWhom: { personName: letter.personName, accountName: letter.accountName },
    from: `${brand.senderName} <${context.house.env.mailFrom}>`,
    repliesGoTo: brand.repliesGoTo,
    mail: {
      ...writeInvitation({ ...asSent, brand: look, answerUrl: '#', unsubscribeUrl: '#' }, words),
      text: writeInvitation({ ...asSent, ...linksShown(context.house.env.publicUrl) }, words).text,
    },
    memberEmail: member.email,
  };
}

const linksShown = (publicUrl: string) => ({
  answerUrl: `${publicUrl}/r/…`,
  unsubscribeUrl: `${publicUrl}/u/…`,
});

/** Sends the letter to whoever looks at it, marked as a test. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, workspaceName, member } = await requireMember(request, context, DESK);
  const waveId = fromSlug('wave', params.wave) ?? '';
  const form = await request.formData();
  const [personaId, language] = [String(form.get('persona') ?? ''), String(form.get('language') ?? '')];
  const which = { waveId, personaId, language, workspaceName };
  const sent = await sendTestLetter(context.house, workspace, { ...which, member });
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
