/** What delivery and sign-in ask of the outside: hand over one message, hear what the server said. */
export interface Mailer {
  /**
   * Sends finished MIME bytes to one address. `bytes` is read to its end before the final dot is sent.
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
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
}

export class MailRefused extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, said: string) {
    super(said);
    this.responseCode = responseCode;
  }
}
