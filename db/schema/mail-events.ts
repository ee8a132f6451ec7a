export type EventProvider = 'mail' | 'ses' | 'sendgrid' | 'mailgun' | 'postmark';
export type EventKind = 'delivered' | 'delayed' | 'soft_bounce' | 'hard_bounce' | 'complaint' | 'reply';
export type NoticeKind = 'bounced' | 'left' | 'stopped' | 'reply' | 'queue' | 'webhook' | 'alert' | 'digest';

export interface MailEventTables {
  /** Kept before anybody knows whose mail it is about: the workspace comes with the match. */
  mail_event: {
    provider: EventProvider;
    event_id: string;
    kind: EventKind;
    /** RFC 3463, such as 5.1.1; null where nobody said. */
    status: string | null;
    detail: string;
    occurred_at: number;
    received_at: number;
    about_id: string | null;
    about_message_id: string | null;
    about_provider_id: string | null;
    state: 'waiting' | 'matched' | 'unmatched';
    tries: number;
    next_at: number;
    settled_at: number | null;
    workspace_id: string | null;
    message_id: string | null;
  };
  /** Tokens of signatures that are good once. */
  mail_event_token: { token_hash: string; seen_at: number };
  /** What came back in a wave, counted by message. */
  wave_return: {
    workspace_id: string;
    wave_id: string;
    hard_bounces: number;
    complaints: number;
    looked_bounces: number;
    looked_complaints: number;
    stopped_bounces: number;
    stopped_complaints: number;
    stopped_at: number | null;
    stopped_why: string | null;
  };
  /** A mail that asks nobody: word to a member, or a reply that is passed on. */
  notice: {
    workspace_id: string;
    id: string;
    kind: NoticeKind;
    about: string;
    message_id: string | null;
    to_name: string;
    to_address: string;
    subject: string;
    body: string;
    bytes: Buffer | null;
    state: 'queued' | 'claimed' | 'committed_to_send' | 'sent' | 'failed';
    attempts: number;
    next_at: number;
    fence: number;
    lease_until: number | null;
    resent: number;
    reason: string | null;
    created_at: number;
    settled_at: number | null;
    /** The same as the body where it is laid out; null: its paragraphs. */
    html: string | null;
    /** Where one press ends mails of this kind; null where there is no such way. */
    leave_url: string | null;
  };
}
