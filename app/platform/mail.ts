/** What delivery and sign-in ask of the outside: hand over one message, hear what the server said. */
export interface Mailer {
  /**
   * Hands over finished MIME bytes for one address. The final dot goes out only after `bytes` ended.
   * Throws {@link MailRefused} when the server said no, any other error when the line broke.
   */
  send(mail: OutboundMail): Promise<{ providerId: string | null }>;
  close(): void;
}

export interface OutboundMail {
  workspaceId: string;
  from: string;
  to: string;
  subject: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** The server answered with a code: 4xx may be tried again, 5xx is final. */
export class MailRefused extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, said: string) {
    super(said);
    this.responseCode = responseCode;
  }
}
