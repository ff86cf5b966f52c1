import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeWords } from './encoded-words.ts';

const b64 = (bytes: Buffer) => bytes.toString('base64');

describe('decodeWords', () => {
  it.each<[string, string]>([
    ['plain', 'plain'],
    ['=?utf-8?Q?Gr=C3=B6=C3=9Fe?=', 'Größe'],
    ['=?UTF-8?b?6Zeo?=', '门'],
    ['=?utf-8*en?Q?a_b?=', 'a b'],
    ['=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
    ['=?utf-8?Q?a?=\t =?iso-8859-1?Q?=E9?= c', 'aé c'],
    ['a =?utf-8?Q?b?= c', 'a b c'],
    ['=?utf-8?Q?a?=b=?utf-8?Q?c?=', 'abc'],
    ['=?utf-8?Q?with raw blanks?=', 'with raw blanks'],
    ['=?utf-8?Q?What?=3F?=', 'What??'],
    ['=?utf-8?Q?cut off', '=?utf-8?Q?cut off'],
    ['=?utf-8?B?R3LDtsOfZQ', 'Größe'],
    ['=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
    ['=?=?=?utf-8?Q?x?=', '=?=?x'],
    ['=?utf-8?Q??=', ''],
    ['"=?utf-8?Q?x?="', '"x"'],
    ['=?utf-8?B?w6k=w6k=?=', 'éé'],
    ['=?x-unknown?Q?=C3=A9?=', 'é'],
  ])('%s → %s', (value, expected) => {
    expect(decodeWords(value)).toBe(expected);
  });

  it('joins a character that was split over two words', () => {
    const bytes = Buffer.from('门窗');
    const [a, b] = [bytes.subarray(0, 4), bytes.subarray(4)];
    expect(decodeWords(`=?utf-8?B?${b64(a)}?= =?utf-8?B?${b64(b)}?=`)).toBe('门窗');
    const gbk = iconv.encode('门窗', 'gbk');
    expect(decodeWords(`=?gb2312?B?${b64(gbk.subarray(0, 3))}?=\t=?GB2312?B?${b64(gbk.subarray(3))}?=`)).toBe('门窗');
  });

  it('joins base64 that was cut at any place', () => {
    const text = b64(Buffer.from('Größe der Tür'));
    expect(decodeWords(`=?utf-8?B?${text.slice(0, 7)}?= =?utf-8?B?${text.slice(7)}?=`)).toBe('Größe der Tür');
  });

  it('decodes ISO-2022-JP words and raw ISO-2022-JP', () => {
    expect(decodeWords('=?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=')).toBe('こんにちは');
    expect(decodeWords('\x1b$B$3$s$K$A$O\x1b(B')).toBe('こんにちは');
  });

  it('decodes raw 8-bit text: UTF-8, or the charset of the body', () => {
    expect(decodeWords(Buffer.from('Größe').toString('latin1'))).toBe('Größe');
    expect(decodeWords(iconv.encode('цена', 'koi8-r').toString('latin1'), 'koi8-r')).toBe('цена');
    expect(decodeWords(iconv.encode('请报价，谢谢', 'gbk').toString('latin1'))).toBe('请报价，谢谢');
  });

  it('lets no line break or NUL through', () => {
    expect(decodeWords('=?utf-8?Q?a=0D=0ABcc:_x=00?=')).toBe('a Bcc: x');
  });
});
