import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import * as contract from '../../libs/contracts/delivery.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { RetryDelivery } from './retry-delivery.ts';
import { SentMail } from './sent-mail.ts';

@Controller('api/v1')
export class DeliveryController {
  constructor(
    private readonly retrying: RetryDelivery,
    private readonly sent: SentMail,
  ) {}

  @Serve(contract.retryDelivery)
  async retry(@Input(contract.retryDelivery) { params }: InputOf<typeof contract.retryDelivery>) {
    return { state: await this.retrying.retry(params.id) };
  }

  @Serve(contract.stopDelivery)
  async stop(@Input(contract.stopDelivery) { params }: InputOf<typeof contract.stopDelivery>) {
    return { state: await this.retrying.stop(params.id) };
  }

  @Serve(contract.listSentMail)
  list(@Input(contract.listSentMail) { query }: InputOf<typeof contract.listSentMail>) {
    return this.sent.list(query.after, query.limit);
  }

  @Serve(contract.getSentMail)
  get(@Input(contract.getSentMail) { params }: InputOf<typeof contract.getSentMail>) {
    return this.sent.find(params.id);
  }

  @Serve(contract.getSentMailRaw)
  async raw(
    @Input(contract.getSentMailRaw) { params }: InputOf<typeof contract.getSentMailRaw>,
    @Res() response: Response,
  ) {
    response.set({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${params.id}.eml"`,
      'x-content-type-options': 'nosniff',
    });
    response.send(await this.sent.raw(params.id));
  }
}
