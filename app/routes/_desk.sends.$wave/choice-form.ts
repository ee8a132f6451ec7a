/** The form that chooses whom to ask. It only looks: what is chosen stands in the address. */
export const CHOICE_FORM = 'choice';
