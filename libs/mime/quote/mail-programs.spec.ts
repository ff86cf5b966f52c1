import { htmlToText } from '../html/html-to-text.ts';
import { attributions } from './fixtures/attributions.ts';
import { deviceLines } from './fixtures/device-lines.ts';
import { headerBlocks } from './fixtures/header-blocks.ts';
import { separateReply } from './index.ts';

const reply = (text: string) => separateReply({ text }).replyText;
const ofHtml = (html: string) => separateReply({ text: htmlToText(html), html });

describe('what mail programs print around a quotation', () => {
  it.each(attributions)('ends the answer above: %s', (line) => {
    expect(reply(`Yes.\n\n${line}\n\n> Dear buyer\n> 900 mm`)).toBe('Yes.');
    expect(reply(`Yes.\n${line}\n> Dear buyer\n> 900 mm`)).toBe('Yes.');
    const saysWhoAndWhen = line.includes('@') && /\p{Nd}/u.test(line);
    if (saysWhoAndWhen) expect(reply(`Yes.\n\n${line}\n\nDear buyer\n900 mm`)).toBe('Yes.');
  });

  it.each(attributions.filter((line) => line.length > 55 && !line.includes('টায়')))('knows it wrapped: %s', (line) => {
    const half = line.indexOf(' ', line.length / 2);
    expect(reply(`Yes.\n\n${line.slice(0, half)}\n${line.slice(half + 1)}\n\n> Dear buyer`)).toBe('Yes.');
  });

  it.each(headerBlocks)('ends the answer above the block\n%s', (block) => {
    expect(reply(`Yes.\n\n${block}\n\nDear Ann,\n900 mm it is.`)).toBe('Yes.');
    expect(reply(`Yes.\n${block}\n\nDear Ann,\n900 mm it is.`)).toBe('Yes.');
  });

  it.each(deviceLines)('takes off: %s', (line) => {
    expect(separateReply({ text: `Yes.\n\n${line}` })).toMatchObject({ replyText: 'Yes.', signature: line });
  });

  it.each([
    'Sent via DHL yesterday',
    'Enviado desde China',
    'Para dün gönderildi.',
    'Lähetetty eilen',
    'Sent with thanks',
  ])('keeps what only sounds like it: %s', (line) => {
    expect(reply(`The parcel is back.\n\n${line}`)).toBe(`The parcel is back.\n\n${line}`);
  });
});

describe('HTML of mail programs', () => {
  it('keeps answers between the blockquotes of Gmail', () => {
    const { replyText } = ofHtml(
      '<div>See below.<div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Mar 2026 at 10:00, Li wrote:</div>' +
        '<blockquote class="gmail_quote">Which width?</blockquote><div>900 mm</div>' +
        '<blockquote class="gmail_quote">Which height?</blockquote><div>2100 mm</div></div></div>',
    );
    expect(replyText).toContain('900 mm');
    expect(replyText).toContain('2100 mm');
  });

  it('keeps an answer below the blockquote of Thunderbird, and takes its signature off', () => {
    expect(
      ofHtml(
        '<div class="moz-cite-prefix">Li:</div><blockquote type="cite">Which width?</blockquote><p>900 mm</p><pre class="moz-signature">-- \nAnn\nArchitect</pre>',
      ),
    ).toMatchObject({ replyText: '900 mm', quotedText: 'Li:\n\n> Which width?' });
  });

  it('reads the rule that Outlook draws where the names of the fields are unknown', () => {
    const rule = 'border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm';
    const html = `<p>Yes.</p><div><div style='${rule}'><p><b>Xyz:</b> Li<br><b>Foo:</b> Ann</p></div></div><p>Dear Ann</p>`;
    expect(ofHtml(html)).toMatchObject({ replyText: 'Yes.', quotedText: 'Xyz: Li\nFoo: Ann\n\nDear Ann' });
  });
});
