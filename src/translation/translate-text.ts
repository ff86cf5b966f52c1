import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Translation } from '../../libs/contracts/index.ts';
import { checkFidelity, type FidelityReport, identifyLanguage, loadLanguageModels } from '../../libs/language/index.ts';
import { AppError, ensure, inTransaction, newId } from '../platform/index.ts';
import { askFaithfully } from './ask-faithfully.ts';
import { TranslationEntity } from './translation.entity.ts';
import { Translator } from './translator.ts';

export const chosenTranslator = Symbol('chosenTranslator');

export interface TextToTranslate {
  text: string;
  /** Identified from the text when it is left out. */
  source?: string;
  target: string;
  /** Asks anew although the text is remembered; the earlier version stays. */
  again?: boolean;
}

/** At most so many requests to the provider at once: each holds a database connection while it waits. */
const atOnce = 4;

/** Translates a text through the configured provider, remembers it, and checks what must not change. */
@Injectable()
export class TranslateText {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    @Inject(chosenTranslator) private readonly translator: Translator | null,
    @InjectDataSource() private readonly database: DataSource,
  ) {}

  /** `none` where no translator is set up. */
  get provider(): string {
    return this.translator?.provider ?? 'none';
  }

  get isConfigured(): boolean {
    return this.translator !== null;
  }

  /**
   * @throws AppError `translation.notConfigured`, `translation.sourceUnknown`
   * @throws TryLater, GiveUp from the provider
   */
  async translate(request: TextToTranslate): Promise<Translation> {
    ensure(this.translator, 'translation.notConfigured');
    const source = request.source ?? (await sourceOf(request.text));
    const { target } = request;
    if (source === target) return this.unchanged(request.text, source);
    const key: Key = {
      textHash: createHash('sha256').update(request.text).digest(),
      source,
      target,
      provider: this.provider,
    };
    const known = request.again ? null : await latest(this.database.manager, key);
    if (known) return present(known, request.text, true);
    return this.takingTurns(() => this.translateOnce(key, request));
  }

  /** The lock makes every other process that wants the same text wait for this one's result instead of paying again. */
  private translateOnce(key: Key, { text, again }: TextToTranslate): Promise<Translation> {
    const { translator } = this;
    ensure(translator, 'translation.notConfigured');
    return inTransaction(this.database, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `translation ${key.textHash.toString('hex')} ${key.source} ${key.target} ${key.provider}`,
      ]);
      const known = await latest(manager, key);
      if (known && !again) return present(known, text, true);
      const translated = await askFaithfully(translator, { text, source: key.source, target: key.target });
      const made: TranslationEntity = {
        ...key,
        id: newId(),
        version: (known?.version ?? 0) + 1,
        engine: translator.engine,
        translated,
        fidelity: compare(text, translated, key),
        createdAt: new Date(),
      };
      await manager.insert(TranslationEntity, made as QueryDeepPartialEntity<TranslationEntity>);
      return present(made, text, false);
    });
  }

  private unchanged(text: string, language: string): Translation {
    const fidelity = checkFidelity({ text, language }, { text, language });
    return {
      text,
      source: language,
      target: language,
      provider: this.provider,
      engine: '',
      isRemembered: true,
      fidelity,
    };
  }

  private async takingTurns<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) await new Promise<void>((go) => this.waiting.push(go));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

type Key = Pick<TranslationEntity, 'textHash' | 'source' | 'target' | 'provider'>;

async function sourceOf(text: string): Promise<string> {
  await loadLanguageModels();
  const { language, variant, abstained } = identifyLanguage(text);
  if (language === null || abstained) throw new AppError('translation.sourceUnknown');
  // Of the variants only the written forms matter to an engine.
  return variant?.startsWith('zh-') || variant?.startsWith('pt-') ? variant : language;
}

const latest = (manager: EntityManager, key: Key): Promise<TranslationEntity | null> =>
  manager.findOne(TranslationEntity, { where: key, order: { version: 'DESC' } });

const compare = (text: string, translated: string, { source, target }: Key): FidelityReport =>
  checkFidelity({ text, language: source }, { text: translated, language: target });

/** Checked anew each time: the check may have learnt since. */
function present(entity: TranslationEntity, text: string, isRemembered: boolean): Translation {
  const { source, target, provider, engine, translated } = entity;
  return {
    text: translated,
    source,
    target,
    provider,
    engine,
    isRemembered,
    fidelity: compare(text, translated, entity),
  };
}
