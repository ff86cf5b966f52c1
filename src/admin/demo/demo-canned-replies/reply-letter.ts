import type { DemoCannedReply, StoreKey } from '../demo-types.ts';

type ReplyLanguage = 'en' | 'zh-CN' | 'fr' | 'de' | 'es' | 'pt' | 'ar' | 'ru';
/** A language, or a language as one country writes it: `de@CH`. */
type VariantKey = ReplyLanguage | `${ReplyLanguage}@${string}`;

/** How a courteous letter opens and closes; the signature of the store follows by itself. */
const frames: Record<string, [opening: string, closing: string]> = {
  en: ['Dear {{contact.name}},', 'Kind regards,'],
  'zh-CN': ['尊敬的{{contact.name}}:\n您好!', '顺祝商祺'],
  fr: ['Bonjour {{contact.name}},', 'Cordialement,'],
  de: ['Guten Tag {{contact.name}},', 'Mit freundlichen Grüßen'],
  es: ['Estimado/a {{contact.name}}:', 'Un cordial saludo,'],
  pt: ['Prezado(a) {{contact.name}},', 'Atenciosamente,'],
  ar: ['تحية طيبة {{contact.name}}،', 'مع فائق الاحترام والتقدير،'],
  ru: ['Здравствуйте, {{contact.name}}!', 'С уважением,'],
  'en@US': ['Hi {{contact.firstName}},', 'Best regards,'],
  'fr@CH': ['Bonjour {{contact.name}},', 'Meilleures salutations'],
  // Switzerland writes ss, no ß, and no comma after the greeting.
  'de@CH': ['Guten Tag {{contact.name}}', 'Freundliche Grüsse'],
  'pt@PT': ['Exmo(a). Senhor(a) {{contact.name}},', 'Com os melhores cumprimentos,'],
};

interface Heading {
  shortcut: string;
  title: string;
  category: string;
  stores?: StoreKey[];
}

/** A canned reply from its paragraphs by language; greeting and closing are put around each. */
export function reply(heading: Heading, texts: Partial<Record<VariantKey, string[]>>): DemoCannedReply {
  const variants = Object.entries(texts).map(([key, paragraphs]) => {
    const [language = 'en', country = null] = key.split('@');
    const [opening, closing] = frames[key] ?? frames[language]!;
    return { language, country, subject: null, body: [opening, ...paragraphs!, closing].join('\n\n') };
  });
  return { stores: [], ...heading, sourceLanguage: 'en', isActive: true, variants };
}

/** A list under a sentence. */
export const list = (sentence: string, ...entries: string[]): string =>
  [sentence, ...entries.map((entry) => `• ${entry}`)].join('\n');
