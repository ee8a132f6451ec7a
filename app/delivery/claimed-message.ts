/** A message that one sender holds, until its lease ends or it moves on. */
export interface ClaimedMessage {
  workspace_id: string;
  id: string;
  invitation_id: string;
  kind: 'invitation' | 'reminder' | 'told_back';
  /** Of its kind. */
  ordinal: number;
  to_address: string;
  subject: string;
  message_id: string;
  bytes: Buffer | null;
  attempts: number;
  fence: number;
  /** 1 where it goes out once more, because nobody knows whether it arrived. */
  resent: number;
}
