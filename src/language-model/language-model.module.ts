import { Module } from '@nestjs/common';
import { LanguageModelController } from './language-model.controller.ts';
import { LanguageModel } from './language-model.ts';
import { TryModel } from './try-model.ts';

@Module({
  controllers: [LanguageModelController],
  providers: [LanguageModel, TryModel],
  exports: [LanguageModel],
})
export class LanguageModelModule {}
