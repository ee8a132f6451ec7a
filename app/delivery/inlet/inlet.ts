import { DAY } from '#app/platform/clock.ts';

/** Ways in which word of mails that are out comes back. */
export const INLETS = ['drop', 'inbox', 'ses', 'sendgrid', 'mailgun', 'postmark'] as const;
export type Inlet = (typeof INLETS)[number];

/** How far back events are counted that no mail was found for; they are kept about as long. */
export const UNMATCHED_WINDOW = 30 * DAY;

/** The provider under which its events are kept; mails that came back are of one kind, whichever way they took. */
export const PROVIDER_OF = {
  drop: 'mail',
  inbox: 'mail',
  ses: 'ses',
  sendgrid: 'sendgrid',
  mailgun: 'mailgun',
  postmark: 'postmark',
} as const satisfies Record<Inlet, string>;

export const INLET_WORDS = {
  drop: { name: 'A folder for mail that comes back', sets: 'BOUNCE_DOMAIN and BOUNCE_DROP' },
  inbox: { name: 'An inbox for mail that comes back', sets: 'BOUNCE_DOMAIN and BOUNCE_IMAP_URL' },
  ses: { name: 'Amazon SES', sets: 'SES_TOPIC_ARNS' },
  sendgrid: { name: 'SendGrid', sets: 'SENDGRID_WEBHOOK_KEY' },
  mailgun: { name: 'Mailgun', sets: 'MAILGUN_SIGNING_KEY' },
  postmark: { name: 'Postmark', sets: 'POSTMARK_WEBHOOK_AUTH' },
} as const satisfies Record<Inlet, { name: string; sets: string }>;

/** The address to paste at a provider. Where it carries a password, its place is named and it is not said. */
export function webhookAddress(publicUrl: string, inlet: Inlet): string | null {
  if (inlet === 'drop' || inlet === 'inbox') return null;
  const address = `${publicUrl}/hooks/mail/${inlet}`;
  return inlet === 'postmark' ? address.replace('://', '://NAME:PASSWORD@') : address;
}
