import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

/** Roughly what opened a shared page; no address and no name of a program is kept. */
export type ShareClient = 'computer' | 'phone' | 'program';

/** How the executive's page leaves the house. Times are ms since 1970 UTC. */
export interface OverviewTables {
  overview_share: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    token_hash: Frozen<string>;
    wave_id: Frozen<string>;
    with_id: Frozen<string | null>;
    shows_names: Frozen<number>;
    made_by: Frozen<string>;
    made_at: Frozen<number>;
    expires_at: Frozen<number>;
    revoked_at: number | null;
  };
  overview_share_view: {
    workspace_id: Frozen<string>;
    share_id: Frozen<string>;
    /** The minute. */
    at: Frozen<number>;
    client: Frozen<ShareClient>;
    views: number;
  };
  digest_mail: {
    workspace_id: string;
    member_id: string;
    /** null: what the member's part in the workspace suggests. */
    is_on: number | null;
    time_zone: string | null;
    /** ISO day of a Monday. */
    looked_on: string;
    last_said: string | null;
  };
}
