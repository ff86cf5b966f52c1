import { describe, expect, it } from '@jest/globals';
import { joinFlowedLines } from './flowed-text.ts';
import { decodeBase64, decodeQuotedPrintable, transferEncoding } from './transfer-encoding.ts';
import { decodeUuencodedBody, takeUuencoded } from './uuencode.ts';

const text = (bytes: Buffer) => bytes.toString('latin1');

describe('transfer encodings', () => {
  it.each<[string, string]>([
    ['BASE64', 'base64'],
    [' quoted-printable (comment)', 'quoted-printable'],
    ['x-uuencode', 'uuencode'],
    ['x-uue', 'uuencode'],
    ['8bit', 'identity'],
    ['x-nonsense', 'identity'],
    ['', 'identity'],
  ])('%s is %s', (value, expected) => {
    expect(transferEncoding(value)).toBe(expected);
  });

  it('decodes base64 with breaks, junk and padding in the middle', () => {
    expect(text(decodeBase64(Buffer.from('SGVs\r\nbG8h')))).toBe('Hello!');
    expect(text(decodeBase64(Buffer.from('SGVsbG8=')))).toBe('Hello');
    expect(text(decodeBase64(Buffer.from('SGVsbG8=\r\nIFdvcmxk\r\n=')))).toBe('Hello World');
    expect(text(decodeBase64(Buffer.from('SGVsbG8')))).toBe('Hello');
    expect(decodeBase64(Buffer.from('')).length).toBe(0);
  });

  it.each<[string, string]>([
    ['a=3Db', 'a=b'],
    ['caf=c3=a9', 'cafÃ©'],
    ['soft=\r\nbreak', 'softbreak'],
    ['soft= \t\nbreak', 'softbreak'],
    ['lone = sign', 'lone = sign'],
    ['=ZZ', '=ZZ'],
    ['end=', 'end'],
    ['a=\r\n', 'a'],
  ])('decodes quoted-printable %j', (value, expected) => {
    expect(text(decodeQuotedPrintable(Buffer.from(value)))).toBe(expected);
  });
});

describe('joinFlowedLines (RFC 3676)', () => {
  it('joins soft breaks, keeps hard ones and the signature line', () => {
    expect(joinFlowedLines('one \ntwo\nthree\n-- \nme', false)).toBe('one two\nthree\n-- \nme');
  });
  it('removes the blank with DelSp and space-stuffing', () => {
    expect(joinFlowedLines('門の \n寸法', true)).toBe('門の寸法');
    expect(joinFlowedLines(' >not quoted\n From', false)).toBe('>not quoted\nFrom');
  });
  it('joins quoted lines of the same depth only', () => {
    expect(joinFlowedLines('> a \n> b\n>> c \n> d', false)).toBe('> a b\n>> c \n> d');
  });
});

describe('uuencode', () => {
  const encoded = 'begin 644 door.txt\n&1&]O<B$*\n`\nend';

  it('takes files out of a text', () => {
    const { text: rest, files } = takeUuencoded(`Hello\n${encoded}\nBye`);
    expect(rest).toBe('Hello\nBye');
    expect(files.map((f) => [f.name, text(f.content)])).toEqual([['door.txt', 'Door!\n']]);
  });

  it('leaves ordinary text alone', () => {
    for (const plain of ['begin 644 x', 'begin at the begin\nend', 'begin 644 x\nnot encoded at all, äöü\nend']) {
      expect(takeUuencoded(plain)).toEqual({ text: plain, files: [] });
    }
  });

  it('decodes a whole body', () => {
    expect(text(decodeUuencodedBody(Buffer.from(encoded.replaceAll('\n', '\r\n'))))).toBe('Door!\n');
    expect(text(decodeUuencodedBody(Buffer.from('nothing')))).toBe('nothing');
  });
});
