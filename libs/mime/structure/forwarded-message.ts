import { readAddresses } from '../header/addresses.ts';
import type { HeaderFields } from '../header/mail-headers.ts';
import type { ForwardedMail } from '../types.ts';
import { selectBody } from './body-selection.ts';
import { allParts } from './marks.ts';
import { readBody } from './message-body.ts';
import type { Part } from './part.ts';
import { decodePart } from './part-content.ts';
import { readPartTree } from './part-tree.ts';

const MAX_FORWARDED = 20_000_000;

function addressLine(headers: HeaderFields, name: string): string | undefined {
  const people = readAddresses(headers.raw(name));
  if (people.length === 0) return undefined;
  return people.map((p) => (p.name === '' ? p.address : `${p.name} <${p.address}>`)).join(', ');
}

/** The first message that is attached as a message (message/rfc822), for forwards "as attachment". */
export function readForwardedMessage(root: Part): ForwardedMail | null {
  const part = allParts(root).find((p) => p.type === 'message/rfc822' || p.type === 'message/global');
  if (!part || part.end - part.start > MAX_FORWARDED) return null;
  const inner = readPartTree(decodePart(part), []);
  const { text } = readBody(selectBody(inner), null, []);
  return {
    from: addressLine(inner.headers, 'from'),
    to: addressLine(inner.headers, 'to'),
    subject: inner.headers.get('subject'),
    date: inner.headers.get('date'),
    text,
  };
}
