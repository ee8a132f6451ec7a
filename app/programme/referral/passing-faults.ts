/** What was wrong with what somebody wrote of a colleague: no name; no address, or the very one this was sent to. */
export interface PassingFaults {
  name: boolean;
  email: 'unreadable' | 'own' | null;
}
