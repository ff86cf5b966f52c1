import { describe, expect, it } from '@jest/globals';
import { readAuthentication, readSpamMark } from './authentication.ts';
import { HeaderFields } from './mail-headers.ts';

const fields = (...pairs: [string, string][]) => new HeaderFields(pairs.map(([name, value]) => ({ name, value })));

describe('readAuthentication', () => {
  const own =
    'mx.shop.example; spf=pass (sender ip; ok) smtp.mailfrom=a@b.example; dkim=fail header.d=b.example; dkim=pass header.d=c.example; dmarc=none header.from=b.example';

  it('reads the results of the receiving server', () => {
    const result = readAuthentication(fields(['Authentication-Results', own]));
    expect(result).toMatchObject({
      authservId: 'mx.shop.example',
      spf: 'pass',
      dkim: 'pass',
      dmarc: 'none',
      arc: null,
    });
    expect(result.results[0]).toEqual({ method: 'spf', result: 'pass', identity: 'a@b.example' });
  });

  it('does not believe what another server claims (RFC 8601 §5)', () => {
    const headers = fields(
      ['Authentication-Results', 'mx.shop.example; spf=fail'],
      ['Authentication-Results', 'evil.example; spf=pass; dmarc=pass'],
    );
    expect(readAuthentication(headers)).toMatchObject({ spf: 'fail', dmarc: null });
    expect(
      readAuthentication(fields(['Authentication-Results', 'evil.example; spf=pass']), 'mx.shop.example'),
    ).toMatchObject({
      authservId: null,
      spf: null,
    });
  });

  it('falls back to Received-SPF', () => {
    expect(readAuthentication(fields(['Received-SPF', 'softfail (x) client-ip=192.0.2.1'])).spf).toBe('softfail');
  });
});

describe('readSpamMark', () => {
  it.each<[string, string, object]>([
    ['X-Spam-Status', 'Yes, score=12.5 required=5.0', { score: 12.5, flagged: true }],
    ['X-Spam-Score', '-0.1', { score: -0.1, flagged: false }],
    ['X-Spamd-Result', 'default: False [3.20 / 15.00]', { score: 3.2, flagged: false }],
    ['X-Spam-Level', '*****', { score: 5, flagged: false }],
    ['X-Spam-Flag', 'YES', { score: null, flagged: true }],
    ['X-MS-Exchange-Organization-SCL', '6', { score: 6, flagged: true }],
    ['X-Other', '1', { score: null, flagged: false, source: '' }],
  ])('%s: %s', (name, value, expected) => {
    expect(readSpamMark(fields([name, value]))).toMatchObject(expected);
  });
});
