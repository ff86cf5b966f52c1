import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/platform/index.ts';

const binary = '/usr/sbin/dovecot';
export const hasDovecot = (): boolean => existsSync(binary);

export interface Dovecot {
  name: string;
  port: number;
  password: string;
  /** Puts a folder `Large/<name>` there in one file, which IMAP's APPEND would take minutes for. */
  largeFolder(user: string, name: string, messages: Iterable<{ raw: string; at: Date }>): void;
  close(): Promise<void>;
}

/** Connections of one user from one address the server bears. */
export const mostConnections = 10;

/** Who owns the mail: as root the server does not run as root. */
const nobody = 65_534;

function configuration(folder: string, port: number, password: string): string {
  const isRoot = process.getuid?.() === 0;
  const { username, uid, gid } = userInfo();
  const owner = isRoot ? { uid: nobody, gid: nobody } : { uid, gid };
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
${isRoot ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${gid}`}
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = ${mostConnections}
namespace inbox {
  inbox = yes
  separator = /
}
namespace large {
  prefix = Large/
  separator = /
  list = children
  location = mbox:${folder}/large/%u
}
first_valid_uid = 1
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${folder}/oauth2.conf
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

/**
 * The real server, with a configuration and folders of its own on a free port. Any user signs in with the password, or with an
 * access token that the token server at `tokenInfoUrl` knows.
 */
export async function startDovecot(tokenInfoUrl: string): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-dovecot-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'mail'));
  if (process.getuid?.() === 0) chownSync(join(folder, 'mail'), nobody, nobody);
  const port = await freePort();
  const password = 'secret';
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port, password));
  writeFileSync(
    join(folder, 'oauth2.conf'),
    `tokeninfo_url = ${tokenInfoUrl}\nintrospection_mode = auth\nusername_attribute = email\nactive_attribute = active\nactive_value = true\n`,
  );
  const child = spawn(binary, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const close = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    if (await answers(port)) {
      const version = spawnSync(binary, ['--version']).stdout.toString().split(' ')[0];
      const largeFolder = (user: string, name: string, messages: Iterable<{ raw: string; at: Date }>) => {
        const place = join(folder, 'large', user);
        mkdirSync(place, { recursive: true });
        const file = openSync(join(place, name), 'w');
        for (const { raw, at } of messages) {
          const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(at.toUTCString())!;
          const weekday = at.toUTCString().slice(0, 3);
          writeSync(
            file,
            `From buyer@home.example ${weekday} ${month} ${day} ${time} ${year}\n${raw.replaceAll('\r\n', '\n')}\n`,
          );
        }
        closeSync(file);
        if (process.getuid?.() === 0)
          for (const path of [join(folder, 'large'), place, join(place, name)]) chownSync(path, nobody, nobody);
      };
      return { name: `Dovecot ${version}`, port, password, largeFolder, close };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : 'no log';
  await close();
  throw new Error(`Dovecot did not start:\n${log.slice(-2000)}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await exit;
}
