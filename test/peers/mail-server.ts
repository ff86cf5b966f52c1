import { createTransport } from 'nodemailer';
import { hasExim, type MailServer, startExim } from './exim.ts';
import { startSmtpPeer, type TakenMail } from './smtp-peers.ts';

/** Exim where it is installed and may be started, otherwise a server from npm that keeps the same rules; `SMTP_PEER=npm` takes the latter in any case. */
export const startMailServer = (inboundPort: number): Promise<MailServer> =>
  hasExim() && process.env['SMTP_PEER'] !== 'npm' ? startExim(inboundPort) : startStandIn(inboundPort);

async function startStandIn(inboundPort: number): Promise<MailServer> {
  let isOpen = false;
  let isClosed = false;
  const mailboxes = new Map<string, string>();
  const keep = (localPart: string, raw: string) =>
    mailboxes.set(localPart, `${mailboxes.get(localPart) ?? ''}${raw.replaceAll('\r\n', '\n')}\n`);
  const passOn = async (from: string, to: string, raw: string): Promise<void> => {
    const [localPart, domain] = to.split('@') as [string, string];
    if (localPart === 'gone') return passOn('', from, report(to, raw, '550 The mailbox was removed'));
    if (domain !== 'doors.example') return void keep(localPart, raw);
    while (!isClosed) {
      const transport = createTransport({ host: '127.0.0.1', port: inboundPort, ignoreTLS: true });
      try {
        await transport.sendMail({ envelope: { from, to: [to] }, raw });
        return;
      } catch (error) {
        const { responseCode = 0, message } = error as { responseCode?: number; message: string };
        if (responseCode >= 500) return from ? passOn('', from, report(to, raw, message)) : undefined;
        await new Promise((resolve) => setTimeout(resolve, 500));
      } finally {
        transport.close();
      }
    }
  };
  const peer = await startSmtpPeer({
    recipient: (address) =>
      address.startsWith('nobody@')
        ? '550 5.1.1 No such user here'
        : address.startsWith('busy@') && !isOpen
          ? '451 4.2.1 Mailbox busy'
          : undefined,
    data: (mail: TakenMail) => {
      if (/^subject:.*refuse me/im.test(mail.raw)) return '550 5.7.1 Content refused';
      for (const to of mail.to) void passOn(mail.from, to, mail.raw);
      return undefined;
    },
  });
  return {
    name: 'smtp-server from npm (Exim is not installed, or this is not root)',
    port: peer.port,
    mailbox: (localPart) => mailboxes.get(localPart) ?? '',
    open: () => {
      isOpen = true;
    },
    close: async () => {
      isClosed = true;
      await peer.close();
    },
  };
}

/** A delivery report (RFC 3464). */
function report(to: string, raw: string, said: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n') + 2);
  return [
    'From: Mail Delivery System <Mailer-Daemon@mx.home.example>',
    'To: whoever@doors.example',
    'Subject: Mail delivery failed: returning message to sender',
    'Auto-Submitted: auto-replied',
    `Message-ID: <report.${Date.now()}.${Math.random()}@mx.home.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    `Could not be delivered: ${to}`,
    '--x',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.home.example',
    '',
    `Final-Recipient: rfc822;${to}`,
    'Action: failed',
    'Status: 5.0.0',
    `Diagnostic-Code: smtp; ${said}`,
    '',
    '--x',
    'Content-Type: text/rfc822-headers',
    '',
    head,
    '--x--',
    '',
  ].join('\r\n');
}
