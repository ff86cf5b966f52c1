import { identifySender, isSameCompany, orderIdOf } from './sender.ts';

const mail = (from: string, name = '', replyTo = '') => ({
  from: [{ address: from, name }],
  replyTo: replyTo ? [{ address: replyTo, name: '' }] : [],
  author: null,
  sender: null,
});
const own = new Set(['shop@ours.example']);

describe('who wrote', () => {
  it('takes the alias of a marketplace for the buyer, and a case id for nothing', () => {
    const buyer = identifySender(
      mail('stb6ssjkf7gpxz4+11111111-2222-3333-4444-555555555555@marketplace.amazon.co.uk', 'Ann - Amazon Marketplace'),
      own,
    );
    expect(buyer).toMatchObject({
      kind: 'relay',
      value: 'stb6ssjkf7gpxz4@marketplace.amazon.co.uk',
      name: 'Ann',
      platform: 'amazon',
    });
  });

  it('is not fooled by a domain that only contains the marketplace', () => {
    expect(identifySender(mail('x@marketplace.amazon.it.evil.com'), own)).toMatchObject({
      kind: 'email',
      platform: null,
    });
  });

  it('does not take a foreign Reply-To for the buyer, but does on our own contact form', () => {
    expect(identifySender(mail('ann@home.example', 'Ann', 'thief@evil.example'), own)?.value).toBe('ann@home.example');
    expect(identifySender(mail('shop@ours.example', 'Form', 'ann@home.example'), own)?.value).toBe('ann@home.example');
  });
});

describe('companies', () => {
  it('share a domain that is not free mail', () => {
    expect(isSameCompany('a@bau.example', 'b@bau.example')).toBe(true);
    expect(isSameCompany('a@gmail.com', 'b@gmail.com')).toBe(false);
    expect(isSameCompany('a@marketplace.amazon.de', 'b@marketplace.amazon.de')).toBe(false);
  });
});

describe('order numbers', () => {
  it('are found in the subject first', () => {
    expect(orderIdOf('Frage (Bestellung: 304-1234567-7654321)', 'order 111-1111111-1111111')).toBe(
      '304-1234567-7654321',
    );
    expect(orderIdOf('', 'Ma commande n° FR-20931 est en retard')).toBe('FR-20931');
    expect(orderIdOf('Tür 900x2100', 'keine')).toBeNull();
  });
});
