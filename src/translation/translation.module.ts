import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../platform/index.ts';
import { chooseTranslator } from './choose-translator.ts';
import { chosenTranslator, TranslateText } from './translate-text.ts';
import { TranslationController } from './translation.controller.ts';
import { TranslationEntity } from './translation.entity.ts';

@Module({
  imports: [TypeOrmModule.forFeature([TranslationEntity])],
  controllers: [TranslationController],
  providers: [{ provide: chosenTranslator, useFactory: chooseTranslator, inject: [Config] }, TranslateText],
  exports: [TranslateText],
})
export class TranslationModule {}
