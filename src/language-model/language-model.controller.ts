import { Controller } from '@nestjs/common';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/language-model.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { LanguageModel } from './language-model.ts';
import { TryModel } from './try-model.ts';

@Controller('api/v1')
export class LanguageModelController {
  constructor(
    private readonly model: LanguageModel,
    private readonly trying: TryModel,
  ) {}

  @Serve(contract.getLanguageModel)
  get() {
    return this.model.settings();
  }

  @Serve(contract.updateLanguageModel)
  update(@Input(contract.updateLanguageModel) { body }: InputOf<typeof contract.updateLanguageModel>) {
    return this.model.update(body);
  }

  @Serve(contract.tryLanguageModel)
  try(@CurrentUser() by: Principal) {
    return this.trying.try(by.language);
  }
}
