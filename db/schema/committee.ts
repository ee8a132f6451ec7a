export interface CommitteeTables {
  /** How many people of a persona should be heard at every account. */
  committee_seat: { workspace_id: string; persona_id: string; people: number };
}
