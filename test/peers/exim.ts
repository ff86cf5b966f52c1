import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/platform/index.ts';

const binary = '/usr/sbin/exim4';

/** Exim does its work under a user of its own, which only root can give it. */
export const hasExim = (): boolean => existsSync(binary) && process.getuid?.() === 0;

export interface MailServer {
  name: string;
  port: number;
  /** What lies in a mailbox of home.example. */
  mailbox(localPart: string): string;
  /** From now on `busy@home.example` can be delivered to. */
  open(): void;
  close(): Promise<void>;
}

/**
 * home.example: `nobody` is unknown, `busy` is refused for now, `gone` is taken and comes back, a subject "refuse me" is
 * refused after DATA, everybody else has a mailbox. doors.example is behind `inboundPort`, tried again every second.
 */
const configuration = (folder: string, port: number, inboundPort: number): string => `
primary_hostname = mx.home.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
daemon_smtp_ports = ${port}
local_interfaces = 127.0.0.1
keep_environment =
tls_advertise_hosts =
deliver_drop_privilege = true
acl_smtp_rcpt = recipient
acl_smtp_data = content
begin acl
recipient:
  deny local_parts = nobody
       message = 5.1.1 No such user here
  defer local_parts = busy
       !condition = \${if exists{${folder}/open}}
       message = 4.2.1 Mailbox busy
  accept
content:
  deny condition = \${if match{$h_subject:}{refuse me}}
       message = 5.7.1 Content refused
  accept
begin routers
inbound:
  driver = manualroute
  domains = doors.example
  route_list = * 127.0.0.1
  self = send
  transport = inbound
gone:
  driver = redirect
  local_parts = gone
  allow_fail
  data = :fail: The mailbox was removed
mailbox:
  driver = accept
  transport = mailbox
begin transports
inbound:
  driver = smtp
  port = ${inboundPort}
  allow_localhost
  hosts_try_chunking =
mailbox:
  driver = appendfile
  file = ${folder}/mail/all
  envelope_to_add = true
  user = Debian-exim
begin retry
* * F,1h,1s
`;

/** A real mail server in a folder and on a port of its own. @param inboundPort where doors.example takes mail */
export async function startExim(inboundPort: number): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-exim-'));
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'Debian-exim']).stdout.toString()));
  for (const part of ['', 'spool', 'log', 'mail']) {
    mkdirSync(join(folder, part), { recursive: true });
    chownSync(join(folder, part), uid!, gid!);
    chmodSync(join(folder, part), 0o755);
  }
  const port = await freePort();
  writeFileSync(join(folder, 'exim.conf'), configuration(folder, port, inboundPort));
  // One file for everybody: Exim puts nothing that came in a mail into the name of a file.
  const all = join(folder, 'mail', 'all');
  const child = spawn(binary, ['-C', join(folder, 'exim.conf'), '-bdf', '-q1s'], { stdio: 'ignore' });
  const close = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    if (await greets(port)) {
      const version = /version (\S+)/.exec(spawnSync(binary, ['-bV']).stdout.toString())?.[1];
      return {
        name: `Exim ${version}`,
        port,
        mailbox: (localPart) =>
          !existsSync(all)
            ? ''
            : readFileSync(all, 'utf8')
                .split(/^From .*\n/m)
                .filter((mail) => new RegExp(`^Envelope-to:.*\\b${localPart}@`, 'm').test(mail))
                .join(''),
        open: () => writeFileSync(join(folder, 'open'), ''),
        close,
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await close();
  throw new Error('Exim did not start');
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.end('QUIT\r\n');
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
