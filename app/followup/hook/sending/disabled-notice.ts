import type { OwnerNotice } from '#app/delivery/notice/owner-notice.ts';

export function disabledNotice({
  host,
  why,
  pageUrl,
}: {
  host: string;
  why: string;
  pageUrl: string;
}): OwnerNotice {
  return {
    subject: `Nothing is sent to the webhook at ${host} any more`,
    body: [
      `The webhook at ${host} was disabled. ${why}`,
      'What happens from now on is kept for it, for thirty days. Once its receiver works again, switch it on: what it missed is sent first, in the order in which it happened.',
      `Every attempt and what came of it: ${pageUrl}`,
    ].join('\n\n'),
  };
}
