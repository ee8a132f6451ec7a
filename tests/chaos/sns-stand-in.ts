import { appendFileSync, readFileSync } from 'node:fs';

/**
 * Loaded ahead of a server: plays the two things of SNS that are asked for over the network, its certificate and the address
 * that confirms a subscription. Whatever else is asked for is written down, and does not answer.
 */
const { SNS_CERTIFICATE, SNS_ASKED } = process.env;
globalThis.fetch = async (asked) => {
  const url = String(asked instanceof Request ? asked.url : asked);
  appendFileSync(SNS_ASKED!, `${url}\n`);
  if (url.endsWith('.pem')) return new Response(readFileSync(SNS_CERTIFICATE!));
  if (url.startsWith('https://sns.eu-west-1.amazonaws.com/?Action=Confirm')) return new Response('confirmed');
  throw new TypeError('fetch failed');
};
