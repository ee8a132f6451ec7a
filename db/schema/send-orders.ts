/** Sends to very many, decided and not wholly made ready. */
export interface SendOrderTables {
  send_order: {
    workspace_id: string;
    id: string;
    wave_id: string;
    actor: string;
    stale: 'leave_out' | 'ask_first' | null;
    roles: number;
    /** What is not in the parts any more adds up to `roles` with what is. */
    invited: number;
    left_out: number;
    created_at: number;
    ended_at: number | null;
  };
  send_order_part: {
    workspace_id: string;
    order_id: string;
    part: number;
    /** JSON array of role assignments. */
    role_ids: string;
  };
}
