import { z } from 'zod';
import { GiveUp } from '../platform/index.ts';
import { askProvider, below } from './ask-provider.ts';
import { type TranslationRequest, Translator } from './translator.ts';

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }));
const answer = z.object({ translatedText: z.union([z.string(), z.array(z.string())]) });

/** LibreTranslate and whatever speaks its API. Source: its OpenAPI document, `/languages` and `/translate`. */
export class LibreTranslate extends Translator {
  readonly provider = 'libretranslate';
  readonly engine = 'libretranslate';
  private known: Promise<z.output<typeof languages>> | undefined;

  constructor(
    private readonly url: string,
    private readonly key: string | undefined,
  ) {
    super();
  }

  async translate({ texts, source, target }: TranslationRequest): Promise<string[]> {
    const from = await this.codeOf(source);
    const to = await this.codeOf(target);
    const { translatedText } = await askProvider(below(this.url, 'translate'), answer, {
      body: { q: texts, source: from, target: to, format: 'text', ...(this.key && { api_key: this.key }) },
    });
    const translated = typeof translatedText === 'string' ? [translatedText] : translatedText;
    if (translated.length !== texts.length) throw new GiveUp('libretranslate answered with another number of texts');
    return translated;
  }

  /** Servers differ in their codes (`zh`, `zh-Hans`, `zt`), so each is asked once which it has. */
  private async codeOf(language: string): Promise<string> {
    this.known ??= askProvider(below(this.url, 'languages'), languages).catch((error) => {
      this.known = undefined;
      throw error;
    });
    const codes = (await this.known).map((entry) => entry.code);
    const base = language.split('-')[0] ?? language;
    const isTraditional = /^zh-(?:Hant|TW|HK)/iu.test(language);
    const wishes = base === 'zh' ? (isTraditional ? ['zh-Hant', 'zt', 'zh-TW'] : ['zh-Hans', 'zh', 'zh-CN']) : [];
    const found = [language, ...wishes, base === 'no' ? 'nb' : base].find((wish) => codes.includes(wish));
    if (!found) throw new GiveUp(`libretranslate has no ${language}`);
    return found;
  }
}
