/** What is shown of answers given in confidence: it moves in batches. */
export interface ReleaseTables {
  lane_release: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    /** People heard as far as they are shown, and as they will be next; the last batch of each. */
    shown: number;
    next: number;
    shown_batch: number;
    next_batch: number;
    /** People counted when the lane was looked at last, and whether nobody could answer any more by then. */
    seen: number;
    is_over: number;
    /** Responses that may be read one by one, and the last batch of them. */
    opened: number;
    opened_batch: number;
  };
  series_release: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    question_key: string;
    /** A row of a grid; empty for the answers to any other question. */
    part: string;
    /** People who answered, as far as they are shown, and as they will be next. */
    shown: number;
    next: number;
    /** JSON arrays of [account_id, value, people]; opaque to every query. */
    shown_counts: string;
    next_counts: string;
  };
  /** In which batch a response is shown. */
  batched_response: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    response_id: string;
    batch: number;
  };
}
