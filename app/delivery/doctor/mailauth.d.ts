/** The parts of mailauth that come without types, as node sees what CommonJS exports. */
type Resolve = (name: string, type: string) => Promise<unknown>;

declare module 'mailauth/lib/tools.js' {
  const tools: {
    /** Throws with a `code` and a sentence where the record holds no usable key. */
    getPublicKey(
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
  };
  export default tools;
}

declare module 'mailauth/lib/dmarc/get-dmarc-record.js' {
  interface DmarcRecord {
    rr: string;
    rua?: string;
    aspf?: string;
    adkim?: string;
  }
  type Lookup = (name: string) => Promise<DmarcRecord | false>;
  const dmarc: {
    createRecordLookup(resolver: Resolve): Lookup;
    /** The record that holds for a domain, found by the walk up its names. */
    discoverPolicy(
      domain: string,
      lookup: Lookup,
    ): Promise<{ record: DmarcRecord | false; recordDomain: string | null }>;
    getOrgDomain(domain: string, lookup: Lookup): Promise<string>;
    /** Null where receivers pass the record over. */
    getPolicyTags(record: DmarcRecord): { p: 'none' | 'quarantine' | 'reject' } | null;
  };
  export default dmarc;
}
