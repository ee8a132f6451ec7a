/** A client company of the workspace. */
export interface Account {
  id: string;
  /** Its id in the CRM. */
  externalId: string | null;
  name: string;
  /** By `nameKey`: two spellings of one name share it. */
  nameKey: string;
  /** ISO day, e.g. 2027-01-11. */
  renewalOn: string | null;
}
