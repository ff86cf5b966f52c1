import { describe, expect, it } from '@jest/globals';
import { readHeaderBlock } from './header-block.ts';

const read = (text: string) => {
  const source = Buffer.from(text, 'latin1');
  const { fields, bodyStart } = readHeaderBlock(source, 0, source.length);
  return { fields: fields.map((f) => `${f.name}=${f.value}`), body: source.toString('latin1', bodyStart) };
};

describe('readHeaderBlock', () => {
  it('unfolds and ends at the empty line, with CRLF and with LF', () => {
    for (const eol of ['\r\n', '\n']) {
      const text = ['Subject: one', '\ttwo', ' three', 'From: a@b', '', 'body', ''].join(eol);
      expect(read(text)).toEqual({ fields: ['Subject=one two three', 'From=a@b'], body: `body${eol}` });
    }
  });

  it('takes blanks before the colon and empty values', () => {
    expect(read('Subject : x\nX-Empty:\nTo: y\n\n').fields).toEqual(['Subject=x', 'X-Empty=', 'To=y']);
  });

  it('skips an mbox separator line', () => {
    expect(read('From a@b Thu Jan 1 00:00:00 1970\nSubject: x\n\nb').fields).toEqual(['Subject=x']);
    expect(read('>From a@b\nSubject: x\n\nb').fields).toEqual(['Subject=x']);
  });

  it('drops a stray line between fields but joins a visibly unfinished one', () => {
    expect(read('Subject: x\nstray words here\nTo: a@b\n\n').fields).toEqual(['Subject=x', 'To=a@b']);
    expect(read('To: a@b,\nc@d\nSubject: x\n\n').fields).toEqual(['To=a@b, c@d', 'Subject=x']);
    expect(read('Subject: =?utf-8?Q?a?=\n=?utf-8?Q?b?=\nTo: x\n\n').fields[0]).toBe(
      'Subject==?utf-8?Q?a?= =?utf-8?Q?b?=',
    );
  });

  it('finds the body where the empty line was forgotten', () => {
    expect(read('Subject: x\nHello there\nmore')).toEqual({ fields: ['Subject=x'], body: 'Hello there\nmore' });
    expect(read('Content-Type: text/plain\n--boundary\n').body).toBe('--boundary\n');
  });

  it('ends at a line of blanks only where the body follows', () => {
    expect(read('Subject: x\n \nHello').body).toBe('Hello');
    expect(read('Subject: x\n \nTo: a@b\n\nHello').fields).toEqual(['Subject=x', 'To=a@b']);
  });

  it('reads a header without a body', () => {
    expect(read('Subject: x')).toEqual({ fields: ['Subject=x'], body: '' });
  });
});
