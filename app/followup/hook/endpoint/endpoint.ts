import type { WantableKind } from '../event/hook-kinds.ts';

export type HookFormat = 'standard' | 'slack';
/** `disabled`: this product stopped sending there. */
export type EndpointState = 'on' | 'off' | 'disabled';

/** Somebody's address that hears of what happens. */
export interface Endpoint {
  id: string;
  url: string;
  host: string;
  description: string;
  kinds: readonly WantableKind[];
  format: HookFormat;
  /** Whether it is sent the names of people and accounts, and what they wrote. */
  carriesNames: boolean;
  state: EndpointState;
  /** Why this product stopped sending there. */
  disabledWhy: string | null;
  failingSince: number | null;
  /** Until when the secret before the present one signs too. */
  formerUntil: number | null;
  createdAt: number;
}

/** More are a sign of a program that makes a new one each time it starts. */
export const MOST_ENDPOINTS = 20;

export const FORMATS = {
  standard: 'JSON, signed (Standard Webhooks)',
  slack: 'Text for a chat (Slack-compatible incoming webhook), not signed',
} as const satisfies Record<HookFormat, string>;
