import { beforeAll, describe, expect, it } from '@jest/globals';
import { identifyLanguage, loadLanguageModels } from '../../../../libs/language/index.ts';
import { type ParsedMessage, parseMessage } from '../../../../libs/mime/index.ts';
import { demoStores } from '../demo-stores.ts';
import { demoMessages } from './demo-messages.ts';

const now = new Date('2026-11-23T12:00:00Z');
const mails = demoMessages(now);
const parsed = new Map<string, ParsedMessage>();
const mail = (key: string) => parsed.get(key)!;

beforeAll(async () => {
  await loadLanguageModels();
  for (const { key, raw } of mails) parsed.set(key, await parseMessage(raw));
});

describe('the mail of the demo', () => {
  it('is plenty, in many languages, for the stores there are', () => {
    expect(mails.length).toBeGreaterThanOrEqual(90);
    expect(new Set(mails.map((m) => m.language).filter(Boolean)).size).toBeGreaterThanOrEqual(16);
    expect(new Set(mails.map((m) => m.key)).size).toBe(mails.length);
    const addresses = demoStores.map((s) => s.senderAddress);
    for (const { envelopeTo } of mails) expect(addresses).toContain(envelopeTo);
  });

  it('arrives in order: 25 within eight seconds, all within the minute', () => {
    const times = mails.map((m) => m.afterMs);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times.filter((t) => t <= 8000).length).toBeGreaterThanOrEqual(25);
    expect(times.at(-1)).toBeLessThanOrEqual(55_000);
  });

  it('has the same bytes for the same moment, and Message-IDs for ever', async () => {
    expect(demoMessages(now).map((m) => m.raw.toString('base64'))).toEqual(mails.map((m) => m.raw.toString('base64')));
    const later = await parseMessage(demoMessages(new Date('2027-05-05T05:05:05Z'))[0]!.raw);
    expect(later.messageId).toBe(mail(mails[0]!.key).messageId);
  });

  it('is read without a garbled letter, with its subject', () => {
    const wrong = mails
      .filter((m) => m.subject !== null)
      .flatMap(({ key, subject }) => {
        const read = mail(key);
        const shown = [
          read.subject,
          read.text,
          ...read.from.map((f) => f.name),
          ...read.attachments.map((a) => a.name),
        ].join('\n');
        // A replacement character, UTF-8 read as Latin-1, or an encoded word left standing.
        const isGarbled = /\uFFFD|Ã[\u0080-\u00bf]|Ð[\u0080-\u00bf]|=\?[\w-]+\?[BQ]\?/i.test(shown);
        return isGarbled || read.subject !== subject
          ? [{ key, subject: read.subject, text: read.text.slice(0, 60) }]
          : [];
      });
    expect(wrong).toEqual([]);
  });

  it('is recognised in its language', () => {
    const wrong = mails
      .filter((m) => m.language !== null)
      .flatMap(({ key, language }) => {
        const found = identifyLanguage(mail(key).replyText || mail(key).text).language;
        return found === language ? [] : [{ key, language, found }];
      });
    expect(wrong).toEqual([]);
  });

  it('follows only what came before', () => {
    const ids = mails.map((m) => mail(m.key).messageId);
    mails.forEach(({ key, subject }, i) => {
      const first = mail(key).references[0];
      if (first && /^(re|aw|رد|回复)/i.test(subject ?? '') && ids.includes(first))
        expect({ key, before: ids.indexOf(first) < i }).toEqual({ key, before: true });
    });
    expect(mail('perrenoud-picture').references).toEqual([mail('perrenoud-milk-hatch').messageId]);
    expect(mail('perrenoud-correction').references).toEqual([
      mail('perrenoud-milk-hatch').messageId,
      mail('perrenoud-picture').messageId,
    ]);
    expect(mail('lefebvre-again').references[0]).toBe(mail('lefebvre-delivery').messageId);
  });

  it('brings one message twice', () => {
    const [first, second] = mails.filter((m) => m.key.startsWith('diallo-steel'));
    expect(second!.raw.equals(first!.raw)).toBe(true);
  });

  it.each([
    ['bounce-user-unknown', { isBounce: true, automated: true }],
    ['baumgartner-away', { isAutoReply: true, automated: true }],
    ['liu-autoreply', { automated: true }],
    ['supplier-ticket-receipt', { automated: true }],
    ['fair-newsletter', { automated: true }],
    ['perrenoud-milk-hatch', { isBounce: false, isAutoReply: false, automated: false }],
    ['amazon-us-missing-hinge', { isBounce: false, isAutoReply: false, automated: false }],
  ])('%s is taken for what it is', (key, verdict) => {
    expect(mail(key).automation).toMatchObject(verdict);
  });

  it('carries real pictures and plans', () => {
    const picture = mail('perrenoud-picture').attachments[0]!;
    expect(picture).toMatchObject({ name: 'trappe-à-lait.png', type: 'image/png', inline: true });
    expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
    const photo = mail('pemberton-scratched').attachments[0]!;
    expect([...photo.content.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(mail('liu-hotel').attachments[0]).toMatchObject({
      name: '马尔代夫酒店-防火门D-03.pdf',
      type: 'application/pdf',
    });
    expect(mail('liu-hotel').attachments[0]!.content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps what was newly written and what it answers', () => {
    expect(mail('lefebvre-again').replyText).toContain('Avez-vous du nouveau');
    expect(mail('lefebvre-again').text).toContain('revenons vers vous demain matin');
  });
});
