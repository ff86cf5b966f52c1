import { Injectable } from '@nestjs/common';
import { selectFolder } from './imap-connection.ts';
import { OpenMailbox } from './open-mailbox.ts';

export interface FolderSurvey {
  folder: string;
  messages: number;
  bytes: number;
  oldest: Date | null;
  newest: Date | null;
  /** Whether the channel reads this folder. */
  isRead: boolean;
}

/** What connecting a mailbox would bring; changes nothing on the server and stores nothing here. */
@Injectable()
export class SurveyMailbox {
  constructor(private readonly opening: OpenMailbox) {}

  /** @throws the network's or the mail server's error; `faultKindOf` says in which kind */
  async survey(channelId: string): Promise<FolderSurvey[]> {
    const { channel, client } = await this.opening.open(channelId);
    try {
      const found: FolderSurvey[] = [];
      for (const { path, flags } of await client.list()) {
        if (flags.has('\\Noselect') || flags.has('\\NonExistent')) continue;
        const lock = await selectFolder(client, path, true);
        try {
          found.push({ folder: path, ...(await count()), isRead: channel.imap.folders.includes(path) });
        } finally {
          lock.release();
        }
      }
      return found;
    } finally {
      await client.logout().catch(() => client.close());
    }

    async function count() {
      const { since } = channel.imap;
      const uids = (await client.search(since ? { since: new Date(since) } : { all: true }, { uid: true })) || [];
      let bytes = 0;
      let [oldest, newest]: (Date | null)[] = [null, null];
      if (uids.length > 0) {
        for await (const m of client.fetch(`${uids[0]}:*`, { size: true, internalDate: true }, { uid: true })) {
          bytes += m.size ?? 0;
          const at = m.internalDate ? new Date(m.internalDate) : null;
          if (at && (!oldest || at < oldest)) oldest = at;
          if (at && (!newest || at > newest)) newest = at;
        }
      }
      return { messages: uids.length, bytes, oldest: oldest ?? null, newest: newest ?? null };
    }
  }
}
