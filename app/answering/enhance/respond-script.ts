/**
 * Where the build puts the script of the respondent's page (respond.client.ts and what it imports). The address names
 * the content by the start of its SHA-256, so that browsers may keep it for good: tests/bundles/ says when it is due.
 */
export const RESPOND_SCRIPT = '/respond.js?v=da7472962f02';
