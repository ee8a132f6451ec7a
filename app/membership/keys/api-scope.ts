/** What an API key may do; a key holds any number of these and nothing else. */
export const API_SCOPES = {
  'audience:read': 'Read accounts, people, role assignments, moments and touches',
  'audience:write': 'Write accounts, people, role assignments, moments and touches',
  'waves:read': 'Read programmes and waves',
  'waves:write': 'Make waves, send them, hold them up and close them',
  'asking:write': 'Change when people are asked and how often',
  'results:read': 'Read figures, persona by persona',
  'responses:read': 'Read single responses with their words, and themes',
  'responses:write': 'Release or discard what is held, and tag words with themes',
  'followups:read': 'Read follow-ups and alerts, with the names of people',
  'followups:write': 'Open follow-ups and change them',
  'webhooks:read': 'Read webhooks and what became of them',
  'webhooks:write': 'Make, change and end webhooks, and send again',
} as const;

export type ApiScope = keyof typeof API_SCOPES;

export function isApiScope(text: string): text is ApiScope {
  return Object.hasOwn(API_SCOPES, text);
}
