import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/index.ts';
import { AnnounceChanges } from './announce-changes.ts';
import { RealtimeGateway } from './realtime.gateway.ts';

@Module({
  imports: [TicketsModule],
  providers: [RealtimeGateway, AnnounceChanges],
})
export class RealtimeModule {}
