import { z } from 'zod';

/** How fast mail may go, in mails a minute. */
export interface MailPace {
  /** The mail server that it goes through, by name. */
  server: string;
  through: { start: number; most: number };
  toDomain: { start: number; most: number };
}

export const paceVars = {
  MAIL_PACE: z.enum(['slow', 'relay'], { error: 'must be slow or relay' }).optional(),
  MAIL_PER_MINUTE: z.coerce
    .number({ error: 'must be a number of mails a minute' })
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .optional(),
};

interface Raw {
  SMTP_URL: string;
  MAIL_PACE?: 'slow' | 'relay' | undefined;
  MAIL_PER_MINUTE?: number | undefined;
}

const NO_LIMIT = 600_000;
const SLOW = { through: 300, toDomain: 60, most: 60_000, mostToDomain: 6000 };

/**
 * A mail server on this machine keeps the pace towards each domain by itself, and so does a provider's relay where
 * MAIL_PACE says so; anything else begins slowly.
 */
export function readPace({ SMTP_URL, MAIL_PACE, MAIL_PER_MINUTE }: Raw): MailPace {
  const host = URL.canParse(SMTP_URL) ? new URL(SMTP_URL).hostname : '';
  const isHere = host === '' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
  const server = host || 'mailbox';
  if ((MAIL_PACE ?? (isHere ? 'relay' : 'slow')) === 'relay') {
    const most = MAIL_PER_MINUTE ?? NO_LIMIT;
    return { server, through: { start: most, most }, toDomain: { start: NO_LIMIT, most: NO_LIMIT } };
  }
  const most = MAIL_PER_MINUTE ?? SLOW.most;
  return {
    server,
    through: { start: Math.min(SLOW.through, most), most },
    toDomain: { start: SLOW.toDomain, most: SLOW.mostToDomain },
  };
}
