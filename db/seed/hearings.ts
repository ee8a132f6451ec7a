import type { Asked } from './questions.ts';

/** Some answers of one persona: everybody at `at`, the one called `by`, or anybody else; how many gave which score. */
export interface Share {
  at?: string;
  by?: string;
  scores: Readonly<Record<number, number>>;
}

/** Who answers a wave and how. Whoever is not in it stays silent. */
export type Hearing = Partial<Record<Asked, readonly Share[]>>;

/**
 * Between the two, every persona thinks a little less of us. More end-users and fewer buyers are heard, so a
 * number across personas would rise: the reason why there is none.
 */
export const EARLIER: Hearing = {
  end_user: [
    { at: 'Halvorsen Freight', scores: { 10: 2, 9: 4, 8: 2 } },
    { at: 'Meridian Foods', scores: { 10: 1, 9: 2 } },
    { at: 'Kestrel Rail', scores: { 9: 1, 8: 1 } },
    { scores: { 10: 5, 9: 9, 8: 5, 7: 4, 6: 2, 5: 1, 3: 1 } },
  ],
  influencer: [{ by: 'Noor El-Amin', scores: { 4: 1 } }, { scores: { 10: 2, 9: 5, 8: 3, 7: 2, 6: 2, 5: 1 } }],
  buyer: [
    { by: 'Tomás Herrera', scores: { 6: 1 } },
    { by: 'João Brito', scores: { 4: 1 } },
    { by: 'Ingrid Solberg', scores: { 8: 1 } },
    { scores: { 10: 1, 9: 4, 8: 4, 7: 2, 6: 3, 5: 3, 4: 1, 3: 1 } },
  ],
  advocate: [{ scores: { 10: 1, 9: 2, 8: 1 } }],
};

export const LATEST: Hearing = {
  end_user: [
    { by: 'Aarón Vidal', scores: { 10: 1 } },
    { at: 'Halvorsen Freight', scores: { 10: 9, 9: 17, 8: 8, 7: 3, 6: 2, 4: 1 } },
    { at: 'Meridian Foods', scores: { 10: 1, 9: 3 } },
    { at: 'Kestrel Rail', scores: { 10: 2, 9: 2, 8: 1 } },
    { scores: { 10: 11, 9: 20, 8: 17, 7: 13, 6: 4, 5: 2, 4: 1, 2: 1, 0: 1 } },
  ],
  influencer: [
    { by: 'Noor El-Amin', scores: { 3: 1 } },
    { by: 'Takumi Arai', scores: { 9: 1 } },
    { by: 'Chiamaka Lund', scores: { 9: 1 } },
    { scores: { 10: 1, 9: 3, 8: 4, 7: 2, 6: 2, 5: 1 } },
  ],
  buyer: [
    { by: 'Tomás Herrera', scores: { 4: 1 } },
    { by: 'Marguerite Oyelaran', scores: { 3: 1 } },
    { by: 'Mei Castellano', scores: { 9: 1 } },
    { scores: { 9: 1, 8: 1, 7: 1, 6: 1, 5: 2, 4: 1 } },
  ],
  advocate: [{ by: 'Petra Vance', scores: { 8: 1 } }, { scores: { 10: 1, 9: 1, 3: 1 } }],
};

/** Buyers at accounts that renew soon, who answered before and keep silent now. */
export const SILENT = ['Ruth Achterberg', 'Devika Nair'];

/** A handful, in confidence: too few for anything to be shown of them. */
export const NEW_ACCOUNTS: Hearing = {
  end_user: [{ scores: { 8: 2, 5: 1, 3: 1 } }],
  influencer: [{ scores: { 9: 1, 6: 1 } }],
};
