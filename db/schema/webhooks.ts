export type HookFormat = 'standard' | 'slack';
export type EndpointState = 'on' | 'off' | 'disabled';
export type DeliveryState = 'waiting' | 'claimed' | 'delivered' | 'given_up';

/** Webhooks out: who wants to hear, what happened, and how far each has heard of it. */
export interface WebhookTables {
  hook_endpoint: {
    workspace_id: string;
    id: string;
    /** Sealed, as the secrets are. */
    url: Buffer;
    host: string;
    description: string;
    /** JSON array of kinds. */
    kinds: string;
    format: HookFormat;
    carries_names: number;
    secret: Buffer | null;
    former_secret: Buffer | null;
    former_until: number | null;
    state: EndpointState;
    disabled_why: string | null;
    failing_since: number | null;
    since: number;
    created_by: string;
    created_at: number;
  };
  hook_event: {
    workspace_id: string;
    id: string;
    kind: string;
    subject: string;
    persona_id: string | null;
    at: number;
    /** JSON, opaque to every query. */
    data: string;
    named_data: string;
  };
  hook_delivery: {
    workspace_id: string;
    endpoint_id: string;
    event_id: string;
    state: DeliveryState;
    attempts: number;
    next_at: number;
    lease_until: number | null;
    fence: number;
    last_status: number | null;
    last_reason: string | null;
    took_ms: number | null;
    settled_at: number | null;
  };
}
