import sanitize from 'sanitize-html';

export interface SanitizeOptions {
  /** Address under which an inline picture can be shown; null where the message has no such part. */
  inlineUrl?: (contentId: string) => string | null;
  /** True shows remote pictures (the reader asked for them); otherwise they are counted and kept in data-blocked-src. */
  allowRemoteImages?: boolean;
}

export interface SafeHtml {
  html: string;
  /** Remote pictures that were taken out. */
  blockedImages: number;
}

/** Mail HTML that cannot run, phone home or restyle the page around it. */
export function sanitizeMailHtml(html: string, options: SanitizeOptions = {}): SafeHtml {
  let blockedImages = 0;
  const safe = sanitize(html, {
    allowedTags: [...sanitize.defaults.allowedTags, 'img', 'center', 'font', 'del', 'ins'],
    allowedAttributes: {
      '*': ['dir', 'lang', 'align', 'title'],
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'data-blocked-src', 'data-cid'],
      td: ['colspan', 'rowspan', 'width', 'height', 'valign'],
      th: ['colspan', 'rowspan', 'width', 'height', 'valign'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data', 'blob'] },
    transformTags: {
      a: (tagName, attribs) => ({
        tagName,
        attribs: { ...attribs, target: '_blank', rel: 'noopener noreferrer nofollow' },
      }),
      img: (tagName, attribs) => {
        const { src = '', ...rest } = attribs;
        if (/^cid:/i.test(src)) {
          const id = src.slice(4);
          const url = options.inlineUrl?.(id);
          return { tagName, attribs: { ...rest, 'data-cid': id, ...(url ? { src: url } : {}) } };
        }
        if (/^data:image\/(png|gif|jpe?g|webp);/i.test(src) || (options.allowRemoteImages && /^https?:/i.test(src))) {
          return { tagName, attribs: { ...rest, src } };
        }
        blockedImages++;
        return { tagName, attribs: { ...rest, 'data-blocked-src': src } };
      },
    },
  });
  return { html: safe, blockedImages };
}
