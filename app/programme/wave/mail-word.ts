/** Recipients of one wave above which the records of the mail's domain have to be in order, or an admin answers for it. */
export const MANY_RECIPIENTS = 500;

/** Whether mail to many would arrive; asked outside any transaction, because DNS may take its time. */
export type MailCheck = () => Promise<MailReadiness>;

export type MailReadiness =
  | { kind: 'ready' }
  /** What is not in order, in a sentence. */
  | { kind: 'unready'; sentence: string };

export const mailIsReady: MailCheck = async () => ({ kind: 'ready' });

/** Why a send to so many was refused, and the way out. */
export interface MailNotReady {
  kind: 'mail_not_ready';
  recipients: number;
  message: string;
}

export function mailNotReady(recipients: number, sentence: string): MailNotReady {
  const message = `This would make ${recipients} recipients, and mail to more than ${MANY_RECIPIENTS} may be taken for spam, this one and the next: ${sentence} Publish what is missing (Settings, Mail), or let an admin answer for this send.`;
  return { kind: 'mail_not_ready', recipients, message };
}
