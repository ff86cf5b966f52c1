import { describe, expect, it } from '@jest/globals';
import { outcomeOfFault } from './send-outcome.ts';

const fault = (code: string, responseCode?: number) => ({ code, responseCode, message: 'it broke' });

describe('what a fault means for the message', () => {
  it.each([
    ['an answer 5xx, whenever it comes', fault('EMESSAGE', 554), true, 'refused'],
    ['an answer 4xx to the final dot', fault('EMESSAGE', 451), true, 'later'],
    ['a greylisted recipient', fault('EENVELOPE', 450), false, 'later'],
    ['no connection', fault('ESOCKET'), false, 'later'],
    ['a connection lost before the end was handed over', fault('ECONNECTION'), false, 'later'],
    ['a connection lost after the end was handed over', fault('ECONNECTION'), true, 'uncertain'],
    ['silence after the end was handed over', fault('ETIMEDOUT'), true, 'uncertain'],
    ['an address no server can take', fault('EENVELOPE'), false, 'refused'],
    ['a message larger than the server takes', fault('EMESSAGE'), false, 'refused'],
    ['a refused sign-in', fault('EAUTH', 535), false, 'refused'],
    ['no TLS', fault('ETLS'), false, 'later'],
  ])('%s', (_name, error, mayHaveLeft, kind) => {
    expect(outcomeOfFault(error, mayHaveLeft).kind).toBe(kind);
  });
});
