/** A human at accounts over time. */
export interface Person {
  id: string;
  /** Their id in the CRM. */
  externalId: string | null;
  name: string;
  /** By `nameKey`, for sorting. */
  nameKey: string;
  /** By `searchKey`: name and addresses. */
  searchKey: string;
  /** BCP 47, e.g. `de`. */
  language: string | null;
  /** IANA, e.g. `Europe/Oslo`. */
  timeZone: string | null;
}

export interface Address {
  personId: string;
  email: string;
  /** The spelling that people are matched by. */
  emailKey: string;
  /** 0 is the address that is written to. */
  position: number;
}

export type EmploymentSource = 'self' | 'csm' | 'crm' | 'import';

/** A person at an account for a time; open while `endedAt` is null. Times are ms. */
export interface Employment {
  id: string;
  personId: string;
  accountId: string;
  title: string | null;
  /** By `titleKey`: titles that are asked about once. */
  titleKey: string | null;
  source: EmploymentSource;
  /** Null where nobody said when it began. */
  startedAt: number | null;
  endedAt: number | null;
}
