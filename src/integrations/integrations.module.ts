import { Module } from '@nestjs/common';
import { ProductionModule } from '../production/index.ts';
import { IntegrationsController } from './integrations.controller.ts';
import { SendWebhooks } from './send-webhooks.ts';
import { SpecificationRecords } from './specification-records.ts';

@Module({
  imports: [ProductionModule],
  controllers: [IntegrationsController],
  providers: [SpecificationRecords, SendWebhooks],
})
export class IntegrationsModule {}
