import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

/** Times are ms since 1970 UTC. */
export interface LaneCutTables {
  lane_cut: {
    workspace_id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    attribute_id: Frozen<string>;
    name: Frozen<string>;
    /** JSON array of [account_id, value_key, value]; opaque to every query. */
    cells: Frozen<string>;
    /** A member or a key. */
    decided_by: Frozen<string>;
    decided_at: Frozen<number>;
    /** Answers that were shown when it was decided; null where that was not kept. */
    people: Frozen<number | null>;
  };
}
