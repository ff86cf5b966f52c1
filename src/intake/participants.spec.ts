import { companyOf, takesPart } from './participants.ts';

describe('who takes part', () => {
  const ticket = new Set(['anna@bau-meier.de', 'jean@gmail.com', 'stb6ssjkf7gpxz4@marketplace.amazon.de']);

  it.each([
    ['anna@bau-meier.de', true],
    ['ANNA@Bau-Meier.de', true],
    ['boss@einkauf.bau-meier.de', true],
    ['jean@gmail.com', true],
    ['eve@gmail.com', false],
    ['other@marketplace.amazon.de', false],
    ['eve@bau-meier.de.evil.com', false],
    ['eve@xbau-meier.de', false],
  ])('%s: %s', (address, expected) => {
    expect(takesPart(address, ticket)).toBe(expected);
  });

  it('knows second-level domains', () => {
    expect(companyOf('a@sales.smith.co.uk')).toBe('smith.co.uk');
    expect(companyOf('a@yahoo.co.jp')).toBeNull();
    expect(companyOf('a@localhost')).toBeNull();
  });
});
