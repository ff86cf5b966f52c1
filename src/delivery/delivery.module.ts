import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { TicketsModule } from '../tickets/index.ts';
import { ComposeAnswer } from './compose-answer.ts';
import { DeliverMessage } from './deliver-message.ts';
import { DeliveryController } from './delivery.controller.ts';
import { FindAbandoned } from './find-abandoned.ts';
import { Handovers } from './handovers.ts';
import { QueueAnswer } from './queue-answer.ts';
import { RecordBounce } from './record-bounce.ts';
import { RetryDelivery } from './retry-delivery.ts';
import { SentMail } from './sent-mail.ts';

@Module({
  imports: [ChannelsModule, TicketsModule],
  controllers: [DeliveryController],
  providers: [
    Handovers,
    ComposeAnswer,
    QueueAnswer,
    DeliverMessage,
    FindAbandoned,
    RetryDelivery,
    RecordBounce,
    SentMail,
  ],
})
export class DeliveryModule {}
