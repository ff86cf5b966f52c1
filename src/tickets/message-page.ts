import { sanitizeMailHtml } from '../../libs/mime/index.ts';

/** Answers of the mail's own page: it may show pictures of ours and nothing else. */
export const messagePageHeaders = (withImages: boolean): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:${withImages ? ' https:' : ''}; font-src data:; sandbox allow-popups allow-popups-to-escape-sandbox allow-same-origin`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, max-age=3600',
});

/** A buyer's HTML as a page of its own for a sandboxed frame: scripts, forms and remote content are gone, links open outside. */
export function messagePage(
  html: string,
  attachments: readonly { id: string; contentId: string | null }[],
  withImages: boolean,
): string {
  const safe = sanitizeMailHtml(html, {
    inlineUrl: (contentId) => {
      const found = attachments.find((a) => a.contentId === contentId);
      return found ? `/api/v1/attachments/${found.id}` : null;
    },
    allowRemoteImages: withImages,
  });
  return `<!doctype html><html><head><meta charset="utf-8"><base target="_blank"><style>
body{margin:0;padding:0;font:15px/1.5 "Inter Variable",Inter,"Noto Sans SC Variable","Noto Sans Arabic Variable",system-ui,sans-serif;color:#1c2024;background:#fff;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin-inline:0;padding-inline-start:12px;border-inline-start:2px solid #d0d5dd;color:#667085}a{color:#1c5fb8}pre{white-space:pre-wrap}
</style></head><body dir="auto">${safe.html}</body></html>`;
}
