import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.ts';

const SENTENCES: [charset: string, text: string][] = [
  ['gb2312', '您好，我想订做一扇门，请报价。'],
  ['gbk', '尺寸：宽900毫米×高2100毫米'],
  ['gb18030', '请问这扇门的价格，谢谢您的邮件'],
  ['big5', '您好，請問這扇門多少錢？'],
  ['shift_jis', 'このドアはいくらですか。①'],
  ['euc-jp', 'ドアの見積もりをお願いします'],
  ['cp949', '이 문은 얼마예요? 똠'],
  ['koi8-r', 'Сколько стоит дверь?'],
  ['windows-1251', 'Нужна входная дверь, цена?'],
  ['windows-1252', 'Größe – “90” × 210 cm €'],
  ['iso-8859-2', 'Ile kosztują drzwi? Żółć'],
  ['windows-1254', 'Kapı ölçüsü şöyle: ğüş'],
  ['windows-1256', 'كم سعر الباب'],
  ['iso-8859-7', 'Πόσο κάνει η πόρτα'],
  ['windows-874', 'ประตูราคาเท่าไหร่'],
  ['windows-1255', 'כמה עולה הדלת'],
  ['cp866', 'Привет мир'],
];

describe('decodeText', () => {
  it.each(SENTENCES)('decodes %s as labelled, and guesses it without a label', (charset, text) => {
    const bytes = iconv.encode(text, charset);
    expect(decodeText(bytes, charset)).toBe(text);
    expect(decodeText(bytes, null)).toBe(text);
    expect(decodeText(bytes, 'us-ascii')).toBe(text);
    expect(decodeText(bytes, 'x-unknown')).toBe(text);
  });

  it.each<[label: string, charset: string, text: string]>([
    ['GB2312', 'gbk', '门'],
    ['cp936', 'gbk', '门'],
    ['"GBK"', 'gbk', '门'],
    ['x-gbk', 'gbk', '门'],
    ['cp932', 'shift_jis', '株①'],
    ['Windows-31J', 'shift_jis', '株①'],
    ['x-sjis', 'shift_jis', '株①'],
    ['cp950', 'big5', '門'],
    ['ks_c_5601-1987', 'cp949', '문'],
    ['x-windows-949', 'cp949', '문'],
    ['win-1251', 'windows-1251', 'дверь'],
    ['cp1251', 'windows-1251', 'дверь'],
    ['iso8859_5', 'iso-8859-5', 'дверь'],
    ['koi8', 'koi8-r', 'дверь'],
    ['8859-15', 'iso-8859-15', 'café'],
    ['latin1', 'windows-1252', 'café'],
    ['tis620', 'windows-874', 'ประตู'],
  ])('knows the label %s', (label, charset, text) => {
    expect(decodeText(iconv.encode(text, charset), label)).toBe(text);
  });

  it('prefers valid UTF-8 to a wrong 8-bit label, and repairs text that only claims to be UTF-8', () => {
    expect(decodeText(Buffer.from('Größe ÄÖ'), 'iso-8859-1')).toBe('Größe ÄÖ');
    expect(decodeText(Buffer.from('我想订做一扇门'), 'gb2312')).toBe('我想订做一扇门');
    expect(decodeText(iconv.encode('Bonjour, ça va à la hauteur?', 'latin1'), 'utf-8')).toBe(
      'Bonjour, ça va à la hauteur?',
    );
    const glued = Buffer.concat([Buffer.from('Größe und Höhe in Zoll — '), Buffer.from([0x47, 0xfc])]);
    expect(decodeText(glued, 'utf-8')).toBe('Größe und Höhe in Zoll — Gü');
    expect(decodeText(Buffer.from('Größe ÄÖ门').subarray(0, -1), 'utf-8')).toBe('Größe ÄÖ\ufffd');
  });

  it('strips a byte order mark', () => {
    expect(decodeText(Buffer.from('\ufeffé'), 'utf-8')).toBe('é');
    expect(decodeText(iconv.encode('é门', 'utf-16', { addBOM: true }), 'utf-16')).toBe('é门');
  });

  it('tells the byte order of unmarked UTF-16', () => {
    expect(decodeText(iconv.encode('Hello', 'utf-16be'), 'utf-16')).toBe('Hello');
    expect(decodeText(iconv.encode('Hello', 'utf-16le'), 'utf-16')).toBe('Hello');
  });

  it('decodes the ISO-2022 family, labelled or not', () => {
    const jis = Buffer.from('\x1b$B$3$s$K$A$O\x1b(B!', 'latin1');
    for (const label of ['iso-2022-jp', 'ISO-2022-JP-MS', 'cp50220', 'us-ascii', null]) {
      expect(decodeText(jis, label)).toBe('こんにちは!');
    }
    expect(decodeText(Buffer.from('\x1b(I11\x1b(B', 'latin1'), 'iso-2022-jp')).toBe('ｱｱ');
    expect(decodeText(Buffer.from('\x1b$B-!\x1b(B', 'latin1'), 'iso-2022-jp')).toBe('①');
    expect(decodeText(Buffer.from('\x1b$)C\x0e9.\x0f ok', 'latin1'), 'iso-2022-kr')).toBe('문 ok');
    expect(decodeText(Buffer.from('\x1b$)A\x0eCE\x0f', 'latin1'), 'iso-2022-cn')).toBe('门');
  });

  it('decodes HZ and UTF-7', () => {
    expect(decodeText(Buffer.from('a ~{CE~} ~~ b'), 'hz-gb-2312')).toBe('a 门 ~ b');
    expect(decodeText(Buffer.from('a ~{CE4:~} b'), null)).toBe('a 门春 b');
    expect(decodeText(Buffer.from('Gr+APYA3w-e +- 1 +AGE'), 'utf-7')).toBe('Größe + 1 a');
  });

  it('uses the charset of the rest of the message for bytes without a label', () => {
    expect(decodeText(Buffer.from([0xe1, 0xe1]), null, 'iso-8859-7')).toBe('αα');
  });

  it('never throws', () => {
    for (const label of [
      'utf-7',
      'iso-2022-jp',
      'hz',
      'iso-2022-kr',
      'utf-16',
      'utf-32',
      'gb18030',
      'x-nonsense',
      '',
    ]) {
      expect(typeof decodeText(Buffer.from([0xff, 0x1b, 0x24, 0x42, 0x7e, 0x7b, 0xfe, 0x2b, 0x41]), label)).toBe(
        'string',
      );
    }
  });
});
