import { separateReply } from './index.ts';

describe('letters that only look like quotations or signatures', () => {
  it.each([
    'Hello,\n\nOn the drawing it says:\n900 mm x 2100 mm\nPlease confirm.',
    'From: the left side\nTo: the right side\n900 mm. Ok?',
    'My colleague Ann <ann@home.example> wrote on 3 March 2026 at 10:00:\n"We want steel."\nCan you do that?',
    'Date: 3 March 2026\nTo: Dragon Doors\nSubject: order\n\nPlease send 3 doors.',
    'Order details\nName: Ann\nTo: 12 High Street\nDate: 3.3.2026\n\nShip soon',
    'De: Lyon\nÀ: Besançon\nDate: lundi\nMerci',
    'Bonjour,\n\nA: 900\nB: 2100\nC: 300\n\nMerci',
    'Questions:\n1) width?\n> 900\n2) height?\n> 2100',
    '| Door | Width |\n| A | 900 |\n| B | 800 |',
    'Hi,\n---\nDoor A 900 mm\n---\nDoor B 800 mm\n---\nThanks a lot for the offer',
    'I sent the drawing from my phone',
    'Please see the message from my architect\n------\nhe wants steel\n------\nok?',
    'Width > 900 mm\nHeight < 2100',
    '> 900 mm is fine',
    '写到这里，请报价',
    'Sincerely I think 900 is too wide',
    'Hello Li\nBest price please\nAnn',
    'Best\nquality only please.',
    'The reply above this line is unclear to me, please explain the 900 mm.',
    'Ihre Antwort oberhalb dieser Zeile verstehe ich nicht.',
    'Hi\n\nThanks\nAnn\n\nAlso a lock for door two please, in brass.',
    'Forwarded message:\nplease read',
    'Confidentiality note: keep the price secret please',
    'I did unsubscribe from this newsletter, but please send the 900 mm door.',
    'Please put me on your mailing list\nand quote 3 doors',
    'To unsubscribe from this is hard. Please quote.',
    'Diese E-Mail ist vertraulich zu behandeln, bitte Angebot über 3 Türen.',
    'Attention: Li\nSubject: milk hatch\nSent: by DHL\nFrom: Jura\n\nPlease confirm',
    'Gruß\nAnna und wir brauchen noch eine Tür mit 900',
    '谢谢\n请加一把锁',
    'Спасибо\nДобавьте замок',
    'Hi,\nPlease put me on your mailing list\nand quote 3 doors',
    'Hi,\nI could not unsubscribe from this, please help\nand quote',
  ])('%j is kept whole', (text) => {
    expect(separateReply({ text })).toEqual({ replyText: text, quotedText: '', signature: '', forwarded: null });
  });
});
