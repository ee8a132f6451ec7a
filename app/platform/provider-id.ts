/** Postfix and its heirs, Exim, and whoever else puts a word before it. */
const NAMED = /\b(?:queued as|id=?)\s*([\w.<>@-]+)/i;
/** SES puts the id behind its `Ok` and no word between. */
const BARE = /^250 Ok ([\w-]{30,})$/i;

/** The id under which a mail server took a mail, out of its answer to the final dot; null where it tells none. */
export function providerIdIn(response: string | undefined): string | null {
  const said = response?.trim() ?? '';
  return NAMED.exec(said)?.[1] ?? BARE.exec(said)?.[1] ?? null;
}
