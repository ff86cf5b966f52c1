import { Controller } from '@nestjs/common';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/translation.ts';
import { checkFidelity } from '../../libs/language/index.ts';
import { AppError, GiveUp, Input, Serve, TryLater } from '../platform/index.ts';
import { TranslateText } from './translate-text.ts';

@Controller('api/v1')
export class TranslationController {
  constructor(private readonly texts: TranslateText) {}

  @Serve(contract.translationProvider)
  provider() {
    return { isConfigured: this.texts.isConfigured, provider: this.texts.provider };
  }

  @Serve(contract.translate)
  async translate(@Input(contract.translate) { body }: InputOf<typeof contract.translate>) {
    try {
      return await this.texts.translate(body);
    } catch (cause) {
      const { provider } = this.texts;
      if (cause instanceof TryLater) throw new AppError('translation.unavailable', { provider }, { cause });
      if (cause instanceof GiveUp)
        throw new AppError('translation.refused', { provider, reason: cause.message }, { cause });
      throw cause;
    }
  }

  @Serve(contract.compareTexts)
  compare(@Input(contract.compareTexts) { body }: InputOf<typeof contract.compareTexts>) {
    return checkFidelity(body.source, body.target);
  }
}
