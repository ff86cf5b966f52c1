import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditInterceptor } from './audit.interceptor.ts';
import { SettingsController } from './settings.controller.ts';
import { SettingsService } from './settings.service.ts';

@Module({
  controllers: [SettingsController],
  providers: [SettingsService, { provide: APP_INTERCEPTOR, useClass: AuditInterceptor }],
  exports: [SettingsService],
})
export class SettingsModule {}
