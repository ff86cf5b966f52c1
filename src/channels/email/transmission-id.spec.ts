import { describe, expect, it } from '@jest/globals';
import { transmissionId } from './transmission-id.ts';

const mail = (extra: string, body = 'Hello') =>
  Buffer.from(`${extra}From: a@example.org\r\nMessage-ID: <x1@example.org>\r\nSubject: s\r\n\r\n${body}\r\n`);

describe('the id of a transmission', () => {
  it('stays when the sender tries again with new trace lines', () => {
    const first = mail('Received: from a by b;\r\n Mon, 2 Mar 2026 10:00:00 +0000\r\n');
    const again = mail('Return-Path: <a@example.org>\r\nReceived: from a by b;\r\n Mon, 2 Mar 2026 10:09:00 +0000\r\n');
    expect(transmissionId(again)).toBe(transmissionId(first));
  });

  it('differs for two mails with one Message-ID', () => {
    expect(transmissionId(mail('', 'Hello'))).not.toBe(transmissionId(mail('', 'Hello again')));
  });

  it('covers what lies beyond the header', () => {
    const long = 'x'.repeat(100_000);
    expect(transmissionId(mail('', `${long}1`))).not.toBe(transmissionId(mail('', `${long}2`)));
  });
});
