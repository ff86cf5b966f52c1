import type { Config } from '../platform/index.ts';
import { ChatModel } from './chat-model.ts';
import { DeepL } from './deepl.ts';
import { LibreTranslate } from './libretranslate.ts';
import type { Translator } from './translator.ts';

/** The translator of the configuration, or null with TRANSLATOR=none. */
export function chooseTranslator(config: Config): Translator | null {
  const url = config.get('TRANSLATOR_URL') ?? '';
  const key = config.get('TRANSLATOR_KEY');
  const model = config.get('TRANSLATOR_MODEL');
  switch (config.get('TRANSLATOR')) {
    case 'libretranslate':
      return new LibreTranslate(url, key);
    case 'deepl':
      return new DeepL(url, key ?? '', model);
    case 'openai':
      return new ChatModel(url, key, model ?? 'default');
    default:
      return null;
  }
}
