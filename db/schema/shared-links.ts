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
  /** How full a limit of a shared link is. */
  shared_link_flow: {
    workspace_id: string;
    shared_link_id: string;
    /** See `flowsOf`: the link as a whole, or a keyed hash of the network that answers came from. */
    flow: string;
    /** When all places that were taken are free again. */
    empty_at: number;
  };
  /** That a limit bit, for whoever looks after the link. */
  shared_link_over: {
    workspace_id: string;
    shared_link_id: string;
    what: 'network' | 'counted' | 'kept';
    /** Answers that were held in place of being counted; 0 where answers were asked to come later. */
    answers: number;
    first_at: number;
    last_at: number;
  };
}
