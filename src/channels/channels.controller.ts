import { createHmac, timingSafeEqual } from 'node:crypto';
import { Controller, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import type { DataSource } from 'typeorm';
import * as contract from '../../libs/contracts/channels.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { composeMessage } from '../../libs/mime/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { AppError, Input, Serve } from '../platform/index.ts';
import { ChannelsService } from './channels.service.ts';
import { RawMessages } from './raw-messages.ts';
import { ReceiveMessage } from './receive-message.ts';
import { TestChannel } from './test-channel.ts';

@Controller('api/v1')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly testing: TestChannel,
    private readonly raw: RawMessages,
    private readonly receiving: ReceiveMessage,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Serve(contract.listChannels)
  async list() {
    return { items: await this.channels.list() };
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

  @Serve(contract.listReceived)
  async received(@Input(contract.listReceived) { query }: InputOf<typeof contract.listReceived>) {
    const rows: { id: string; receivedAt: Date }[] = await this.source.query(
      `SELECT id, channel_id AS "channelId", external_id AS "externalId", size, encode(sha256, 'hex') AS sha256, state, reason, received_at AS "receivedAt", is_history AS "isHistory"
       FROM received_messages WHERE ($1::uuid IS NULL OR channel_id = $1) AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [query.channelId ?? null, query.state ?? null, query.after ?? null, query.limit + 1],
    );
    const items = rows.slice(0, query.limit).map((r) => ({ ...r, receivedAt: r.receivedAt.toISOString() }));
    return { items, next: rows.length > query.limit ? items.at(-1)!.id : null };
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

  /** Another system's message becomes MIME first, so that everything behind it is the same main line. */
  @Serve(contract.receiveWebhook)
  async hook(
    @Input(contract.receiveWebhook) { params, body }: InputOf<typeof contract.receiveWebhook>,
    @Req() request: Request & { rawBody?: Buffer },
  ) {
    const { inbound } = await this.channels.secrets(params.id);
    if (!inbound || !isSigned(request, inbound)) throw new AppError('channel.badSignature');
    const channel = await this.channels.find(params.id);
    if (!channel.isActive || channel.kind !== 'webhook') throw new AppError('channel.notFound');
    const raw = await composeMessage({
      messageId: `${Buffer.from(body.externalId).toString('base64url')}@${params.id}.hook.invalid`,
      date: body.sentAt ? new Date(body.sentAt) : new Date(),
      from: body.from,
      to: channel.addresses.slice(0, 1).map((address) => ({ name: channel.name, address })),
      subject: body.subject,
      text: body.text,
      html: body.html,
      headers: body.orderId ? { 'X-Order-Id': body.orderId } : {},
    });
    return this.receiving.receive({
      channelId: params.id,
      externalId: body.externalId,
      raw,
      envelope: { from: body.from.address, to: channel.addresses },
    });
  }
}

function isSigned(request: Request & { rawBody?: Buffer }, secret: string): boolean {
  const given = Buffer.from(String(request.headers['x-dragoman-signature'] ?? ''));
  const expected = Buffer.from(
    `sha256=${createHmac('sha256', secret)
      .update(request.rawBody ?? Buffer.alloc(0))
      .digest('hex')}`,
  );
  return given.length === expected.length && timingSafeEqual(given, expected);
}
