import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { sanitizeMailHtml } from './sanitize-mail-html.ts';

const clean = (html: string) => sanitizeMailHtml(html).html;

describe('sanitizeMailHtml', () => {
  it.each<[string, string, string]>([
    ['scripts', 'a<script>alert(1)</script>b', 'ab'],
    ['handlers', '<p onclick="x()" ONLOAD=y>a</p>', '<p>a</p>'],
    ['script addresses', '<a href=" java\nscript:x">a</a>', '<a>a</a>'],
    ['data addresses', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['encoded addresses', '<a href="&#106;avascript&colon;x">a</a>', '<a>a</a>'],
    ['relative addresses', '<a href="/settings">a</a>', '<a>a</a>'],
    ['frames', '<iframe srcdoc="<b>x</b>"><b>y</b></iframe>z', 'z'],
    ['foreign elements', '<svg><style><img src=x onerror=y></style></svg><math><mi>x</mi></math>z', 'z'],
    ['forms', '<form action=x><input name=a><button>Go</button></form>', 'Go'],
    ['page styles', '<style>body{display:none}</style><link rel=stylesheet href=x><base href=x>a', 'a'],
    ['ids and classes', '<p id=root class=app>a</p>', '<p>a</p>'],
    ['comments', 'a<!-- <b> -->b<!--[if mso]><script>x</script><![endif]-->', 'ab'],
    ['unclosed elements', '<div><b>a', '<div><b>a</b></div>'],
    ['closing tags of the page around', 'a</div></div></body>b', 'ab'],
    ['text that looks like markup', '&lt;script&gt;', '&lt;script&gt;'],
    ['unfinished tags', 'a<img src=x onerror=y', 'a<img>'],
    ['a title', '<title>t</title>a', 'a'],
  ])('removes %s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it('leaves a mark on what mail programs quote', () => {
    expect(clean('<div class="gmail_quote x" id="divRplyFwdMsg">a</div>')).toBe('<div data-quoted="">a</div>');
  });

  it('opens links in a window that knows nothing of ours', () => {
    expect(clean('<a href="https://x.example/?a=1&amp;b=2">a</a>')).toBe(
      '<a href="https://x.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">a</a>',
    );
  });

  it('keeps harmless styles and nothing that loads, escapes or covers', () => {
    expect(
      clean('<p style="color:#333;font-family:Arial, \'Helvetica Neue\';background-color:rgb(1, 2, 3)">a</p>'),
    ).toBe('<p style="color:#333;font-family:arial, \'helvetica neue\';background-color:rgb(1, 2, 3)">a</p>');
    for (const style of [
      'position:fixed',
      'background:url(https://x.example/a.gif)',
      'width:expression(alert(1))',
      'color:red\\3b',
      'behavior:url(x)',
      'margin-top:-500px',
      'font-size:99999px',
      '-moz-binding:url(x)',
      'display:grid',
      "color:'</style>",
    ]) {
      expect(clean(`<p style="${style}">a</p>`)).toBe('<p>a</p>');
    }
  });

  it('blocks remote pictures, counts them and keeps their address', () => {
    const html =
      '<img src="https://t.example/p.gif" width=1><img src=//t.example/q.gif srcset="x 2x"><td background="http://t.example/b.gif">';
    const safe = sanitizeMailHtml(html);
    expect(safe.blockedImages).toBe(3);
    expect(safe.html).toBe(
      '<img data-blocked-src="https://t.example/p.gif" width="1"><img data-blocked-src="https://t.example/q.gif"><td></td>',
    );
    expect(sanitizeMailHtml(html, { allowRemoteImages: true }).html).toContain('src="https://t.example/p.gif"');
  });

  it('shows inline pictures by the address the caller gives', () => {
    const inlineUrl = (id: string) => (id === 'a@b' ? '/files/1' : null);
    expect(sanitizeMailHtml('<img src="cid:a@b"><img src="cid:x">', { inlineUrl }).html).toBe(
      '<img data-cid="a@b" src="/files/1"><img data-cid="x">',
    );
    expect(clean('<img src="data:image/png;base64,iVBOR=">')).toBe('<img src="data:image/png;base64,iVBOR=">');
    expect(clean('<img src="data:image/svg+xml;base64,PHN2Zz4=">')).toBe('<img>');
  });

  it('loses no message to an element that is never closed', () => {
    expect(clean('<object><p>The whole message')).toContain('The whole message');
  });

  it('stays inert and whole whatever comes in', () => {
    const pieces = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<style>',
      '</style>',
      '<math>',
      '<p title="',
      '"',
      "'",
      '`',
      '<!--',
      '-->',
      '<a href="javascript:x">',
      '</',
      '<img src=x onerror=x>',
      '<table>',
      '<td>',
      '</p>',
      '&lt;',
      '&#0;',
      '<noscript>',
      '<template>',
      '<xmp>',
      '<select>',
      '\0',
      'text',
      '>',
      '<',
      '=',
      '/',
    );
    const { DOMParser } = new JSDOM('').window;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const page = `<div id="host">${clean(parts.join(''))}</div><p id="after"></p>`;
        const document = new DOMParser().parseFromString(page, 'text/html');
        expect(
          document.querySelector('script,style,svg,math,iframe,object,embed,form,input,link,meta,base'),
        ).toBeNull();
        for (const element of document.querySelectorAll('#host *')) {
          for (const { name, value } of element.attributes) {
            expect(name).not.toMatch(/^on|^srcdoc$/);
            expect(value).not.toMatch(/^\s*javascript:/i);
          }
        }
        expect(document.getElementById('after')?.parentElement?.tagName).toBe('BODY');
      }),
      { numRuns: 300 },
    );
  });
});
