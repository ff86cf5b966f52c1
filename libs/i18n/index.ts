/** Languages the interface is shipped in; the first is the fallback. */
export const interfaceLanguages = ['en', 'zh-CN', 'fr', 'de', 'es', 'pt', 'ar', 'ru'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/**
 * The shipped language nearest to a wish such as `fr-CA` or an Accept-Language list; English where none fits.
 * Source: RFC 4647 §3.4 (lookup), reduced to primary subtags.
 */
export function nearestLanguage(...wishes: (string | null | undefined)[]): InterfaceLanguage {
  for (const wish of wishes.flatMap((w) => w?.split(',') ?? [])) {
    const tag = wish.split(';')[0]?.trim().toLowerCase() ?? '';
    const exact = interfaceLanguages.find((l) => l.toLowerCase() === tag);
    const primary = interfaceLanguages.find((l) => l.split('-')[0] === tag.split('-')[0]);
    if (exact ?? primary) return (exact ?? primary)!;
  }
  return 'en';
}
