/** What respondents are promised about their names; fixed at the first send of a programme. */
export const CONFIDENTIALITIES = ['attributed', 'confidential', 'unlinkable'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];
