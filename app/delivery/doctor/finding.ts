export const MAIL_ITEMS = ['spf', 'dkim', 'dmarc', 'returns'] as const;
export type MailItem = (typeof MAIL_ITEMS)[number];

/** `note` is in order and could be better; `wrong` has to be mended; `silent` could not be looked at. */
export type Standing = 'good' | 'note' | 'wrong' | 'silent';

/** A record to publish, to the letter. */
export interface DnsRecord {
  name: string;
  type: 'TXT' | 'MX';
  value: string;
}

export interface Finding {
  item: MailItem;
  standing: Standing;
  /** What is so, and what to do. */
  sentence: string;
  publish?: DnsRecord;
}

export interface MailVerdict {
  domain: string;
  /** Nothing is wrong and everything could be looked at. */
  green: boolean;
  findings: readonly Finding[];
}

export const ITEM_WORDS = {
  spf: { name: 'SPF', about: 'who may hand in mail for the domain' },
  dkim: { name: 'DKIM', about: 'the key that signs each mail' },
  dmarc: { name: 'DMARC', about: 'what receivers do with mail that fails both' },
  returns: { name: 'MX', about: 'where replies and mails that come back go' },
} as const satisfies Record<MailItem, { name: string; about: string }>;

export const STANDING_WORDS = {
  good: 'In order',
  note: 'In order, with a note',
  wrong: 'To mend',
  silent: 'Not known',
} as const satisfies Record<Standing, string>;
