import { itemNumberIn, orderNumbersIn, relayOf } from './relay-senders.ts';

describe('marketplace senders', () => {
  it('knows a buyer behind an alias, whatever case it carries', () => {
    const plain = relayOf('stb6ssjkf7gpxz4@marketplace.amazon.de');
    const withCase = relayOf('STB6ssjkf7gpxz4+0a1b2c3d-0000-4000-8000-1234567890ab@marketplace.amazon.de');
    expect(plain?.address).toBe(withCase?.address);
    expect(withCase?.caseId).toBe('0a1b2c3d-0000-4000-8000-1234567890ab');
  });

  it.each([
    'donotreply@marketplace.amazon.de',
    'x@marketplace.amazon.it.evil.com',
    'stb6ssjkf7gpxz4@amazon.de',
    'noreply@clemarche.com',
    'jean@gmail.com',
  ])('takes %s for no alias', (address) => {
    expect(relayOf(address)).toBeNull();
  });

  it('reads order numbers in several languages', () => {
    expect(orderNumbersIn('Anfrage (Bestellung: 302-1234567-7654321)', '').certain).toEqual(['302-1234567-7654321']);
    for (const text of [
      'my order no. DM-20931',
      'Bestellnummer: DM-20931',
      'commande n° DM-20931',
      '订单号：DM-20931',
      'заказ № DM-20931',
    ])
      expect(orderNumbersIn('', text).likely).toEqual(['DM-20931']);
    expect(orderNumbersIn('in order to open', 'an order yesterday').likely).toEqual([]);
  });

  it("reads eBay's item number", () => {
    expect(itemNumberIn('hat eine Nachricht gesendet zu Tür #197526923798')).toBe('197526923798');
  });
});
