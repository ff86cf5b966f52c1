import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  findTicketReferences,
  messageIdList,
  normaliseMessageId,
  plainAddress,
  signMessageId,
  signReplyAddress,
  threadIndexRoot,
  ticketReference,
  verifyMessageId,
  verifyReplyAddress,
} from './message-ids.ts';

const KEY = 'a key';
const ID = '0198c0de-1234-7abc-8def-0123456789ab';

describe('signed Message-IDs', () => {
  it('carry a uuid and prove that we wrote them', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const id = signMessageId({ messageId: uuid, domain: 'shop.example' }, KEY);
        expect(verifyMessageId(id, KEY)).toBe(uuid);
        expect(verifyMessageId(`<${id}>`, KEY)).toBe(uuid);
        expect(verifyMessageId(id, 'another key')).toBeNull();
      }),
    );
  });

  it('are refused after any change', () => {
    const id = signMessageId({ messageId: ID, domain: 'shop.example' }, KEY);
    for (let i = 2; i < id.indexOf('@'); i++) {
      const forged = id.slice(0, i) + (id[i] === '0' ? '1' : '0') + id.slice(i + 1);
      // The last character of the packed uuid carries two bits that hold nothing.
      expect(verifyMessageId(forged, KEY)).toBeNull();
    }
    expect(verifyMessageId('CAB+x@mail.example', KEY)).toBeNull();
    expect(verifyMessageId('', KEY)).toBeNull();
  });

  it('take uuids only', () => {
    expect(() => signMessageId({ messageId: 'x', domain: 'a' }, KEY)).toThrow(TypeError);
  });
});

describe('signed reply addresses', () => {
  it('survive a change of case and give the plain address back', () => {
    const address = signReplyAddress({ ticketId: ID, address: 'Support@shop.example' }, KEY) ?? '';
    expect(verifyReplyAddress(address.toUpperCase(), KEY)).toBe(ID);
    expect(verifyReplyAddress(address, 'another key')).toBeNull();
    expect(plainAddress(address)).toBe('Support@shop.example');
    expect(plainAddress('a+b@c.example')).toBe('a+b@c.example');
    expect(verifyReplyAddress('support@shop.example', KEY)).toBeNull();
  });

  it('are not made where the local part would grow too long', () => {
    expect(signReplyAddress({ ticketId: ID, address: `${'a'.repeat(30)}@shop.example` }, KEY)).toBeNull();
  });

  it('are no Message-IDs', () => {
    const address = signReplyAddress({ ticketId: ID, address: 's@shop.example' }, KEY) ?? '';
    const token = address.slice(address.indexOf('+t.') + 3, address.indexOf('@'));
    expect(verifyMessageId(`m.${token}@shop.example`, KEY)).toBeNull();
  });
});

describe('ticket references in subjects', () => {
  const token = ticketReference(1234, KEY);

  it.each([
    token,
    `Re: AW: ${token} Tür`,
    token.toLowerCase(),
    token.slice(1, -1),
    token.replace(/-/g, ' – '),
    `【${token.slice(1, -1)}】`,
  ])('finds %s', (subject) => {
    expect(findTicketReferences(subject, KEY)).toEqual([1234]);
  });

  it('refuses guesses and other numbers', () => {
    expect(findTicketReferences('[DR-1234-0000] [DR-1235-k7f2] DR-1234', KEY)).toEqual([]);
    expect(findTicketReferences(token.replace('1234', '1235'), KEY)).toEqual([]);
  });

  it('names each ticket once, in order', () => {
    expect(findTicketReferences(`${ticketReference(7, KEY)} ${token} ${token}`, KEY)).toEqual([7, 1234]);
  });
});

describe('Message-ID fields', () => {
  it.each<[string | undefined, string | null]>([
    ['<a@b>', 'a@b'],
    [' <a@b> (comment)', 'a@b'],
    ['a@b', 'a@b'],
    ['<a\t@b>', 'a@b'],
    ['<A@B>', 'A@B'],
    ['<>', null],
    ['', null],
    [undefined, null],
  ])('normalises %j', (value, expected) => {
    expect(normaliseMessageId(value)).toBe(expected);
  });

  it('lists ids in order without repeats, comments and prose left out', () => {
    expect(messageIdList('<a@b> <c@d>\t<a@b>(x)<e@f>')).toEqual(['a@b', 'c@d', 'e@f']);
    expect(messageIdList('a@b, c@d')).toEqual(['a@b', 'c@d']);
    expect(messageIdList('Your message of Monday')).toEqual([]);
    expect(messageIdList('Message from Jo of "Mon" <x@y>')).toEqual(['x@y']);
  });
});

describe('threadIndexRoot', () => {
  it('is the same for a conversation and its replies', () => {
    const root = Buffer.alloc(22, 7);
    const reply = Buffer.concat([root, Buffer.alloc(5, 9)]);
    expect(threadIndexRoot(root.toString('base64'))).toBe(root.toString('hex'));
    expect(threadIndexRoot(` ${reply.toString('base64')} `)).toBe(root.toString('hex'));
    expect(threadIndexRoot('AQHb')).toBeNull();
    expect(threadIndexRoot('not base64 at all, really not!!')).toBeNull();
  });
});
