import { describe, expect, it } from '@jest/globals';
import { faultKindOf, wordsOf } from './fault-kind.ts';

const fault = (fields: object) => Object.assign(new Error('failed'), fields);

describe('the kind of a connection fault', () => {
  it.each([
    [{ code: 'ENOTFOUND' }, 'host'],
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'refused'],
    [{ code: 'CONNECT_TIMEOUT' }, 'timeout'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed certificate' }, 'certificate'],
    [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER', message: 'wrong version number' }, 'tls'],
    [{ authenticationFailed: true }, 'login'],
    [{ code: 'EAUTH', response: '535 5.7.8 Error: authentication failed' }, 'login'],
    // Microsoft 365 refuses a connection beyond its limit with words that look like a login.
    [{ authenticationFailed: true, responseText: 'User is authenticated but not connected.' }, 'throttled'],
    [{ authenticationFailed: true, responseText: 'Maximum number of connections from user+IP exceeded' }, 'throttled'],
    [{ message: 'Command failed', response: { attributes: [{ section: [{ value: 'THROTTLED' }] }] } }, 'throttled'],
    [{ mailboxMissing: true }, 'folder'],
    [{ message: 'something else' }, 'other'],
  ])('of %j is %s', (fields, kind) => {
    expect(faultKindOf(fault(fields))).toBe(kind);
  });

  it('keeps the words of the server before those of the library', () => {
    expect(wordsOf(fault({ message: 'Command failed', responseText: 'Mailbox is\r\n over there' }))).toBe(
      'Mailbox is over there',
    );
  });
});
