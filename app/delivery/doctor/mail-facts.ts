/** What DNS said about a domain that mail comes from. Nothing here is judged yet. */
export interface MailFacts {
  /** The domain of the address that people see. */
  domain: string;
  /** The domain that mail of this installation comes from in fact. */
  sender: string;
  smtpHost: SmtpHost | null;
  spf: SpfFacts | Silent;
  dkim: DkimFacts | Silent;
  dmarc: DmarcFacts | Silent;
  returns: ReturnFacts | Silent;
}

/** DNS gave no answer: nothing can be said. */
export interface Silent {
  silent: string;
}

/** The mail server that this installation hands mail to; null where none is set up, or it is this machine. */
export interface SmtpHost {
  name: string;
  addresses: readonly string[];
}

export interface SpfFacts {
  /** The domain of the envelope, where mails that come back go. */
  domain: string;
  /** Every TXT record that begins with v=spf1. */
  records: readonly string[];
  /** Read to its end, as for a server that it does not name; null without exactly one record. */
  read: {
    result: SpfResult;
    /** What the evaluation said where it broke off. */
    words: string;
    lookups: number;
    /** Domains whose records were read on the way. */
    included: readonly string[];
  } | null;
  /** What it says of each address of the mail server. */
  hosts: readonly { address: string; result: SpfResult }[];
}

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror';

export interface DkimFacts {
  /** The domain that signs. */
  domain: string;
  /** Null where nobody said which selector it is. */
  selector: string | null;
  records: readonly string[];
  key: { type: string; bits: number | null; testing: boolean; base64: string } | null;
  /** Why the record holds no key that can be used. */
  fault: string | null;
  /** The key that this installation signs with, as it has to be published; null where it does not sign. */
  ours: { type: string; base64: string } | null;
}

export interface DmarcFacts {
  /** The organisation that a domain belongs to, by the walk up its names (RFC 9989). */
  organisation: { domain: string; sender: string; envelope: string; signer: string };
  /** How many records stand at the domain itself; only exactly one counts. */
  here: number;
  /** The record that holds for it, its own or one further up. */
  record: {
    at: string;
    text: string;
    policy: 'none' | 'quarantine' | 'reject' | null;
    rua: string | null;
    strictSpf: boolean;
    strictDkim: boolean;
  } | null;
}

export interface ReturnFacts {
  domain: string;
  exchanges: readonly { name: string; preference: number; hasAddress: boolean }[];
  /** It has an address record of its own, which mail falls back on. */
  hasAddress: boolean;
}

export function isSilent(facts: object): facts is Silent {
  return 'silent' in facts;
}
