/** Headers of a file that holds a workspace's own: kept by no cache, and named so that every browser can write it down. */
export function fileHeaders(
  type: string,
  name: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): Record<string, string> {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\/:*?<>|;%]/g, '-');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    'content-type': type,
    'content-disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${whole}`,
    'cache-control': 'no-store',
  };
}
