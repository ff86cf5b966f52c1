import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { LanguageModelInput, LanguageModelSettings } from '../../libs/contracts/index.ts';
import { SecretBox } from '../platform/index.ts';
import { askModel, type ModelAccess, type ModelAnswer, type ModelQuestion } from './ask-model.ts';
import { ModelFault } from './model-fault.ts';

interface Row extends Omit<LanguageModelSettings, 'hasApiKey'> {
  sealed: Buffer | null;
}

/** The optional language model of this workspace: how it is reached, and the way to it. Off until an administrator sets it up. */
@Injectable()
export class LanguageModel implements OnModuleDestroy {
  private readonly closing = new AbortController();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly box: SecretBox,
  ) {}

  async settings(): Promise<LanguageModelSettings> {
    const { sealed, ...settings } = await this.row();
    return { ...settings, hasApiKey: sealed !== null };
  }

  /** A key belongs to the server it was given for: another address does not get it. */
  async update(input: LanguageModelInput): Promise<LanguageModelSettings> {
    await this.source.transaction(async (db) => {
      const known = await this.row(db);
      const isSameServer = originOf(known.baseUrl) === originOf(input.baseUrl);
      const kept = isSameServer ? known.sealed : null;
      await db.query(
        'UPDATE language_model SET is_on = $1, base_url = $2, model = $3, api_key = $4, time_limit_seconds = $5',
        [
          input.isOn,
          input.baseUrl,
          input.model,
          input.apiKey ? this.box.seal(input.apiKey) : kept,
          input.timeLimitSeconds,
        ],
      );
    });
    return this.settings();
  }

  async isOn(db: EntityManager = this.source.manager): Promise<boolean> {
    return (await this.row(db)).isOn;
  }

  /**
   * @param whileOff asks also while it is switched off, to try it
   * @throws ModelFault; `notSet` when it is off or not set up
   */
  async ask(question: ModelQuestion, { whileOff = false } = {}): Promise<ModelAnswer> {
    const { sealed, ...settings } = await this.row();
    if (settings.baseUrl === '' || settings.model === '' || !(settings.isOn || whileOff))
      throw new ModelFault('notSet');
    const access: ModelAccess = { ...settings, apiKey: this.open(sealed) };
    return askModel(access, question, this.closing.signal);
  }

  /** Nobody waits at the end for a model that is still thinking: its job asks it again. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  private open(sealed: Buffer | null): string {
    try {
      return sealed ? this.box.open(sealed) : '';
    } catch {
      // Sealed with another APP_SECRET: it has to be given again.
      throw new ModelFault('login');
    }
  }

  private async row(db: EntityManager = this.source.manager): Promise<Row> {
    const [row]: [Row] = await db.query(
      `SELECT is_on AS "isOn", base_url AS "baseUrl", model, time_limit_seconds AS "timeLimitSeconds", api_key AS sealed FROM language_model`,
    );
    return row;
  }
}

const originOf = (address: string): string => (address === '' ? '' : new URL(address).origin);
