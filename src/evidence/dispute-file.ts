import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import JSZip from 'jszip';
import { RawMessages } from '../channels/index.ts';
import { canonicalJson, Pictures, PrintSheet } from '../production/index.ts';
import { CollectEvidence, type Evidence } from './collect.ts';
import { overviewPage } from './overview-page.ts';

/** The same moment in every entry: the file depends on what it holds, not on when it was made. */
const entryDate = new Date('2000-01-01T00:00:00Z');

/**
 * One ZIP that proves what was said and agreed, and verifies without this program: `sha256sum -c SHA256SUMS` for every
 * file, and the SHA-256 of each version's JSON is the fingerprint that stands on its sheet and in the buyer's approval.
 */
@Injectable()
export class DisputeFile {
  constructor(
    private readonly collecting: CollectEvidence,
    private readonly raw: RawMessages,
    private readonly printing: PrintSheet,
    private readonly pictures: Pictures,
  ) {}

  /**
   * @param numberOrId ticket number, or its id
   * @throws AppError ticket.notFound; BlobsUnavailable when the bytes of a message or picture cannot be read
   */
  async make(numberOrId: string): Promise<{ name: string; bytes: Buffer }> {
    const evidence = await this.collecting.collect(numberOrId);
    const files = new Map<string, Buffer>();
    const letters = await this.addMessages(files, evidence);
    await this.addSpecifications(files, evidence);
    files.set('index.html', Buffer.from(overviewPage(evidence, letters)));
    files.set('README.txt', Buffer.from(howToVerify(evidence)));
    files.set('SHA256SUMS', Buffer.from(sums(files)));
    const zip = new JSZip();
    for (const [name, bytes] of files) zip.file(name, bytes, { date: entryDate, createFolders: false });
    return {
      name: `ticket-${evidence.ticket.number}-dispute.zip`,
      bytes: await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }),
    };
  }

  /** @returns name of the raw file by message id */
  private async addMessages(files: Map<string, Buffer>, { messages }: Evidence): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const listed = [];
    for (const [i, m] of messages.entries()) {
      const { sentRaw, receivedMessageId, ...said } = m;
      const bytes = receivedMessageId ? await this.raw.read(receivedMessageId) : sentRaw;
      const name = `messages/${String(i + 1).padStart(3, '0')}-${m.direction}.eml`;
      if (bytes) {
        files.set(name, bytes);
        names.set(m.id, name);
      }
      listed.push({ ...said, file: bytes ? name : null, sha256: bytes ? sha256(bytes) : null });
    }
    files.set('messages.json', json(listed));
    return names;
  }

  private async addSpecifications(files: Map<string, Buffer>, { ticket, specifications }: Evidence): Promise<void> {
    for (const s of specifications) {
      for (const v of s.versions) {
        const base = `specifications/${s.number}-v${v.version}`;
        files.set(`${base}.json`, Buffer.from(canonicalJson(v.content)));
        for (const language of new Set([ticket.language ?? 'en', 'zh-CN'])) {
          const { pdf } = await this.printing.print(s.id, v.version, language, null);
          files.set(`${base}.${language}.pdf`, pdf);
        }
        for (const { id } of (v.content as { pictures?: { id: string }[] }).pictures ?? []) {
          const { bytes, sha256: mark, type } = await this.pictures.readOfVersion(s.id, v.version, id);
          files.set(`specifications/pictures/${mark}.${type === 'image/png' ? 'png' : 'jpg'}`, bytes);
        }
      }
    }
    files.set(
      'specifications.json',
      json(
        specifications.map((s) => ({
          ...s,
          versions: s.versions.map(({ content, ...v }) => ({
            ...v,
            file: `specifications/${s.number}-v${v.version}.json`,
          })),
        })),
      ),
    );
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
/** The form that `sha256sum -c` and `shasum -a 256 -c` read. */
const sums = (files: Map<string, Buffer>): string =>
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join('');

const howToVerify = ({
  ticket,
}: Evidence): string => `Ticket ${ticket.number}: what was written, specified and approved.

messages/             every message as it came and as it was handed over, byte for byte (.eml, RFC 5322)
messages.json         the same with its text, its translations, and what the next mail server said
specifications/       every version handed to production: JSON as released, PDF in the buyer's language and in Chinese
specifications/pictures/  the pictures that go with a version, named by their SHA-256, which stands in its JSON
specifications.json   when each version was made and by whom, every move, question and answer, the buyer's approvals
index.html            all of it to read
SHA256SUMS            the SHA-256 of every file

To verify, unpack and run:

    sha256sum -c SHA256SUMS          (macOS: shasum -a 256 -c SHA256SUMS)
    PowerShell: Get-FileHash specifications\\*.json

The SHA-256 of specifications/N-vM.json is the fingerprint of that version. It begins with the fingerprint printed on the
sheet, and it is the "approvedHash" of the buyer's approval in specifications.json.
Internal notes are left out. Times are UTC.
`;
