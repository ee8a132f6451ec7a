/** Of the notice and not of the try, so that a mail store can drop a copy. */
export function noticeMessageId(publicUrl: string, id: string): string {
  return `<n.${id}@${new URL(publicUrl).hostname}>`;
}
