import { Injectable } from '@nestjs/common';
import type { Channel } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import { ChannelsService } from './channels.service.ts';
import { connectMailbox } from './email/imap-connection.ts';
import { SmtpSender } from './email/smtp-sender.ts';
import { faultCode } from './fault-code.ts';

export interface TestStep {
  step: 'inbound' | 'outbound';
  isOk: boolean;
  said: string;
}

/** Connects as the channel would, and says in the administrator's language what is wrong and what to do. */
@Injectable()
export class TestChannel {
  constructor(
    private readonly channels: ChannelsService,
    private readonly sender: SmtpSender,
  ) {}

  async test(id: string, language: string): Promise<TestStep[]> {
    const channel = await this.channels.find(id);
    const steps: TestStep[] = [];
    if (channel.kind === 'imap') steps.push(await this.step('inbound', language, () => this.inbound(channel)));
    if (channel.outbound.kind === 'smtp')
      steps.push(await this.step('outbound', language, () => this.sender.verify(id)));
    return steps;
  }

  private async inbound(channel: Channel): Promise<void> {
    const { inbound } = await this.channels.secrets(channel.id);
    const client = await connectMailbox(channel.imap!, inbound ?? '');
    await client.logout();
  }

  private async step(step: TestStep['step'], language: string, work: () => Promise<unknown>): Promise<TestStep> {
    const t = translator(language);
    try {
      await work();
      return { step, isOk: true, said: t('channel:test.ok') };
    } catch (error) {
      return {
        step,
        isOk: false,
        said: t(`channel:fault.${faultCode(error)}`, { said: error instanceof Error ? error.message : String(error) }),
      };
    }
  }
}
