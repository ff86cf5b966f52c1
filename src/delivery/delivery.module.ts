import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { TicketsModule } from '../tickets/index.ts';
import { ComposeAnswer } from './compose-answer.ts';
import { DeliverMessage } from './deliver-message.ts';
import { DeliveryController } from './delivery.controller.ts';
import { RecordBounce } from './record-bounce.ts';
import { SentMail } from './sent-mail.ts';

@Module({
  imports: [ChannelsModule, TicketsModule],
  controllers: [DeliveryController],
  providers: [ComposeAnswer, DeliverMessage, RecordBounce, SentMail],
})
export class DeliveryModule {}
