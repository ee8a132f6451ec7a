/** The fields of one block of a report (RFC 3464, RFC 5965), by lower-case name. */
export type Fields = ReadonlyMap<string, string>;

/** Blocks of `Name: value` lines, with blank lines between them. A folded line belongs to the one before. */
export function readBlocks(text: string): Fields[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map((block) => new Map(block.split('\n').flatMap(toField)))
    .filter((fields) => fields.size > 0);
}

function toField(line: string): [string, string][] {
  const colon = line.indexOf(':');
  if (colon < 1) return [];
  return [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}

export interface Delivery {
  kind: 'delivered' | 'delayed' | 'soft_bounce' | 'hard_bounce';
  status: string | null;
  detail: string;
  /** ms; null where the report does not say. */
  at: number | null;
}

/** Each of our mails goes to one address; a list behind it may report for several of its own. */
const MOST_ADDRESSES = 20;

/** What a `message/delivery-status` part says, address by address; what is neither here nor there is left out. */
export function readDeliveryStatus(text: string): Delivery[] {
  const [, ...addresses] = readBlocks(text);
  return addresses.slice(0, MOST_ADDRESSES).flatMap((fields) => {
    const said = withoutType(fields.get('diagnostic-code') ?? '');
    const status = surer(codeIn(fields.get('status')), codeIn(said));
    const kind = kindOf(fields.get('action')?.toLowerCase(), status, said);
    if (!kind) return [];
    const at = Date.parse(fields.get('last-attempt-date') ?? '');
    return [
      { kind, status, detail: [status, said].filter(Boolean).join(' '), at: Number.isNaN(at) ? null : at },
    ];
  });
}

function codeIn(text = ''): string | null {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null;
}

/** Some write `5.0.0` whatever it was, and leave what the other mail server said in its words. */
function surer(given: string | null, said: string | null): string | null {
  const isVague = given?.endsWith('.0.0') && said?.[0] === given[0];
  return isVague ? said : given;
}

function kindOf(action: string | undefined, status: string | null, said: string): Delivery['kind'] | null {
  if (action === 'delivered' || action === 'delayed') return action;
  if (action !== 'failed') return null;
  // Some say no status, and the code of the mail server in their words.
  const first = status?.[0] ?? /^\D{0,20}([45])\d\d\b/.exec(said)?.[1];
  return first === '5' ? 'hard_bounce' : 'soft_bounce';
}

/** `smtp; 550 no such mailbox` */
function withoutType(value: string): string {
  return value.replace(/^[\w-]+\s*;\s*/, '');
}

/** The fields of a `message/feedback-report` part; null where it is no complaint (`not-spam` takes one back). */
export function readFeedback(text: string): Fields | null {
  const fields = new Map(readBlocks(text).flatMap((block) => [...block]));
  const type = fields.get('feedback-type')?.toLowerCase();
  return type === undefined || type === 'not-spam' ? null : fields;
}
