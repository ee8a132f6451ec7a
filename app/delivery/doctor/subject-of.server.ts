import type { Env } from '#app/platform/env.server.ts';
import type { MailSubject } from './look-up-mail.server.ts';

/** What this installation sends as. `domain` is the one that MAIL_FROM has, unless another is asked about. */
export function subjectOf(
  { mailFrom, smtpUrl, records }: Pick<Env, 'mailFrom' | 'smtpUrl' | 'records'>,
  given: { domain?: string | undefined; selector?: string | undefined } = {},
): MailSubject {
  const sender = mailFrom.split('@').at(-1)!.toLowerCase();
  const domain = given.domain ?? sender;
  const isOwn = domain === sender;
  const { dkim } = records;
  return {
    domain,
    // An address that nobody set says nothing about the domain that is asked about.
    sender: sender === 'localhost.localdomain' ? domain : sender,
    smtpUrl,
    dkim: {
      domain: (isOwn ? dkim.domain : null) ?? domain,
      selector: given.selector ?? dkim.selector,
      privateKey: isOwn && given.selector === undefined ? dkim.privateKey : null,
    },
    envelope: (isOwn ? records.bounceDomain : null) ?? domain,
    dnsServers: records.dnsServers,
  };
}
