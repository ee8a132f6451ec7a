/** The two parts of mailauth that come without types. */
type Resolve = (name: string, type: string) => Promise<unknown>;

declare module 'mailauth/lib/tools' {
  /** Throws with a `code` and a sentence where the record holds no usable key. */
  export function getPublicKey(
    type: 'DKIM',
    name: string,
    minBitLength: number,
    resolver: Resolve,
    options?: { strict?: boolean },
  ): Promise<{
    /** PEM. */
    publicKey: Buffer;
    modulusLength?: number;
    keyType: 'rsa' | 'ed25519';
    testing: boolean;
  }>;
}

declare module 'mailauth/lib/dmarc/get-dmarc-record' {
  export interface DmarcRecord {
    rr: string;
    rua?: string;
    aspf?: string;
    adkim?: string;
  }
  export type Lookup = (name: string) => Promise<DmarcRecord | false>;
  export function createRecordLookup(resolver: Resolve): Lookup;
  export function discoverPolicy(
    domain: string,
    lookup: Lookup,
  ): Promise<{ record: DmarcRecord | false; recordDomain: string | null }>;
  export function getOrgDomain(domain: string, lookup: Lookup): Promise<string>;
  export function getPolicyTags(
    record: DmarcRecord,
  ): { p: 'none' | 'quarantine' | 'reject'; sp?: string } | null;
}
