import { describe, expect, it } from '@jest/globals';
import { readParameterised } from './parameters.ts';

const param = (field: string, name: string) => readParameterised(field).params.get(name);

describe('readParameterised', () => {
  it('reads value and parameters, comments left out', () => {
    const { value, params } = readParameterised('Text/Plain; charset=us-ascii (Plain text); format="flowed"');
    expect(value).toBe('text/plain');
    expect(Object.fromEntries(params)).toEqual({ charset: 'us-ascii', format: 'flowed' });
  });

  it.each<[string, string, string | undefined]>([
    ['attachment; filename="a;b=c.pdf"', 'filename', 'a;b=c.pdf'],
    ['attachment; filename=my file (1).pdf', 'filename', 'my file (1).pdf'],
    ['attachment; filename="say \\"hi\\".txt"', 'filename', 'say "hi".txt'],
    ['attachment; filename="C:\\dir\\a.txt"', 'filename', 'C:\\dir\\a.txt'],
    ["attachment; filename*=UTF-8''%E9%97%A8.pdf", 'filename', '门.pdf'],
    ["attachment; filename*0*=iso-8859-1'fr'R%E9; filename*1=sum; filename*2*=%E9.doc", 'filename', 'Résumé.doc'],
    ['attachment; filename*1=b.pdf; filename*0=a', 'filename', 'ab.pdf'],
    ['attachment; filename="=?utf-8?B?6Zeo?=.pdf"', 'filename', '门.pdf'],
    ['attachment; filename="=?gb2312?B?w8U=?=\t=?gb2312?B?LnBkZg==?="', 'filename', '门.pdf'],
    ['attachment; filename="%E9%97%A8.pdf"', 'filename', '门.pdf'],
    ['attachment; filename="100%.pdf"', 'filename', '100%.pdf'],
    ['text/html charset=utf-8', 'charset', 'utf-8'],
    ['multipart/mixed; boundary=a=b', 'boundary', 'a=b'],
    ['multipart/mixed; boundary="a b"; type="x"', 'boundary', 'a b'],
    ['multipart/mixed; boundary="x" charset="y"', 'charset', 'y'],
    ['text/plain;;; ; charset = utf-8', 'charset', 'utf-8'],
    ['text/plain; name="unfinished', 'name', 'unfinished'],
    ['charset=utf-8', 'charset', 'utf-8'],
    ["attachment; filename*=utf-8''a.pdf; filename=b.pdf", 'filename', 'a.pdf'],
  ])('%s → %s', (field, name, expected) => {
    expect(param(field, name)).toBe(expected);
  });

  it('reads raw 8-bit names, guessing UTF-8 or the charset of the body', () => {
    const field = Buffer.from('attachment; filename="Größe.pdf"', 'utf8').toString('latin1');
    expect(param(field, 'filename')).toBe('Größe.pdf');
    const russian = Buffer.from([0xf6, 0xe5, 0xed, 0xe0]).toString('latin1');
    expect(readParameterised(`attachment; filename="${russian}.xls"`, 'windows-1251').params.get('filename')).toBe(
      'цена.xls',
    );
  });
});
