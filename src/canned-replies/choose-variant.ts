export interface VariantChoice {
  language: string;
  country: string | null;
}

const primary = (language: string): string => language.split('-')[0]!;

/**
 * The variant a buyer should get: same language and country, same language, a sister of the language (pt-BR for pt), then
 * the reply's source. Anything but a variant in the wanted language is a fallback and is shown as one.
 */
export function chooseVariant<V extends VariantChoice>(
  variants: readonly V[],
  wanted: { language: string; country?: string | null },
  sourceLanguage: string,
): { variant: V; isFallback: boolean } | null {
  const inLanguage = variants.filter((v) => v.language === wanted.language);
  const sisters = variants.filter((v) => primary(v.language) === primary(wanted.language));
  const ofCountry = (list: readonly V[]) =>
    list.find((v) => wanted.country && (v.country === wanted.country || v.language.endsWith(`-${wanted.country}`)));
  const right =
    ofCountry(inLanguage) ??
    ofCountry(sisters) ??
    inLanguage.find((v) => v.country === null) ??
    sisters.find((v) => v.country === null) ??
    inLanguage[0] ??
    sisters[0];
  if (right) return { variant: right, isFallback: false };
  const source =
    variants.find((v) => v.language === sourceLanguage) ?? variants.find((v) => v.language === 'en') ?? variants[0];
  return source ? { variant: source, isFallback: true } : null;
}
