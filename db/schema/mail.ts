import type { ColumnType, Generated } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

/** Whose mail it is, and who must not be written to. Times are ms since 1970 UTC. */
export interface MailTables {
  suppression: {
    workspace_id: string;
    address_hash: string;
    domain: string;
    reason: 'asked' | 'complaint' | 'bounce' | 'member';
    created_at: number;
    /** Which secret hashed it; empty where it was written before entries said so. */
    key_id: Generated<string>;
  };
  /** Who wants no more of one programme. */
  programme_suppression: {
    workspace_id: string;
    programme_id: string;
    address_hash: string;
    key_id: string;
    domain: string;
    created_at: number;
  };
  /** Whose mail a programme's is, where it is not simply the workspace's. */
  programme_brand: {
    workspace_id: string;
    programme_id: string;
    display_name: string | null;
    /** `#rrggbb` */
    colour: string | null;
    logo_hash: string | null;
    reply_to: string | null;
    updated_by: string;
    updated_at: number;
  };
  brand_logo: {
    workspace_id: Frozen<string>;
    hash: Frozen<string>;
    /** A PNG of our own encoding. */
    bytes: Frozen<Buffer>;
    width: Frozen<number>;
    height: Frozen<number>;
    created_at: Frozen<number>;
  };
}
