import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import * as contract from '../../libs/contracts/channels.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { ChannelsService } from './channels.service.ts';
import { SurveyMailbox } from './email/survey-mailbox.ts';
import { MailboxFolders } from './mailbox-folders.ts';
import { RawMessages } from './raw-messages.ts';
import { ReceiveWebhook } from './receive-webhook.ts';
import { TestChannel } from './test-channel.ts';

@Controller('api/v1')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly testing: TestChannel,
    private readonly folders: MailboxFolders,
    private readonly surveying: SurveyMailbox,
    private readonly raw: RawMessages,
    private readonly webhook: ReceiveWebhook,
  ) {}

  @Serve(contract.listChannels)
  async list(@CurrentUser() by: Principal) {
    return { items: await this.channels.list(by.language) };
  }

  @Serve(contract.createChannel)
  create(@Input(contract.createChannel) { body }: InputOf<typeof contract.createChannel>) {
    return this.channels.create(body);
  }

  @Serve(contract.updateChannel)
  update(@Input(contract.updateChannel) { params, body }: InputOf<typeof contract.updateChannel>) {
    return this.channels.update(params.id, body);
  }

  @Serve(contract.deleteChannel)
  remove(@Input(contract.deleteChannel) { params }: InputOf<typeof contract.deleteChannel>) {
    return this.channels.remove(params.id);
  }

  @Serve(contract.testChannel)
  async test(
    @Input(contract.testChannel) { params }: InputOf<typeof contract.testChannel>,
    @CurrentUser() by: Principal,
  ) {
    return { steps: await this.testing.test(params.id, by.language) };
  }

  @Serve(contract.listFolders)
  async mailboxFolders(
    @Input(contract.listFolders) { params }: InputOf<typeof contract.listFolders>,
    @CurrentUser() by: Principal,
  ) {
    return { items: await this.folders.list(params.id, by.language) };
  }

  @Serve(contract.surveyChannel)
  survey(
    @Input(contract.surveyChannel) { params }: InputOf<typeof contract.surveyChannel>,
    @CurrentUser() by: Principal,
  ) {
    return this.surveying.survey(params.id, by.language);
  }

  @Serve(contract.listReceived)
  received(@Input(contract.listReceived) { query }: InputOf<typeof contract.listReceived>) {
    return this.raw.list(query);
  }

  @Serve(contract.getReceivedRaw)
  async download(
    @Input(contract.getReceivedRaw) { params }: InputOf<typeof contract.getReceivedRaw>,
    @Res() response: Response,
  ) {
    response.set({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${params.id}.eml"`,
      'x-content-type-options': 'nosniff',
    });
    response.send(await this.raw.read(params.id));
  }

  @Serve(contract.receiveWebhook)
  hook(
    @Input(contract.receiveWebhook) { params, body }: InputOf<typeof contract.receiveWebhook>,
    @Req() request: Request & { rawBody?: Buffer },
  ) {
    const signature = String(request.headers['x-dragoman-signature'] ?? '');
    return this.webhook.receive(params.id, body, { bytes: request.rawBody ?? Buffer.alloc(0), signature });
  }
}
