import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { ContactsModule } from '../contacts/index.ts';
import { DeadlinesModule } from '../deadlines/index.ts';
import { RoutingModule } from '../routing/index.ts';
import { SettingsModule } from '../settings/index.ts';
import { DecideBatch } from './decide-batch.ts';
import { IntakeController } from './intake.controller.ts';
import { Intake } from './intake.ts';
import { ReadingPool } from './reading-pool.ts';
import { ReplayMessages } from './replay-messages.ts';
import { WriteBatch } from './write-batch.ts';

@Module({
  imports: [ChannelsModule, ContactsModule, RoutingModule, DeadlinesModule, SettingsModule],
  controllers: [IntakeController],
  providers: [Intake, ReadingPool, DecideBatch, WriteBatch, ReplayMessages],
  exports: [Intake, ReplayMessages],
})
export class IntakeModule {}
