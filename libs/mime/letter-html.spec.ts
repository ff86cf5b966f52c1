import { describe, expect, it } from '@jest/globals';
import { composeMessage } from './compose.ts';
import { letterHtml, letterText, picturesNamedIn } from './letter-html.ts';
import { parseMessage } from './parse-message.ts';

const quoted = { attribution: 'On 3 March 2026, Ana Souza wrote:', text: 'Quero <uma> porta\n> antes' };

describe('a letter in two forms', () => {
  it('says the same in both', () => {
    const letter = { text: 'Olá Ana,\n\n900 × 2100 mm & vidro\nAté já', quoted };
    expect(letterText(letter)).toBe(
      'Olá Ana,\n\n900 × 2100 mm & vidro\nAté já\n\nOn 3 March 2026, Ana Souza wrote:\n> Quero <uma> porta\n>> antes',
    );
    const html = letterHtml(letter);
    expect(html).toContain('<p dir="auto">900 × 2100 mm &amp; vidro<br>\nAté já</p>');
    expect(html).toMatch(/<blockquote type="cite">\n<p dir="auto">Quero &lt;uma&gt; porta/);
  });

  it('lets nothing of a text become markup', () => {
    const html = letterHtml({ text: '<script>alert(1)</script> https://a.example/?x="><img src=x onerror=y>' });
    expect(html).not.toMatch(/<script|<img/);
  });

  it('links what is an address, and keeps blanks that set a table', () => {
    const html = letterHtml({ text: 'See https://doors.example/a?b=1&c=2. Or write to sales@doors.example!\nW   900' });
    expect(html).toContain('<a href="https://doors.example/a?b=1&amp;c=2">https://doors.example/a?b=1&amp;c=2</a>. Or');
    expect(html).toContain('<a href="mailto:sales@doors.example">sales@doors.example</a>!');
    expect(html).toContain('W&nbsp;&nbsp; 900');
  });

  it('shows a picture where its name stands alone in brackets, and nowhere else', () => {
    const text = 'The hatch:\n[hatch.png]\nnot [hatch.png] here';
    expect(picturesNamedIn(text, ['hatch.png', 'other.png'])).toEqual(['hatch.png']);
    const html = letterHtml({ text, pictures: [{ name: 'hatch.png', contentId: 'a@b' }] });
    expect(html.match(/<img src="cid:a@b" alt="hatch.png"/g)).toHaveLength(1);
  });

  it('arrives so: text, HTML, the picture inside, the drawing beside, the reply found again', async () => {
    const letter = {
      text: 'See:\n[hatch.png]',
      pictures: [{ name: 'hatch.png', contentId: 'p1@doors.example' }],
      quoted,
    };
    const raw = await composeMessage({
      messageId: 'x@doors.example',
      from: { name: 'Doors', address: 'sales@doors.example' },
      to: [{ name: '', address: 'ana@casa.example' }],
      subject: 'Re: Porta',
      text: letterText(letter),
      html: letterHtml(letter),
      language: 'pt',
      attachments: [
        { name: 'hatch.png', type: 'image/png', content: Buffer.from('png'), contentId: 'p1@doors.example' },
        { name: 'drawing.pdf', type: 'application/pdf', content: Buffer.from('pdf') },
      ],
    });
    expect(raw.toString()).toMatch(/multipart\/mixed[\s\S]*multipart\/(alternative|related)/);
    const read = parseMessage(raw);
    expect(read.text).toContain('> Quero <uma> porta');
    expect(read.replyText.trim()).toMatch(/^See:/);
    expect(read.replyText).not.toContain('Quero');
    expect(read.html).toContain('hatch.png');
    expect(read.attachments.map((a) => [a.name, a.inline])).toEqual([
      ['hatch.png', true],
      ['drawing.pdf', false],
    ]);
  });
});
