import { describe, expect, it } from '@jest/globals';
import { htmlToText } from './html-to-text.ts';

describe('htmlToText', () => {
  it.each<[string, string, string]>([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['lines', '<div>One</div><div>Two<br>Three</div>', 'One\nTwo\nThree'],
    ['empty lines of Gmail', '<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['white space', '  <b>One</b>\n  <i>two</i>,three ', 'One two,three'],
    ['blanks between elements', 'a<b> b</b> <i>c</i>d', 'a b cd'],
    ['entities', '&lt;90 &times; 210&nbsp;cm&gt; &#38; &#x95E8; &euro;', '<90 × 210 cm> & 门 €'],
    ['lists', '<ul><li>a<li>b</ul><ol><li>c</li><li><p>d</p></li></ol>', '- a\n- b\n\n1. c\n2. d'],
    ['tables', '<table><tr><td>Width<td>900<tr><td>Height</td><td>2100</td></tr></table>', 'Width 900\nHeight 2100'],
    ['preformatted text', '<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['quotes', 'New<blockquote><p>old</p><p>older</p></blockquote>newer', 'New\n\n> old\n>\n> older\n\nnewer'],
    ['head, script and style', '<head><title>t</title><style>p{}</style></head><script>x</script>y', 'y'],
    ['comments', 'a<!-- b --><!--[if mso]>c<![endif]--><![if !mso]>d<![endif]>', 'ad'],
    ['hidden text', 'a<span style="display:none">b</span><div style="mso-hide:all">c</div>', 'a'],
    ['emoji pictures', 'ok <img alt="👍" src="x"><img alt="Logo of us" src="y">', 'ok 👍'],
    ['links', '<a href="https://x.example">text</a>', 'text'],
    ['a bare sign', '1 < 2 and <3', '1 < 2 and <3'],
    ['unfinished markup', 'a <b', 'a'],
    ['an unfinished attribute', 'a <b title="x>c</b>d', 'a cd'],
    ['text area', '<textarea>a\nb</textarea>', 'a\nb'],
    ['nothing', '', ''],
  ])('reads %s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('loses nothing where the hiding element is never closed', () => {
    expect(htmlToText('<div style="display:none">pre<p>The whole message')).toContain('The whole message');
  });

  it('shows the body where the head is never closed', () => {
    expect(htmlToText('<html><head><meta x><body>Hello</body>')).toBe('Hello');
  });
});
