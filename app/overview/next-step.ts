/** What stands between a new workspace and its first send, in the order of the work. */
export type NextStep = 'people' | 'programme' | 'questions' | 'publish' | 'send';
