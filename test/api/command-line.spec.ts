import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dragoman } from '../factories/process.ts';

/** As the README and the contract of the commands name them. */
const parseKeys =
  'messageId inReplyTo references date subject from to cc replyTo text replyText quotedText signature html attachments isAutoReply isBounce automated reason bounce language confidence warnings'.split(
    ' ',
  );
const specifyKeys = 'language country_hint is_custom_spec items ambiguities missing_mandatory'.split(' ');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-line-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));
/** Nowhere to keep anything, and a database that cannot be reached: neither is needed. */
const nothing = () => ({ DATA_DIR: join(folder, 'data'), DATABASE_URL: 'postgres://127.0.0.1:1/none' });

describe('the command line without a database', () => {
  it('parses files and lines: every key, in order, past every bad line', async () => {
    const file = join(folder, 'letter.eml');
    writeFileSync(
      file,
      'From: Jo <jo@b.example>\r\nTo: a@b.example\r\nMessage-ID: <1@b.example>\r\nSubject: Porte\r\nDate: Mon, 2 Feb 2026 10:00:00 +0100\r\n\r\nBonjour, je voudrais une porte.\r\n',
    );
    const files = await dragoman(['parse', file, join(folder, 'missing.eml')], nothing());
    expect(files.status).toBe(1);
    const [whole, missing] = lines(files.stdout);
    for (const key of ['file', ...parseKeys]) expect(whole).toHaveProperty(key);
    expect(missing).toEqual({ file: join(folder, 'missing.eml'), error: expect.stringContaining('ENOENT') });

    const requests = [
      { id: 1, inputKind: 'mime', file },
      '{"id": 2, broken',
      { id: 3, inputKind: 'plain', text: 'Guten Tag, was kostet die Tür?' },
      { id: 4, inputKind: 'html', text: '<p>¿Cuánto cuesta la puerta?</p>' },
      { id: 5, inputKind: 'utterance', text: '门多少钱' },
      { id: 6, inputKind: 'mime', file: '/nowhere' },
      { id: 7 },
    ];
    const input = requests.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n');
    const answered = await dragoman(['parse', '--jsonl'], nothing(), `${input}\n`);
    const out = lines(answered.stdout);
    expect([answered.status, out.map((l) => l['id'])]).toEqual([0, [1, null, 3, 4, 5, 6, 7]]);
    expect(out.map((l) => 'error' in l)).toEqual([false, true, false, false, false, true, true]);
    expect(out.filter((l) => !('error' in l)).map((l) => l['language'])).toEqual(['fr', 'de', 'es', 'zh']);
    for (const line of out.filter((l) => !('error' in l)))
      for (const key of ['id', ...parseKeys]) expect(line).toHaveProperty(key);
    expect(readdirSync(folder)).toEqual(['letter.eml']);
  });

  it('specifies lines with the names of the attributes, in order, past every bad line', async () => {
    const text = "Bonjour, je cherche une porte d'entrée en acier, L 93 x H 218 cm, RAL 7016.";
    const input = [
      JSON.stringify({ id: 'a', channel: 'email', text }),
      'nonsense',
      JSON.stringify({ id: 'b' }),
      JSON.stringify({ id: 'c', channel: 'chat', text: 'Thanks, all fine!' }),
    ].join('\n');
    const { status, stdout } = await dragoman(['specify', '--jsonl'], nothing(), input);
    const out = lines(stdout);
    expect([status, out.map((l) => l['id'])]).toEqual([0, ['a', null, 'b', 'c']]);
    expect(out.map((l) => 'error' in l)).toEqual([false, true, true, false]);
    for (const key of specifyKeys) for (const at of [0, 3]) expect(out[at]).toHaveProperty(key);
    const [item] = out[0]!['items'] as { product_type: string; attributes: Record<string, object> }[];
    expect(item).toMatchObject({
      product_type: 'entrance_door',
      attributes: {
        width_mm: { value: 930, unit: 'cm', source: { start: expect.any(Number), end: expect.any(Number) } },
        height_mm: { value: 2180 },
      },
    });
    const { source } = item!.attributes['width_mm'] as { source: { start: number; end: number } };
    expect(text.slice(source.start, source.end)).toContain('93');
    expect([out[3]!['is_custom_spec'], out[3]!['items']]).toEqual([false, []]);
  });

  it('is described in the operator’s manual, command by command', () => {
    const manual = readFileSync(join(import.meta.dirname, '../../docs/operations/README.md'), 'utf8');
    for (const command of ['parse', 'specify', 'backup', 'restore', 'doctor', 'import', 'export', 'replay', 'migrate'])
      expect(manual).toContain(`dragoman -- ${command}`);
  });
});
