import { Injectable } from '@nestjs/common';
import { translator } from '../../libs/i18n/server.ts';
import { ReadSettings } from './channel-settings.ts';
import { selectFolder } from './email/imap-connection.ts';
import { OpenMailbox } from './email/open-mailbox.ts';
import { SmtpSender } from './email/smtp-sender.ts';
import { faultText } from './fault-kind.ts';

export interface TestStep {
  step: 'inbound' | 'outbound';
  isOk: boolean;
  said: string;
}

/** Connects as the channel would, and says in the administrator's language what is wrong and what to do. */
@Injectable()
export class TestChannel {
  constructor(
    private readonly settings: ReadSettings,
    private readonly opening: OpenMailbox,
    private readonly sender: SmtpSender,
  ) {}

  async test(id: string, language: string): Promise<TestStep[]> {
    const channel = await this.settings.of(id);
    const steps: TestStep[] = [];
    if (channel.kind === 'imap') steps.push(await this.step('inbound', language, () => this.inbound(id)));
    if (channel.outbound.kind === 'smtp')
      steps.push(await this.step('outbound', language, () => this.sender.identify(id)));
    return steps;
  }

  /** Signs in and looks at every folder it would read. */
  private async inbound(id: string): Promise<void> {
    const { channel, client } = await this.opening.open(id);
    try {
      for (const folder of channel.imap.folders) {
        const lock = await selectFolder(client, folder, true);
        lock.release();
      }
    } finally {
      await client.logout().catch(() => client.close());
    }
  }

  private async step(step: TestStep['step'], language: string, work: () => Promise<unknown>): Promise<TestStep> {
    try {
      await work();
      return { step, isOk: true, said: translator(language)('channel:test.ok') };
    } catch (error) {
      return { step, isOk: false, said: faultText(error, language) };
    }
  }
}
