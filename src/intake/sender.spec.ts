import { identifySender } from './sender.ts';

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

  it.each([
    ['a stranger in Reply-To is not the buyer', 'ann@home.example', 'thief@evil.example', 'ann@home.example'],
    ['our own contact form passes on', 'shop@ours.example', 'ann@home.example', 'ann@home.example'],
    ["somebody else's form passes on", 'no-reply@forms.example', 'ann@home.example', 'ann@home.example'],
    ['a colleague may be answered instead', 'ann@bau.example', 'office@bau.example', 'office@bau.example'],
    ['neighbours at a free provider are strangers', 'ann@gmail.com', 'eve@gmail.com', 'ann@gmail.com'],
    ['our own address in Reply-To is nobody', 'ann@home.example', 'shop@ours.example', 'ann@home.example'],
  ])('%s', (_what, from, replyTo, expected) => {
    expect(identifySender(mail(from, 'Ann', replyTo), own)?.value).toBe(expected);
  });
});
