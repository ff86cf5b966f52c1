import fc from 'fast-check';
import { htmlToText } from '../html/html-to-text.ts';
import { separateReply } from './index.ts';

const isSubsequence = (part: readonly string[], whole: readonly string[]): boolean => {
  let at = 0;
  for (const line of whole) if (line.trim() === part[at]) at += 1;
  return at === part.length;
};
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
    ['cs', 'po 3. 3. 2026 v 10:00 odesílatel Li Wei <li@shop.example> napsal:'],
    ['da', 'Den man. 3. mar. 2026 kl. 10.00 skrev Li Wei <li@shop.example>:'],
    ['el', 'Στις Δευ 3 Μαρ 2026 στις 10:00 π.μ., ο χρήστης Li Wei <li@shop.example> έγραψε:'],
    ['fi', 'ma 3. maalisk. 2026 klo 10.00 Li Wei (li@shop.example) kirjoitti:'],
    ['he', 'בתאריך יום ב׳, 3 במרץ 2026 ב-10:00 מאת Li Wei <li@shop.example>:'],
    ['hr', 'pon, 3. ožu 2026. u 10:00 Li Wei <li@shop.example> napisao je:'],
    ['hu', 'Li Wei <li@shop.example> ezt írta (időpont: 2026. márc. 3., H, 10:00):'],
    ['id', 'Pada Sen, 3 Mar 2026 pukul 10.00 Li Wei <li@shop.example> menulis:'],
    ['ja', '2026年3月3日(火) 10:00 Li Wei <li@shop.example>:'],
    ['ko', '2026년 3월 3일 (화) 오전 10:00, Li Wei <li@shop.example>님이 작성:'],
    ['nb', 'man. 3. mar. 2026 kl. 10:00 skrev Li Wei <li@shop.example>:'],
    ['ro', 'lun., 3 mar. 2026 la 10:00, Li Wei <li@shop.example> a scris:'],
    ['sk', 'po 3. 3. 2026 o 10:00 Li Wei <li@shop.example> napísal(a):'],
    ['sv', 'Den mån 3 mars 2026 kl 10:00 skrev Li Wei <li@shop.example>:'],
    ['th', 'ในวันที่ จ. 3 มี.ค. 2026 เวลา 10:00 Li Wei <li@shop.example> เขียนว่า:'],
    ['uk', 'пн, 3 бер. 2026 р. о 10:00 Li Wei <li@shop.example> пише:'],
    ['vi', 'Vào 10:00, Th 3, 3 thg 3, 2026 Li Wei <li@shop.example> đã viết:'],
    ['zh-TW', 'Li Wei <li@shop.example> 於 2026年3月3日 週二 上午10:00寫道：'],
    ['fa', 'در تاریخ دوشنبه ۳ مارس ۲۰۲۶، ۱۰:۰۰ Li Wei <li@shop.example> نوشت:'],
  ])('knows the attribution of Gmail in %s', (_, attribution) => {
    expect(reply(`Yes.\n\n${attribution}\n\n> Dear buyer`)).toBe('Yes.');
    expect(reply(`Yes.\n${attribution}\nDear buyer\n900 mm`)).toBe('Yes.');
    // Wrapped by the program in the middle.
    const half = attribution.indexOf(' ', attribution.length / 2);
    expect(reply(`Yes.\n\n${attribution.slice(0, half)}\n${attribution.slice(half + 1)}\n\n> Dear buyer`)).toBe('Yes.');
  });

  it.each([
    ['de', 'Von: Li\nGesendet: Montag, 3. März 2026 10:00\nAn: Ann\nBetreff: Tür'],
    ['es', 'De: Li\nEnviado el: lunes, 3 de marzo de 2026 10:00\nPara: Ann\nAsunto: Puerta'],
    ['pt', 'De: Li\nEnviada em: segunda-feira, 3 de março de 2026 10:00\nPara: Ann\nAssunto: Porta'],
    ['it', 'Da: Li\nInviato: lunedì 3 marzo 2026 10:00\nA: Ann\nOggetto: Porta'],
    ['nl', 'Van: Li\nVerzonden: maandag 3 maart 2026 10:00\nAan: Ann\nOnderwerp: Deur'],
    ['pl', 'Od: Li\nWysłano: poniedziałek, 3 marca 2026 10:00\nDo: Ann\nTemat: Drzwi'],
    ['ru', 'От: Li\nОтправлено: понедельник, 3 марта 2026 г. 10:00\nКому: Ann\nТема: Дверь'],
    ['tr', 'Kimden: Li\nGönderildi: 3 Mart 2026 Salı 10:00\nKime: Ann\nKonu: Kapı'],
    ['ar', 'من: Li\nتم الإرسال: الاثنين، 3 مارس 2026 10:00\nإلى: Ann\nالموضوع: باب'],
    ['ja', '差出人: Li\n送信日時: 2026年3月3日 10:00\n宛先: Ann\n件名: ドア'],
    ['ko', '보낸 사람: Li\n보낸 날짜: 2026년 3월 3일 10:00\n받는 사람: Ann\n제목: 문'],
    ['sv', 'Från: Li\nSkickat: den 3 mars 2026 10:00\nTill: Ann\nÄmne: Dörr'],
    ['fi', 'Lähettäjä: Li\nLähetetty: maanantai 3. maaliskuuta 2026 10.00\nVastaanottaja: Ann\nAihe: Ovi'],
    ['cs', 'Od: Li\nOdesláno: pondělí 3. března 2026 10:00\nKomu: Ann\nPředmět: Dveře'],
    ['hu', 'Feladó: Li\nElküldve: 2026. március 3. 10:00\nCímzett: Ann\nTárgy: Ajtó'],
    ['el', 'Από: Li\nΣτάλθηκε: Τρίτη, 3 Μαρτίου 2026 10:00\nΠρος: Ann\nΘέμα: Πόρτα'],
    ['he', 'מאת: Li\nנשלח: יום שני 03 מרץ 2026 10:00\nאל: Ann\nנושא: דלת'],
    ['vi', 'Từ: Li\nĐã gửi: 3 tháng 3 2026 10:00\nĐến: Ann\nChủ đề: Cửa'],
  ])('knows the fields of Outlook in %s, bold or under a rule', (_, block) => {
    const bold = block.replace(/^([^:]+):/gm, '*$1:*');
    expect(reply(`Yes.\n\n________________________________\n${block}\n\nDear Ann`)).toBe('Yes.');
    expect(reply(`Yes.\n\n${bold}\n\nDear Ann`)).toBe('Yes.');
  });

  it.each([
    'Best regards,\nAnn Miller\nMiller Homes Ltd | +44 20 7946 0000',
    'Mit freundlichen Grüßen\n\nDipl.-Ing. T. Haug\nHaug Bau GmbH',
    'Cordialement,\nM. Perrenoud',
    'Saludos cordiales\nJosé García',
    'Atenciosamente,\nJoão',
    'Cordiali saluti\nMarco Rossi',
    'Met vriendelijke groet,\nJan',
    'Med venlig hilsen\nAnders',
    'С уважением,\nИван Петров',
    'З повагою,\nОлена',
    'Saygılarımla\nMehmet',
    'مع تحياتي\nأحمد',
    '此致\n敬礼\n王伟',
    'よろしくお願いいたします。\n田中',
    'Trân trọng,\nNguyễn Văn A',
    'Thanks\nRoman',
  ])('takes a courtesy with a name below as the signature', (signature) => {
    const { replyText, signature: taken } = separateReply({ text: `Please quote 3 doors.\n\n${signature}` });
    expect(replyText).toBe('Please quote 3 doors.');
    expect(taken).toBe(signature);
  });

  it.each([
    ['a word of thanks that begins', 'Thanks for the offer.\nThe width is 900 mm.'],
    ['matter below the courtesy', 'Hello\n\nBest regards\nAnn\nThe door is 900 x 2100 mm, please.'],
    ['a postscript', 'Hello\n\nBest regards\nAnn\n\nP.S. please add a hatch'],
    ['a question below', 'Hello\n\nRegards\nWhen can you ship?'],
    ['a route', 'Please ship.\nFrom: Chongqing\nTo: Hamburg\nDate: next week\nHow much is it?'],
    ['a sentence about writing', 'On 12 March your colleague wrote:\nthe opening is 900 wide.\nIs that right?'],
    ['a figure with a sign', 'The steel should be\n> 5 mm\neverywhere.'],
    ['a list of dashes', 'I need\n- Lock\n- Handle'],
    ['a list with one name', 'Colours:\n\n- White\n-White'],
  ])('keeps %s', (_, text) => {
    const { replyText, quotedText } = separateReply({ text });
    expect([replyText, quotedText]).toEqual([text, '']);
  });

  it('puts an answer below the quotation into the answer', () => {
    expect(
      separateReply({
        text: 'On 3 Mar 2026 at 10:00, Li <li@shop.example> wrote:\n> Left or right?\n> Which lock?\n\nLeft.',
      }),
    ).toMatchObject({ replyText: 'Left.', quotedText: expect.stringContaining('Which lock?') });
  });

  it('stops at the line of a helpdesk and takes list footers and disclaimers off', () => {
    expect(reply('Yes.\n\n##- Please type your reply above this line -##\nYour request 12')).toBe('Yes.');
    expect(reply('Yes.\n\n_______________\ndoors mailing list\ndoors@lists.example')).toBe('Yes.');
    expect(
      reply('Yes.\n\nThis e-mail and any attachments are confidential and intended solely for the addressee.'),
    ).toBe('Yes.');
  });

  it.each([
    ['Gmail', '<div>Yes.</div><div class="gmail_quote"><div class="gmail_attr">Li:</div><div>Dear Ann</div></div>'],
    [
      'Outlook on the web',
      '<div>Yes.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">Li</div><div>Dear Ann</div>',
    ],
    ['Outlook behind Outlook', '<div>Yes.</div><div id="x_divRplyFwdMsg">Li</div><div>Dear Ann</div>'],
    ['Yahoo', '<div>Yes.</div><div id="ydp1" class="yahoo_quoted"><div>Dear Ann</div></div>'],
    ['Apple Mail', 'Yes.<br><blockquote type="cite">Dear Ann</blockquote>'],
    ['NetEase', '<div>Yes.</div><div id="isReplyContent">Dear Ann</div>'],
    ['Proton', '<div>Yes.</div><div class="protonmail_quote">Dear Ann</div>'],
  ])('reads the containers of %s', (_, html) => {
    expect(separateReply({ text: htmlToText(html), html }).replyText).toBe('Yes.');
  });

  it('reads the signature that Gmail marks', () => {
    const html = '<div>Yes.</div><div class="gmail_signature"><div>Ann, architect and planner of houses</div></div>';
    expect(separateReply({ text: htmlToText(html), html })).toMatchObject({
      replyText: 'Yes.',
      signature: 'Ann, architect and planner of houses',
    });
  });

  it('takes what stands below a forward’s subject as forwarded', () => {
    const text =
      'See below.\n\nFrom: Bob <b@x.example>\nSent: Monday, 3 March 2026 10:00\nTo: Ann\nSubject: Hatch\n\nA hatch';
    expect(separateReply({ text, subject: 'FW: Hatch' })).toMatchObject({
      replyText: 'See below.',
      quotedText: '',
      forwarded: { from: 'Bob <b@x.example>', to: 'Ann', subject: 'Hatch', text: 'A hatch' },
    });
    expect(separateReply({ text, subject: 'RE: Hatch' }).forwarded).toBeNull();
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

  it('takes what follows a name in a forward for text, unless it is the verb', () => {
    const lines = [
      '---------- Forwarded message ----------',
      'Yes, 900 mm.',
      'Sent: Monday 10:00',
      'From: Li <li@shop.example>',
    ];
    const { forwarded } = separateReply({ text: [...lines, 'Ann Miller'].join('\n') });
    expect(forwarded?.text).toContain('Ann Miller');
    expect(forwarded?.text).toContain('Yes, 900 mm.');
  });

  it('keeps every line, in the answer, the quotation, the signature or the forward', () => {
    const line = fc.constantFrom(
      'Yes, 900 mm.',
      '> Which width?',
      '>> deeper',
      '',
      'On 3 Mar 2026 at 10:00, Li <li@shop.example> wrote:',
      'From: Li <li@shop.example>',
      'Sent: Monday 10:00',
      'To: Ann',
      'Subject: Door',
      '-----Original Message-----',
      'Best regards',
      'Ann Miller',
      'Sent from my iPhone',
      '---------- Forwarded message ----------',
      '此致',
      'P.S. one more thing',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { replyText, quotedText, signature, forwarded } = separateReply({ text: lines.join('\n') });
        const filled = (text: string) =>
          text
            .split('\n')
            .map((l) => l.trim())
            .filter(Boolean);
        const parts = [replyText, quotedText, signature].map(filled);
        // Fields and marks of a forward are said in another way, wrapped values as one line.
        if (forwarded) {
          const all = [replyText, quotedText, signature, ...Object.values(forwarded)].join('\n');
          for (const l of lines.filter((l) => !/^(?:>|From|Sent|To|Subject|-|On )/.test(l))) expect(all).toContain(l);
          return;
        }
        expect(parts.flat().sort()).toEqual(lines.filter(Boolean).sort());
        for (const part of parts) expect(isSubsequence(part, lines)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
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

  it.each([
    ['quotation', '> On Mon, 3 Mar 2026, somebody somewhere wrote a long line of text\n'],
    ['attributions', 'On Mon, 3 Mar 2026 at 10:00, Li <li@shop.example> wrote\n'],
    ['fields', 'From: Li\nSent: now\n'],
    ['device lines', 'Sent from my iPhone\n\ntext\n'],
    ['markers', '-----Original Message-----\n> a\nb\n'],
    ['courtesies', 'Best regards\nAnn\n'],
    ['blanks', ' \n'],
    ['one endless line', 'On 3 Mar 2026 10:00 wrote '],
  ])('is done at once with half a megabyte of %s', (_, line) => {
    const started = performance.now();
    separateReply({ text: `Thanks\n\n${line.repeat(Math.ceil(500_000 / line.length))}` });
    // A tenth of a second to one by itself; the rest is for busy machines. What grows with the square would take hours.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
