const PROPERTIES = new Set(
  `background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse
  border-color border-left border-left-color border-left-style border-left-width border-radius border-right
  border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color
  border-top-style border-top-width border-width caption-side clear color direction display float font font-family
  font-size font-style font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom
  margin-left margin-right margin-top max-height max-width min-width padding padding-bottom padding-left padding-right
  padding-top table-layout text-align text-decoration text-indent text-transform unicode-bidi vertical-align white-space
  width word-break word-spacing overflow-wrap`.split(/\s+/),
);
const DISPLAYS = /^(?:inline|block|inline-block|none|table|table-row|table-cell|table-row-group|list-item)$/;
// Everything that can load, run, escape or address something is outside of this alphabet: no (), \, @, <, url.
const VALUE = /^[a-z0-9#%.,'" !-]{1,300}$/;
const COLOUR_FUNCTION = /\b(?:rgb|rgba|hsl|hsla)\([0-9.,%\s/]{1,60}\)/g;
const MAX_STYLE = 8_000;
const MAX_LENGTH = 2_000;

function safeValue(property: string, raw: string): string | null {
  const value = raw.trim().toLowerCase();
  if (!VALUE.test(value.replace(COLOUR_FUNCTION, 'x'))) return null;
  if (property === 'display' && !DISPLAYS.test(value)) return null;
  // Negative boxes lie over the page around the message.
  if (/^(?:margin|text-indent|letter-spacing|word-spacing)/.test(property) && /(?:^|\s)-/.test(value)) return null;
  const numbers = value.match(/\d+(?:\.\d+)?/g) ?? [];
  if (!value.includes('#') && !value.includes('(') && numbers.some((n) => Number(n) > MAX_LENGTH)) return null;
  return value.replaceAll('"', "'");
}

export interface SafeStyle {
  style: string;
  /** True where a value wanted to load something from elsewhere. */
  loads: boolean;
}

/** The harmless declarations of a style attribute. */
export function safeStyle(raw: string): SafeStyle {
  const kept: string[] = [];
  const text = raw.length > MAX_STYLE ? raw.slice(0, MAX_STYLE) : raw;
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 1) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    if (!PROPERTIES.has(property)) continue;
    const value = safeValue(property, declaration.slice(colon + 1));
    if (value !== null) kept.push(`${property}:${value}`);
  }
  return { style: kept.join(';'), loads: /url\s*\(\s*['"]?\s*(?:https?:)?\/\//i.test(text) };
}
