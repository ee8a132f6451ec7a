/** What respondents are promised about their names; chosen when a programme is made, and never changed. */
export const CONFIDENTIALITIES = ['attributed', 'confidential', 'unlinkable'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];
