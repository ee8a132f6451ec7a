import { timingSafeEqual } from 'node:crypto';
import { everySecret, keyedHash, type Secrets } from '#app/platform/secrets.server.ts';

const LABEL = 'monday mail';
const MAC_BYTES = 16;
const ID_BYTES = 16;

export interface Leaver {
  workspaceId: string;
  memberId: string;
}

/** What a Monday mail ends itself by: whose it is, and a mark that only the holder of the secret can make. */
export function leaveToken(secret: string, leaver: Leaver): string {
  return Buffer.concat([
    bytesOf(leaver.workspaceId),
    bytesOf(leaver.memberId),
    markOf(secret, leaver),
  ]).toString('base64url');
}

/** Whose token this is; null for any other text. It opens nothing but the switch of that mail. */
export function readLeaveToken(secrets: Secrets, token: string): Leaver | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const leaver = {
    workspaceId: uuidOf(bytes.subarray(0, ID_BYTES)),
    memberId: uuidOf(bytes.subarray(ID_BYTES, 2 * ID_BYTES)),
  };
  const mark = bytes.subarray(2 * ID_BYTES);
  const isOurs = everySecret(secrets).some((secret) => timingSafeEqual(markOf(secret, leaver), mark));
  return isOurs ? leaver : null;
}

function markOf(secret: string, { workspaceId, memberId }: Leaver): Buffer {
  return keyedHash(secret, LABEL, `${workspaceId} ${memberId}`).subarray(0, MAC_BYTES);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
