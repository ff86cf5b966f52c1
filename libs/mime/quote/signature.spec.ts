import { separateReply } from './index.ts';

describe('signatures', () => {
  it.each([
    ['Please quote.\n\n--\nAnn', 'Please quote.'],
    ['Please quote.\n\n-- \nAnn Miller\nMiller Homes', 'Please quote.'],
    ['Please quote.\n\n—\nAnn Miller', 'Please quote.'],
    ['Please quote.\n\n_____\nAnn Miller\nMiller', 'Please quote.'],
    ['Please quote.\n\nBest,\nAnn', 'Please quote.'],
    [
      'Please quote.\n\nBest regards\n\nAnn Miller\nPurchasing Manager\nMiller Homes Ltd.\n12 High Street, Leeds LS1 4AB\nTel: +44 20 7946 0000\nMob: +44 7700 900123\nwww.miller.example | ann@miller.example',
      'Please quote.',
    ],
    [
      'Please quote.\n\nMit freundlichen Grüßen / Best regards\n\ni. A. Thomas Haug\nEinkauf\n\nHaug Bau GmbH\nHauptstraße 12\n70173 Stuttgart\nTelefon: +49 711 123456\nTelefax: +49 711 123457\nE-Mail: haug@bau.example\nGeschäftsführer: Max Haug\nAmtsgericht Stuttgart HRB 12345\nUSt-IdNr.: DE123456789',
      'Please quote.',
    ],
    [
      'Merci de me faire un devis.\n\nJe vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.\n\nMarie Dupont\n06 12 34 56 78',
      'Merci de me faire un devis.',
    ],
    [
      'Merci de me faire un devis.\n\nBien cordialement,\n\nMarie Dupont\nResponsable achats\n\nMENUISERIE DUPONT SARL\n3 rue des Lilas\n25000 Besançon\nTél. : 03 81 00 00 00\nPort. : 06 12 34 56 78',
      'Merci de me faire un devis.',
    ],
    [
      'Quedo a la espera de su respuesta.\n\nUn cordial saludo,\n\nJosé García\nDpto. Compras\nTlf. 91 123 45 67',
      'Quedo a la espera de su respuesta.',
    ],
    ['Aguardo retorno.\n\nAtt.\nJoão Silva', 'Aguardo retorno.'],
    ['Aguardo retorno.\n\nAtenciosamente,\n\nJoão Silva\n(11) 91234-5678', 'Aguardo retorno.'],
    [
      'Attendo riscontro.\n\nCordiali saluti\n\nMarco Rossi\nUfficio Acquisti\nRossi Srl - Via Roma 1, 20100 Milano\nP.IVA 01234567890',
      'Attendo riscontro.',
    ],
    [
      'Graag een offerte.\n\nMet vriendelijke groet,\n\nJan de Vries\nVries Bouw B.V.\n06-12345678',
      'Graag een offerte.',
    ],
    ['Proszę o wycenę.\n\nPozdrawiam serdecznie,\nAnna Kowalska\ntel. 600 123 456', 'Proszę o wycenę.'],
    ['Proszę o wycenę.\n\nZ poważaniem\nAnna Kowalska', 'Proszę o wycenę.'],
    ['Prosím o nabídku.\n\nS pozdravem\n\nJan Novák\njednatel', 'Prosím o nabídku.'],
    [
      'Пришлите, пожалуйста, цену.\n\nС уважением,\nИван Петров\nООО «Двери»\n+7 (495) 123-45-67',
      'Пришлите, пожалуйста, цену.',
    ],
    ['Пришлите, пожалуйста, цену.\n\n--\nС уважением, Иван Петров', 'Пришлите, пожалуйста, цену.'],
    ['Прошу надіслати ціну.\n\nЗ повагою,\nОлена Шевченко', 'Прошу надіслати ціну.'],
    ['请报价。\n\n此致\n敬礼\n\n王伟\n重庆门窗有限公司\n电话：023-12345678', '请报价。'],
    ['请报价。\n\n祝好！\n王伟', '请报价。'],
    ['请报价。\n谢谢！\n王伟\n13800138000', '请报价。'],
    ['請報價。\n\n順頌商祺\n王小明 敬上', '請報價。'],
    [
      'お見積りをお願いします。\n\n--------------------------------\n株式会社山田\n営業部 山田太郎\n〒100-0001 東京都千代田区1-1\nTEL: 03-1234-5678\nE-mail: yamada@yamada.example\n--------------------------------',
      'お見積りをお願いします。',
    ],
    ['お見積りをお願いします。\n\n以上、よろしくお願いいたします。\n\n山田太郎', 'お見積りをお願いします。'],
    [
      'お見積りをお願いします。\n\n***********************\n山田商事\n山田太郎\nTEL 03-1234-5678\n***********************',
      'お見積りをお願いします。',
    ],
    ['견적 부탁드립니다.\n\n감사합니다.\n김철수 드림', '견적 부탁드립니다.'],
    ['견적 부탁드립니다.\n\n김철수 올림\n010-1234-5678', '견적 부탁드립니다.'],
    ['Lütfen fiyat verin.\n\nSaygılarımla,\nMehmet Yılmaz\nYılmaz Yapı', 'Lütfen fiyat verin.'],
    ['الرجاء إرسال السعر.\n\nمع خالص التحية،\nأحمد علي', 'الرجاء إرسال السعر.'],
    ['אנא שלחו הצעת מחיר.\n\nבברכה,\nדוד כהן', 'אנא שלחו הצעת מחיר.'],
    ['Ge mig ett pris.\n\nMed vänliga hälsningar\nErik Svensson\n070-123 45 67', 'Ge mig ett pris.'],
    ['Ge mig ett pris.\n\n/Erik', 'Ge mig ett pris.'],
    ['Gi meg en pris.\n\nMvh\nOla Nordmann', 'Gi meg en pris.'],
    ['Giv mig en pris.\n\nVenlig hilsen\n\nAnders Jensen\nDirekte: 12 34 56 78', 'Giv mig en pris.'],
    ['Pyydän tarjousta.\n\nYstävällisin terveisin,\nMatti Meikäläinen', 'Pyydän tarjousta.'],
    ['Kérek árajánlatot.\n\nÜdvözlettel:\nKovács János', 'Kérek árajánlatot.'],
    ['Vă rog o ofertă.\n\nCu stimă,\nIon Popescu', 'Vă rog o ofertă.'],
    ['Θα ήθελα προσφορά.\n\nΜε εκτίμηση,\nΓιώργος', 'Θα ήθελα προσφορά.'],
    ['Xin báo giá.\n\nTrân trọng,\nNguyễn Văn A', 'Xin báo giá.'],
    ['ขอใบเสนอราคา\n\nขอแสดงความนับถือ\nสมชาย', 'ขอใบเสนอราคา'],
    ['Mohon penawaran.\n\nHormat kami,\nBudi Santoso', 'Mohon penawaran.'],
    ['Naomba bei.\n\nWako mwaminifu,\nJuma', 'Naomba bei.'],
    ['Please quote.\n\nThanks,\nAnn', 'Please quote.'],
    ['Please quote.\n\nThank you,\n\nAnn Miller\nMiller Homes', 'Please quote.'],
    ['Please quote.\n\nKind regards\nAnn\n\nSent from my iPhone', 'Please quote.'],
    [
      'Please quote.\n\nKind regards\nAnn\n\n\nThis email and any files transmitted with it are confidential and intended solely for the use of the individual or entity to whom they are addressed. If you have received this email in error please notify the system manager.',
      'Please quote.',
    ],
    ['Bitte um Angebot.\n\nLG Anna', 'Bitte um Angebot.'],
    ['Bitte um Angebot.\n\nGruß Anna', 'Bitte um Angebot.'],
    ['Please quote.\n\nCheers, Ann', 'Please quote.'],
    ['Please quote.\n\nRegards.\nAnn', 'Please quote.'],
    [
      'Please quote.\n\nWarm regards,\n\n[image: logo]\nAnn Miller\n*Sales* | Miller\n<http://miller.example>',
      'Please quote.',
    ],
    ['Please quote.\n\nYours sincerely\n\n\n\nAnn Miller (Mrs)', 'Please quote.'],
    ['Please quote.\n\nHave a nice day!\nAnn', 'Please quote.'],
    [
      'Please quote.\n\nLooking forward to hearing from you.\n\nBest regards,\nAnn',
      'Please quote.\n\nLooking forward to hearing from you.',
    ],
    [
      'Please quote.\n\n---\nThis email has been checked for viruses by Avast antivirus software.\nhttps://www.avast.com/antivirus',
      'Please quote.',
    ],
    ['Please quote.\n\nEnviado con Gmail Mobile', 'Please quote.'],
  ])('%j ends with one', (text, reply) => {
    const { replyText, signature } = separateReply({ text });
    expect(replyText).toBe(reply);
    expect(signature).not.toBe('');
  });

  it.each([
    [
      'I need:\n--\n900 x 2100\n--\nand 3 locks with keys please',
      'I need:\n--\n900 x 2100\n--\nand 3 locks with keys please',
    ],
    [
      'Best regards to your boss, and please send the 900 mm door',
      'Best regards to your boss, and please send the 900 mm door',
    ],
    ['Hello\n\nBest,\nAnn\n\nPS: white not grey', 'Hello\n\nBest,\nAnn\n\nPS: white not grey'],
    ['Hello\n\nThanks\nWhite not grey please.', 'Hello\n\nThanks\nWhite not grey please.'],
    ['Address:\nAnn Miller\n12 High Street\nLeeds', 'Address:\nAnn Miller\n12 High Street\nLeeds'],
    ['Colour\n\nGruß\nRAL 9016 weiß\n3 Stück', 'Colour\n\nGruß\nRAL 9016 weiß\n3 Stück'],
    ['Hello\nMany thanks\nOrder 4711', 'Hello\nMany thanks\nOrder 4711'],
  ])('%j holds none', (text, reply) => {
    expect(separateReply({ text })).toMatchObject({ replyText: reply, signature: '' });
  });
});
