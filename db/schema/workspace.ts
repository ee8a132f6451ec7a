/** Workspaces, members, keys and what is written about their acts. Times are ms since 1970 UTC. */
export type Permission = 'admin' | 'cx' | 'executive';

export interface WorkspaceTables {
  workspace: {
    id: string;
    name: string;
    show_answers: number;
    show_accounts: number;
    compare_answers: number;
    role_review_days: number;
    created_at: number;
    /** The `restored_at` of the restore after which an admin said that what waits may go out. */
    restore_confirmed: number | null;
  };
  /** One row, about the database itself. */
  installation: {
    id: 1;
    /** New with each confirmation; its twin is kept outside the database. */
    instance_id: string;
    /** The place that a copy does not share; null where it has none that could be named. */
    home: string | null;
    /** Only grows: a database whose round is smaller than one that was seen is an older one. */
    round: number;
    /** When a sender last looked. */
    beat_at: number;
    /** Since when nothing is sent, and why: it was seen to be a copy, or somebody said so. */
    restored_at: number | null;
    restored_why: string | null;
    copied_before: string | null;
    /** Until when senders rest of their own accord. */
    rests_until: number | null;
  };
  member: {
    workspace_id: string;
    id: string;
    email: string;
    email_key: string;
    name: string;
    permission: Permission;
    password_hash: string | null;
    created_at: number;
    disabled_at: number | null;
  };
  session: {
    token_hash: string;
    workspace_id: string;
    member_id: string;
    created_at: number;
    seen_at: number;
    expires_at: number;
  };
  member_link: {
    token_hash: string;
    workspace_id: string;
    member_id: string;
    kind: 'welcome' | 'reset';
    created_at: number;
    expires_at: number;
    used_at: number | null;
  };
  sign_in_throttle: { throttle_key: string; failures: number; next_at: number; updated_at: number };
  api_key: {
    workspace_id: string;
    id: string;
    name: string;
    token_hash: string;
    /** JSON array of scope names. */
    scopes: string;
    created_by: string;
    created_at: number;
    used_at: number | null;
    revoked_at: number | null;
  };
  idempotency_key: {
    workspace_id: string;
    idempotency_key: string;
    request_hash: string;
    status: number | null;
    body: string | null;
    created_at: number;
  };
  audit_entry: Noted & { act: string; subject: string; detail: string };
  refusal: Noted & { code: string; asked: string };
  mailbox_message: {
    workspace_id: string;
    id: string;
    received_at: number;
    mail_from: string;
    rcpt_to: string;
    subject: string;
    bytes: Buffer;
  };
}

/** `actor` is a member id, an api key id, or a word such as `system`. */
interface Noted {
  workspace_id: string;
  id: string;
  at: number;
  actor: string;
}
