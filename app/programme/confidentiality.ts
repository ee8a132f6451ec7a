/** What respondents are promised about their names; fixed at the first send of a programme. */
export const CONFIDENTIALITIES = ['attributed', 'confidential', 'unlinkable'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/**
 * What a programme that asks can promise. Unlinkable answers come in by import only: an invitation knows whether
 * its link was used, so it would tell that its holder answered, and when.
 */
export const PROMISED_WHEN_ASKING = [
  'attributed',
  'confidential',
] as const satisfies readonly Confidentiality[];
