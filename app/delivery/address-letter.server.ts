import type { House } from '#app/platform/house.ts';
import { logoPath, shownSize } from '#app/programme/brand/brand.ts';
import type { ProgrammeBrand } from '#app/programme/brand/read-brand.server.ts';
import type { Envelope } from './compose-message.server.ts';
import type { LetterBrand } from './invitation-mail.ts';

/** The look of a programme's mail, with the address of its logo. */
export function letterBrand(
  { displayName, colour, logo }: Pick<ProgrammeBrand, 'displayName' | 'colour' | 'logo'>,
  publicUrl: string,
): LetterBrand {
  return {
    displayName,
    colour,
    logo: logo && { url: `${publicUrl}${logoPath(logo)}`, ...shownSize(logo) },
  };
}

export interface OfWhat {
  workspaceId: string;
  programmeId: string;
  waveId: string;
}

/** The headers that every letter of a wave shares: who writes, where answers go, and what it belongs to. */
export function sharedHeaders(
  { env }: Pick<House, 'env'>,
  brand: ProgrammeBrand,
  { workspaceId, programmeId, waveId }: OfWhat,
): Pick<Envelope, 'from' | 'replyTo' | 'listId' | 'feedbackId'> {
  return {
    from: { name: brand.senderName, address: env.mailFrom },
    replyTo: brand.repliesGoTo,
    listId: `${programmeId}.${workspaceId}.${env.mailFrom.split('@')[1]}`,
    feedbackId: [waveId, programmeId, workspaceId].map(shortId).concat('rolecall').join(':'),
  };
}

/** The end of an id is its random part; the start is the time it was made at. */
function shortId(id: string): string {
  return id.slice(-12);
}
