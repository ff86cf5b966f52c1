import type { Letter } from './letter.ts';
import { attributionLine, forwardedInText, outlookBlock, type Quote, qqBlock, usesOutlookBlock } from './quoting.ts';

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const withBreaks = (text: string) => text.split('\n').map(escapeHtml).join('<br>\r\n');

/** Paragraph marks of each program: what its HTML looks like on the wire. */
function bodyOf(text: string, letter: Letter): string {
  const direction = letter.rightToLeft ? ' dir="rtl"' : '';
  const parts = text.split('\n\n');
  switch (letter.client) {
    case 'outlook':
      return parts
        .map((p) => `<p class="MsoNormal"${direction}>${withBreaks(p)}<o:p></o:p></p>`)
        .join('\r\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\r\n');
    case 'outlookMobile':
    case 'qq':
    case 'netease':
      return parts.map((p) => `<div${direction}>${withBreaks(p)}</div>`).join('\r\n<div><br></div>\r\n');
    case 'webmail':
      return `<table width="100%" cellpadding="0"><tr><td${direction}>${parts.map((p) => `<p>${withBreaks(p)}</p>`).join('\r\n')}</td></tr></table>`;
    default:
      return `<div dir="${letter.rightToLeft ? 'rtl' : 'ltr'}">${parts.map(withBreaks).join('<br>\r\n<br>\r\n')}</div>`;
  }
}

function signatureOf(letter: Letter): string {
  if (!letter.signature) return '';
  const text = withBreaks(letter.signature);
  if (letter.client === 'outlook')
    return `<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal"><span style="font-size:9.0pt;color:#1F3864">${text}</span><o:p></o:p></p>`;
  if (letter.client === 'gmail' || !letter.client) {
    return `<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">${text}</div>`;
  }
  return `<br><div class="signature">${text}</div>`;
}

function quoteOf(quote: Quote, letter: Letter): string {
  const client = letter.client ?? 'gmail';
  const language = letter.language ?? 'en';
  const text = withBreaks(quote.text);
  if (usesOutlookBlock(client)) {
    const [from, ...rest] = outlookBlock(quote, language).map((line) =>
      line.replace(/^([^:]+:)(.*)$/, (_all, word, value) => `<b>${escapeHtml(word)}</b>${escapeHtml(value)}`),
    );
    const head = [from, ...rest].join('<br>\r\n');
    if (client === 'outlookMobile')
      return `<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">${head}</div><div>${text}</div>`;
    return `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${head}<o:p></o:p></p></div></div><p class="MsoNormal">${text}<o:p></o:p></p>`;
  }
  if (client === 'qq') {
    const [ruler, ...head] = qqBlock(quote);
    return `<div><br></div><div style="font-size:12px;padding:2px 0;">${ruler}</div><div style="font-size:12px;background:#efefef;padding:8px;">${head.map((line) => `<div>${escapeHtml(line)}</div>`).join('')}</div><div>${text}</div>`;
  }
  const line = escapeHtml(attributionLine(quote, client, language));
  if (client === 'apple' || client === 'iphone')
    return `<div><br><blockquote type="cite"><div>${line}</div><br><div>${text}</div></blockquote></div>`;
  if (client === 'netease')
    return `<div>${line}</div><blockquote id="isReplyContent" style="padding-left:1ex;margin:0;border-left:#ccc 1px solid">${text}</blockquote>`;
  if (client === 'yahoo')
    return `<div id="yahoo_quoted_1" class="yahoo_quoted"><div>${line}</div><div>${text}</div></div>`;
  if (client === 'yandex' || client === 'mailru') return `<div>${line}</div><blockquote>${text}</blockquote>`;
  return `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${line}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${text}</blockquote></div>`;
}

const outlookHead =
  '<head><meta http-equiv="Content-Type" content="text/html; charset=CHARSET"><meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} --></style></head>';

/** The letter as HTML, in the manner of its mail program. */
export function htmlOf(letter: Letter, quote: Quote | null, forwarded: Quote | null): string {
  const charset = letter.statedCharset ?? letter.charset ?? 'utf-8';
  const pictures = (letter.pictures ?? [])
    .map((p) => `<div><br></div><img src="cid:${p.contentId}" alt="${escapeHtml(p.name)}" width="160">`)
    .join('\r\n');
  const tail = forwarded
    ? `<br><div class="gmail_quote">${withBreaks(forwardedInText(forwarded, letter.client ?? 'gmail', letter.language ?? 'en'))}</div>`
    : '';
  const body = `${bodyOf(letter.text, letter)}\r\n${pictures}${signatureOf(letter)}\r\n${quote ? quoteOf(quote, letter) : ''}${tail}`;
  const head =
    letter.client === 'outlook'
      ? outlookHead.replace('CHARSET', charset)
      : `<head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>`;
  if (letter.client === 'outlook')
    return `<html xmlns:o="urn:schemas-microsoft-com:office:office">${head}<body lang="${letter.language ?? 'en'}"><div class="WordSection1">${body}</div></body></html>`;
  return letter.client === 'gmail' || !letter.client ? body : `<html>${head}<body>${body}</body></html>`;
}
