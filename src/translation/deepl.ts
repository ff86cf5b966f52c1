import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GiveUp } from '../platform/index.ts';
import { askProvider, below } from './ask-provider.ts';
import { type TermPair, type TranslationRequest, Translator } from './translator.ts';

const answer = z.object({ translations: z.array(z.object({ text: z.string() })) });
const glossaryMade = z.object({ glossary_id: z.string() });
const glossaryList = z.object({ glossaries: z.array(z.object({ glossary_id: z.string(), name: z.string() })) });

/** Target languages that DeepL wants with their region; all others go by their base code. */
const targets: Readonly<Record<string, string>> = {
  en: 'EN-GB',
  'en-US': 'EN-US',
  pt: 'PT-PT',
  'pt-BR': 'PT-BR',
  zh: 'ZH-HANS',
  'zh-CN': 'ZH-HANS',
  'zh-Hans': 'ZH-HANS',
  'zh-Hant': 'ZH-HANT',
  'zh-TW': 'ZH-HANT',
  'zh-HK': 'ZH-HANT',
  no: 'NB',
};
const baseOf = (language: string): string => (language.split('-')[0] ?? language).toUpperCase().replace('NO', 'NB');
const targetOf = (language: string): string =>
  targets[language] ?? targets[language.split('-')[0] ?? ''] ?? baseOf(language);

/**
 * DeepL API: v2 `translate` with XML tag handling for the marks, v3 `glossaries` for the terms.
 * Source: DeepL API reference and OpenAPI document.
 */
export class DeepL extends Translator {
  readonly provider = 'deepl';
  readonly engine: string;
  private readonly glossaries = new Map<string, Promise<string>>();

  constructor(
    private readonly url: string,
    private readonly key: string,
    private readonly model: string | undefined,
  ) {
    super();
    this.engine = model ?? 'deepl';
  }

  async translate({ texts, source, target, glossary }: TranslationRequest): Promise<string[]> {
    const glossaryId = await this.glossaryFor(source, target, glossary);
    const { translations } = await askProvider(below(this.url, 'v2/translate'), answer, {
      headers: this.headers(),
      body: {
        text: texts.map(toXml),
        source_lang: baseOf(source),
        target_lang: targetOf(target),
        tag_handling: 'xml',
        ignore_tags: ['x'],
        preserve_formatting: true,
        ...(this.model && { model_type: this.model }),
        ...(glossaryId && { glossary_id: glossaryId }),
      },
    });
    if (translations.length !== texts.length) throw new GiveUp('deepl answered with another number of texts');
    return translations.map((entry) => fromXml(entry.text));
  }

  private headers(): Record<string, string> {
    return { authorization: `DeepL-Auth-Key ${this.key}` };
  }

  /**
   * One glossary per pair of languages and content, made once and found again by its name. A pair or a plan without
   * glossaries is no reason not to translate.
   */
  private async glossaryFor(source: string, target: string, terms: TermPair[]): Promise<string | undefined> {
    if (terms.length === 0) return undefined;
    const entries = terms.map((term) => `${term.source}\t${term.target}`).join('\n');
    const pair = `${baseOf(source)}-${baseOf(target)}`;
    const name = `dragoman ${pair} ${createHash('sha256').update(entries).digest('hex').slice(0, 16)}`;
    const known = this.glossaries.get(name) ?? this.findOrMake(name, baseOf(source), baseOf(target), entries);
    this.glossaries.set(name, known);
    try {
      return await known;
    } catch (error) {
      this.glossaries.delete(name);
      if (error instanceof GiveUp) return undefined;
      throw error;
    }
  }

  private async findOrMake(name: string, source: string, target: string, entries: string): Promise<string> {
    const url = below(this.url, 'v3/glossaries');
    const { glossaries } = await askProvider(url, glossaryList, { headers: this.headers() });
    const existing = glossaries.find((glossary) => glossary.name === name);
    if (existing) return existing.glossary_id;
    const dictionary = {
      source_lang: source.toLowerCase(),
      target_lang: target.toLowerCase(),
      entries,
      entries_format: 'tsv',
    };
    const made = await askProvider(url, glossaryMade, {
      headers: this.headers(),
      body: { name, dictionaries: [dictionary] },
    });
    return made.glossary_id;
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const toXml = (text: string): string =>
  text.replace(/[&<>]/gu, (sign) => escapes[sign] ?? sign).replace(/⟦(\d+)⟧/gu, '<x>$1</x>');

const fromXml = (text: string): string =>
  text
    .replace(/<x>\s*(\d+)\s*<\/x>/gu, '⟦$1⟧')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
