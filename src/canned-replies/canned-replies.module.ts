import { Module } from '@nestjs/common';
import { CannedRepliesController } from './canned-replies.controller.ts';
import { CannedRepliesQueries } from './canned-replies.queries.ts';
import { RenderCannedReply } from './render-canned-reply.ts';
import { SaveCannedReply } from './save-canned-reply.ts';

@Module({
  controllers: [CannedRepliesController],
  providers: [CannedRepliesQueries, SaveCannedReply, RenderCannedReply],
  exports: [SaveCannedReply],
})
export class CannedRepliesModule {}
