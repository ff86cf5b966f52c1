import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { webhookMessage } from '../../libs/contracts/index.ts';
import { composeMessage } from '../../libs/mime/index.ts';
import { AppError } from '../platform/index.ts';
import { ReadSettings } from './channel-settings.ts';
import { type Receipt, ReceiveMessage } from './receive-message.ts';

/** A message from another system. It becomes MIME first, so that everything behind it is the same main line. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly settings: ReadSettings,
    private readonly receiving: ReceiveMessage,
  ) {}

  /**
   * @param signed the body as it came and the signature over those very bytes
   * @throws AppError channel.badSignature; also for a channel that is not there, so that ids cannot be tried
   */
  async receive(
    channelId: string,
    message: z.output<typeof webhookMessage>,
    signed: { bytes: Buffer; signature: string },
  ): Promise<Receipt> {
    const channel = await this.settings.of(channelId).catch(() => null);
    if (channel?.kind !== 'webhook' || !channel.isActive || !channel.inboundSecret)
      throw new AppError('channel.badSignature');
    if (!isSigned(signed.bytes, signed.signature, channel.inboundSecret)) throw new AppError('channel.badSignature');
    const key = createHash('sha256').update(message.externalId).digest('hex').slice(0, 40);
    const raw = await composeMessage({
      messageId: `${key}@${channelId}.hook.invalid`,
      date: message.sentAt ? new Date(message.sentAt) : new Date(),
      from: message.from,
      to: channel.addresses.slice(0, 1).map((address) => ({ name: channel.name, address })),
      subject: message.subject,
      text: message.text,
      html: message.html,
      headers: message.orderId ? { 'X-Order-Id': message.orderId } : {},
    });
    return this.receiving.receive({
      channelId,
      externalId: message.externalId,
      raw,
      envelope: { from: message.from.address, to: channel.addresses },
    });
  }
}

function isSigned(bytes: Buffer, signature: string, secret: string): boolean {
  const given = Buffer.from(signature);
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
