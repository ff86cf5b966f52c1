import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { ProductionModule } from '../production/index.ts';
import { CollectEvidence } from './collect.ts';
import { DisputeFile } from './dispute-file.ts';
import { EvidenceController } from './evidence.controller.ts';

@Module({
  imports: [ChannelsModule, ProductionModule],
  controllers: [EvidenceController],
  providers: [CollectEvidence, DisputeFile],
  exports: [DisputeFile],
})
export class EvidenceModule {}
