import fc from 'fast-check';
import { separateReply } from './index.ts';

const reply = (text: string) => separateReply({ text }).replyText;

describe('what is new in a letter', () => {
  it.each([
    ['en', 'On Mon, 3 Mar 2026 at 10:00, Li Wei <li@shop.example> wrote:'],
    ['fr', 'Le lun. 3 mars 2026 à 10:00, Li Wei <li@shop.example> a écrit :'],
    ['de', 'Am 03.03.2026 um 10:00 schrieb Li Wei <li@shop.example>:'],
    ['es', 'El lun, 3 mar 2026 a las 10:00, Li Wei (<li@shop.example>) escribió:'],
    ['pt', 'Em seg., 3 de mar. de 2026 às 10:00, Li Wei <li@shop.example> escreveu:'],
    ['it', 'Il giorno lun 3 mar 2026 alle ore 10:00 Li Wei <li@shop.example> ha scritto:'],
    ['nl', 'Op ma 3 mrt 2026 om 10:00 schreef Li Wei <li@shop.example>:'],
    ['pl', 'W dniu 3.03.2026 o 10:00, Li Wei napisał(a):'],
    ['ru', 'пн, 3 мар. 2026 г. в 10:00, Li Wei <li@shop.example> пишет:'],
    ['zh', '在 2026年3月3日 10:00，Li Wei <li@shop.example> 写道：'],
    ['tr', 'Li Wei <li@shop.example>, 3 Mar 2026 Pzt, 10:00 tarihinde şunu yazdı:'],
    ['ar', 'في الاثنين، 3 مارس 2026 10:00 كتب Li Wei <li@shop.example>:'],
  ])('ends above the attribution (%s)', (_, attribution) => {
    expect(reply(`Thank you.\n\n${attribution}\n\n> Dear buyer\n> 900 mm`)).toBe('Thank you.');
    expect(reply(`Thank you.\n\n${attribution}\nDear buyer\n900 mm`)).toBe('Thank you.');
  });

  it.each([
    'From: Li Wei <li@shop.example>\nSent: Monday, March 3, 2026 10:00\nTo: Ann\nSubject: Door',
    '发件人: Li Wei\n发送时间: 2026年3月3日\n收件人: Ann\n主题: 门',
    'De : Li Wei\nEnvoyé : lundi 3 mars 2026\nÀ : Ann\nObjet : Porte',
    'Von: Li Wei\nGesendet: Montag, 3. März 2026\nAn: Ann\nBetreff: Tür',
    '-----Original Message-----\nwhatever',
    '------------------ 原始邮件 ------------------\n发件人: x',
  ])('ends above a header block', (block) => {
    expect(reply(`Yes please.\n\n${block}\n\nDear Ann`)).toBe('Yes please.');
  });

  it('keeps an answer between the lines', () => {
    const text =
      'On 3 March 2026, Li wrote:\n> Which width?\n900 mm, and the wall is 300 thick, please note\n> Which height?\n2100 mm exactly as drawn in the plan';
    expect(reply(text)).toContain('900 mm');
    expect(reply(text)).toContain('2100 mm');
  });

  it('keeps a letter that merely mentions somebody writing', () => {
    const text = 'As my architect wrote:\nthe opening is 900 wide.\nPlease quote.';
    expect(reply(text)).toBe(text);
  });

  it('tells signature and device lines, and a forward', () => {
    expect(separateReply({ text: 'Hello\n-- \nAnn\n+33 1' })).toMatchObject({
      replyText: 'Hello',
      signature: 'Ann\n+33 1',
    });
    expect(separateReply({ text: 'Hallo\n\nVon meinem iPhone gesendet' })).toMatchObject({
      replyText: 'Hallo',
      signature: 'Von meinem iPhone gesendet',
    });
    expect(
      separateReply({
        text: 'see below\n\n---------- Forwarded message ---------\nFrom: Bob <b@x.example>\nDate: Mon\nSubject: Hatch\nTo: a\n\nPlease a hatch',
      }),
    ).toMatchObject({
      replyText: 'see below',
      forwarded: { from: 'Bob <b@x.example>', subject: 'Hatch', text: 'Please a hatch' },
    });
  });

  it('shows a letter that is only a quotation whole', () => {
    expect(reply('> only\n> this')).toBe('> only\n> this');
  });

  it('never makes anything up, never cuts a text without marks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const { replyText, quotedText, signature, forwarded } = separateReply({ text });
        expect(replyText.length + quotedText.length + signature.length).toBeLessThanOrEqual(text.length);
        if (!forwarded && !/[>:：|｜-]/.test(text)) expect(replyText).toBe(text.trim());
      }),
      { numRuns: 500 },
    );
  });

  it('is done at once with half a megabyte of quotation', () => {
    const started = performance.now();
    separateReply({
      text: `Thanks\n\n${'> On Mon, 3 Mar 2026, somebody somewhere wrote a long line of text\n'.repeat(7_000)}`,
    });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
