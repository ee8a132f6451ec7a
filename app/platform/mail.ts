/** What delivery and sign-in ask of the outside: hand over one message, hear what the server said. */
export interface Mailer {
  /**
   * Hands over finished MIME bytes for one address. They are read once the server has taken the envelope, and the final
   * dot goes out only after they ended.
   * Throws {@link MailRefused} when the server said no, {@link MailServerAway} when it could not even be spoken to,
   * any other error when the line broke.
   */
  send(mail: OutboundMail): Promise<{ providerId: string | null }>;
  close(): void;
}

/** Mails that can be on their way at a time: the most that a crash leaves in doubt. */
export const CONNECTIONS = 5;

export interface OutboundMail {
  workspaceId: string;
  from: string;
  to: string;
  subject: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** What was refused: this sender, whatever the mail; the address; or the mail itself. */
export type RefusedPart = 'sender' | 'address' | 'mail';

/** The server answered with a code: 4xx may be tried again, 5xx is final. */
export class MailRefused extends Error {
  readonly responseCode: number;
  readonly part: RefusedPart;

  constructor(responseCode: number, said: string, part: RefusedPart = 'mail') {
    super(said);
    this.responseCode = responseCode;
    this.part = part;
  }
}

/** No server answers, or none that can be trusted: no mail was spoken of, so none has left. */
export class MailServerAway extends Error {}
