import { describe, expect, it } from '@jest/globals';
import { readAddresses } from './addresses.ts';

const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const one = (value: string) =>
  readAddresses(value).map(({ name, address }) => (name ? `${name} <${address}>` : address));

describe('readAddresses', () => {
  it.each<[string, string[]]>([
    ['a@b.example', ['a@b.example']],
    ['<a@b.example>', ['a@b.example']],
    ['John Doe <j@d.example>', ['John Doe <j@d.example>']],
    ['"Doe, John" <j@d.example>, b@c.example', ['Doe, John <j@d.example>', 'b@c.example']],
    ['Doe, John <j@d.example>', ['Doe, John <j@d.example>']],
    ['"a \\"b\\" c" <x@y.example>', ['a "b" c <x@y.example>']],
    ['j@d.example (John Doe)', ['John Doe <j@d.example>']],
    ['"" (Mail Delivery System)', ['Mail Delivery System <>']],
    ['a@b.example; c@d.example', ['a@b.example', 'c@d.example']],
    ['Friends: a@b.example, "C" <c@d.example>;', ['a@b.example', 'C <c@d.example>']],
    ['undisclosed-recipients:;', []],
    ['<@relay.example,@r2.example:u@h.example>', ['u@h.example']],
    ['"quoted local"@h.example', ['"quoted local"@h.example']],
    ['mailto:a@b.example', ['a@b.example']],
    ['Name <mailto:a@b.example>', ['Name <a@b.example>']],
    ['Name <a@b.example', ['Name <a@b.example>']],
    ['Name a@b.example', ['Name <a@b.example>']],
    ['user @ host.example', ['user@host.example']],
    ['Name < a @ b.example >', ['Name <a@b.example>']],
    ['"a@b.example" <a@b.example>', ['a@b.example <a@b.example>']],
    ["'a@b.example' <a@b.example>", ['a@b.example <a@b.example>']],
    ['Name <nick> <a@b.example>', ['Name <nick> <a@b.example>']],
    ['<a@b.example>, ,, <c@d.example>,', ['a@b.example', 'c@d.example']],
    ['=?utf-8?Q?M=C3=BCller,_Dr.?= <m@x.example>', ['Müller, Dr. <m@x.example>']],
    ['=?utf-8?B?5byg5LiJ?= <z@x.example>', ['张三 <z@x.example>']],
    ['=?utf-8?Q?"J=C3=B6rg"?= <z@x.example>', ['Jörg <z@x.example>']],
    ['=?utf-8?Q?Jo_=3Cj@x.example=3E?=', ['Jo <j@x.example>']],
    ['"=?iso-8859-1?Q?Ren=E9?=" <r@x.example>', ['René <r@x.example>']],
    ['  ', []],
  ])('reads %s', (value, expected) => {
    expect(one(value)).toEqual(expected);
  });

  it('reads raw UTF-8 in names and addresses (RFC 6532)', () => {
    expect(readAddresses(latin1('用户 <用户@例子.example>'))).toEqual([{ name: '用户', address: '用户@例子.example' }]);
  });

  it('reads raw 8-bit names in the charset of the body', () => {
    const raw = Buffer.from([0xcd, 0xe0, 0xf2, 0xe0, 0xeb, 0xfc, 0xff]).toString('latin1');
    expect(readAddresses(`${raw} <n@x.example>`, 'windows-1251')[0]?.name).toBe('Наталья');
  });

  it.each(['"', '"\\"', '(((', '<', '>', '<<>>', '@', ',', ';', ':', '= ?=', '\\', '"a" "b', '<a@b', 'a@'])(
    'survives %s',
    (value) => {
      expect(Array.isArray(readAddresses(value))).toBe(true);
    },
  );
});
