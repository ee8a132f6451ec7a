import { encode as encodeBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import { encode as encodeQuoted, wrap as wrapQuoted } from 'nodemailer/lib/qp';

/**
 * The bytes of a composed mail whose parts are texts in memory, every line ended as mail ends its lines: what is kept and
 * signed is what is sent. `MimeNode.build` says the same through several streams a part, which takes longer than all else
 * that is done for a letter.
 */
export function mailBytes(mail: MimeNode): Buffer {
  return Buffer.from(sayNode(mail).replace(/\r?\n/g, '\r\n'));
}

function sayNode(node: MimeNode): string {
  // Building them settles what kind of node it is.
  const headers = node.buildHeaders();
  return `${headers}\r\n\r\n${node.multipart ? sayParts(node) : sayText(node)}`;
}

function sayParts({ childNodes, boundary }: MimeNode): string {
  const parts = childNodes.map((part) => `--${boundary}\r\n${sayNode(part)}\r\n`);
  return `${parts.join('')}--${boundary}--\r\n`;
}

function sayText(node: MimeNode): string {
  const { content } = node;
  if (typeof content !== 'string') throw new TypeError('A part of this mail is no text.');
  switch (node.getTransferEncoding()) {
    case 'quoted-printable':
      return wrapQuoted(encodeQuoted(content));
    case 'base64':
      return wrapBase64(encodeBase64(content));
    default:
      return content;
  }
}
