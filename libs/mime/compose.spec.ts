import { describe, expect, it } from '@jest/globals';
import { composeMessage, isRightToLeft, type OutgoingMail, trimReferences } from './compose.ts';
import { parseMessage } from './parse-message.ts';

const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: 'm.1@shop.example',
  from: { name: 'Türen & Fenster', address: 'info@shop.example' },
  to: [{ name: 'Doe, John', address: 'j@d.example' }],
  subject: 'Angebot für Ihre Tür',
  text: 'Guten Tag\n',
  ...changes,
});
const sent = async (changes?: Partial<OutgoingMail>) => (await composeMessage(mail(changes))).toString('latin1');
const read = async (changes?: Partial<OutgoingMail>) => parseMessage(await composeMessage(mail(changes)));

describe('composeMessage', () => {
  it('is read back as it was written, in every script', async () => {
    for (const text of ['Grüße, 90 × 210 cm', '您好，请报价', 'مرحبا، باب', 'Дверь', 'ドア', '문']) {
      const parsed = await read({
        subject: text,
        text: `${text}\n> ${text}\nFrom here\n.\n${text.repeat(200)}`,
        from: { name: text, address: 'a@b.example' },
      });
      expect(parsed.subject).toBe(text);
      expect(parsed.from).toEqual([{ name: text, address: 'a@b.example' }]);
      expect(parsed.text.trimEnd()).toBe(`${text}\n> ${text}\nFrom here\n.\n${text.repeat(200)}`);
    }
  });

  it('keeps blanks at line ends and long lines: no format=flowed', async () => {
    const text = `a  \n  b\n${'long word '.repeat(300)}\n-- \nme`;
    const raw = await sent({ text });
    expect(raw).not.toMatch(/format=flowed/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(parseMessage(Buffer.from(raw, 'latin1')).text.trimEnd()).toBe(text);
  });

  it('threads: Message-ID, In-Reply-To and References with the middle left out', async () => {
    const references = Array.from({ length: 60 }, (_, i) => `r${i}@x.example`);
    const parsed = await read({ inReplyTo: '<r59@x.example>', references });
    expect(parsed.messageId).toBe('m.1@shop.example');
    expect(parsed.inReplyTo).toBe('r59@x.example');
    expect(parsed.references).toEqual([...references.slice(0, 2), ...references.slice(-22)]);
    expect(trimReferences(['a@b', '<a@b>', 'c@d'])).toEqual(['a@b', 'c@d']);
  });

  it('carries attachments and pictures in place', async () => {
    const parsed = await read({
      html: '<p>Skizze <img src="cid:p1"></p>',
      attachments: [
        { name: 'Größe 门.pdf', type: 'application/pdf', content: Buffer.from('pdf') },
        { name: 'p.png', type: 'image/png', content: Buffer.from('png'), contentId: 'p1' },
      ],
    });
    expect(parsed.html).toContain('cid:p1');
    expect(parsed.attachments.map((a) => [a.name, a.type, a.inline, a.content.toString()])).toEqual([
      ['p.png', 'image/png', true, 'png'],
      ['Größe 门.pdf', 'application/pdf', false, 'pdf'],
    ]);
  });

  it('marks automatic mail only where asked', async () => {
    expect(await sent()).not.toMatch(/Auto-Submitted|X-Auto-Response-Suppress|Precedence/i);
    expect(await sent({ autoSubmitted: 'auto-replied', suppressAutoResponse: true })).toMatch(
      /Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All/,
    );
  });

  it('says the direction of right-to-left text', async () => {
    const parsed = await read({ text: 'مرحبا <b>\nباب', language: 'ar' });
    expect(parsed.html).toBe('<div dir="rtl" lang="ar">مرحبا &lt;b&gt;<br>\nباب</div>');
    expect((await read({ language: 'de' })).html).toBeNull();
    expect([isRightToLeft('he-IL'), isRightToLeft('fa'), isRightToLeft('en'), isRightToLeft(undefined)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('lets no header be smuggled in', async () => {
    const raw = await sent({
      subject: 'x\r\nBcc: evil@x.example',
      headers: { 'X-Store': 'a\r\nBcc: evil@x.example', 'Bad Name:': 'x' },
    });
    expect(raw).not.toMatch(/^Bcc:/im);
    expect(raw).not.toMatch(/Bad Name/);
  });
});
