import { Module } from '@nestjs/common';
import { DeadlinesController } from './deadlines.controller.ts';
import { KeepDeadlines } from './keep-deadlines.ts';
import { ServiceTargetsService } from './service-targets.service.ts';
import { StartDeadlines } from './start-deadlines.ts';

@Module({
  controllers: [DeadlinesController],
  providers: [ServiceTargetsService, StartDeadlines, KeepDeadlines],
  exports: [StartDeadlines, ServiceTargetsService],
})
export class DeadlinesModule {}
