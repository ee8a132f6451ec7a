/** Links for a page or a chat. Times are ms since 1970 UTC. */
export interface SharedLinkTables {
  shared_link: {
    workspace_id: string;
    id: string;
    wave_id: string;
    token_hash: string;
    generation: number;
    key_id: string;
    /** Where it hangs, such as “Help pages”. */
    place: string;
    answers_are: 'held' | 'counted';
    one_per_device: number;
    created_by: string;
    created_at: number;
    revoked_at: number | null;
  };
  /** A device that has answered through a shared link; nothing joins it to an answer. */
  shared_link_device: {
    workspace_id: string;
    shared_link_id: string;
    device_hash: string;
  };
}
