/** SES gives every mail an id of its own in place of ours; other relays keep what a mail says. */
const SES = /^email-smtp(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com$/;

/**
 * The Message-ID that a mail arrived with, for another one to be threaded under it.
 * @param host of the mail server that took it; empty for the built-in mailbox.
 * @see https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 */
export function finalMessageId(
  { messageId, providerId }: { messageId: string; providerId: string | null },
  host: string,
): string {
  const region = SES.exec(host)?.[1];
  if (!region || providerId === null) return messageId;
  return `<${providerId}@${region === 'us-east-1' ? 'email' : region}.amazonses.com>`;
}
