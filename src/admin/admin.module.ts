import { Module } from '@nestjs/common';
import { CannedRepliesModule } from '../canned-replies/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { ContactsModule } from '../contacts/index.ts';
import { DeadlinesModule } from '../deadlines/index.ts';
import { RoutingModule } from '../routing/index.ts';
import { SettingsModule } from '../settings/index.ts';
import { StoresModule } from '../stores/index.ts';
import { FurnishDemo } from './furnish-demo.ts';
import { OperationalMetrics } from './operational-metrics.ts';
import { PumpDemoMail } from './pump-demo-mail.ts';
import { SetUpController } from './set-up.controller.ts';

@Module({
  imports: [
    StoresModule,
    ChannelsModule,
    ContactsModule,
    RoutingModule,
    DeadlinesModule,
    CannedRepliesModule,
    SettingsModule,
  ],
  controllers: [SetUpController],
  providers: [FurnishDemo, PumpDemoMail, OperationalMetrics],
})
export class AdminModule {}
