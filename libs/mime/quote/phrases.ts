/**
 * What mail programs write above a quotation, by language. Data only: a language is added by a line. Each pattern is tried on
 * one line (or two joined ones) of at most 300 characters.
 */
export const attributions: readonly RegExp[] = [
  /^(?:>+ ?)*On\b.{3,280}\bwrote\s*:?$/i,
  /^(?:>+ ?)*(?:Le|Il giorno|Em|El|Am|Den|Op|W dniu|Dnia|Dne|Pe|La|På|Vào|Pada|Tarihi?nde)\b.{3,280}(?:a écrit|écrivait|ha scritto|escreveu|escribió|schrieb|skrev|schreef|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|a scris|skrifaði|đã viết|menulis|yazdı|kirjoitti)\s*.{0,60}:?$/iu,
  /^(?:>+ ?)*.{3,280}(?:schrieb(?: am .{3,80})?|wrote|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał\(?a?\)?|kirjoitti|írta|yazdı|shkroi|написал(?:\(?а\)?)?|пишет|писал\(?а?\)?|пише|написа|έγραψε|כתב(?:\/ה|ה)?|نوشت|كتب(?:ت)?)\s*:$/iu,
  /^(?:>+ ?)*\d{1,4}[./年-].{3,200}(?:пользователь .{2,120} написал|от .{2,120}|<[^>]+@[^>]+>)\s*:$/iu,
  /^(?:>+ ?)*(?:在|于)?.{3,200}(?:写道|寫道|编写|來信|书写)\s*[:：]$/u,
  /^(?:>+ ?)*.{3,200}(?:のメール|さんは書きました|wrote)\s*[:：]?$/u,
  /^(?:>+ ?)*.{3,200}(?:작성|님이 쓴 글)\s*[:：]$/u,
  /^(?:>+ ?)*(?:في|بتاريخ).{3,200}(?:كتب|كتبت).{0,80}[:：]?$/u,
  /^(?:>+ ?)*บน.{3,200}(?:เขียน)\s*[:：]?$/u,
];

/** "-----Original Message-----" and its like. */
export const originalMarkers =
  /^\s*[-_=*]{2,}\s*(?:original message|message d['’]origine|message original|ursprüngliche nachricht|originalnachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oryginalna wiadomość|wiadomość oryginalna|исходное сообщение|пересылаемое сообщение|original besked|ursprungligt meddelande|alkuperäinen viesti|eredeti üzenet|původní zpráva|özgün ileti|orijinal mesaj|原始邮件|原始郵件|邮件原件|元のメッセージ|original e-?mail|원본 메일|원본 메시지|الرسالة الأصلية|tin nhắn gốc|pesan asli)\s*[-_=*]{0,}\s*$/iu;

export const forwardMarkers =
  /^\s*[-_=*]{2,}\s*(?:forwarded message|message transféré|weitergeleitete nachricht|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|przekazana wiadomość|пересланное сообщение|пересылаемое сообщение|转发的邮件|转发邮件|轉寄郵件|転送メッセージ|전달된 메시지|رسالة معاد توجيهها|iletilen mesaj|başlangıç iletilen mesaj|begin forwarded message)\s*[-_=*]{0,}:?\s*$/iu;
export const forwardBegin =
  /^\s*(?:begin forwarded message|début du message (?:transféré|réexpédié)|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|início da mensagem reencaminhada|inizio messaggio inoltrato|начало переадресованного сообщения|下面是被转发的邮件|开始转发的邮件|転送されたメッセージ|بداية الرسالة المحولة)\s*[:：]?\s*$/iu;

/** Names of the From field in header blocks that clients put above the original. */
export const fromNames =
  /^\s*[>*_ ]*(?:from|de|von|da|van|od|från|fra|lähettäjä|feladó|från|gönderen|kimden|от|від|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|من|מאת|từ|dari|จาก|από|kepada)\*?\s*[:：]\s*\*?\s*\S/iu;
export const sentNames =
  /^\s*[>*_ ]*(?:sent|date|envoyé|gesendet|datum|enviad[oa](?: el| em)?|fecha|data|inviato|verzonden|wysłano|skickat|sendt|lähetetty|küldve|gönderildi|tarih|отправлено|дата|надіслано|发送时间|发送日期|日期|時間|寄件日期|送信日時|日時|보낸 ?날짜|날짜|تاريخ|أرسلت|تم الإرسال|נשלח|đã gửi|dikirim|odesláno|ημερομηνία)\*?\s*[:：]/iu;
export const toNames =
  /^\s*[>*_ ]*(?:to|à|an|para|a|per|aan|do|till|til|vastaanottaja|címzett|kime|кому|收件人|宛先|받는 ?사람|إلى|אל|đến|kepada|subject|objet|betreff|asunto|assunto|oggetto|onderwerp|temat|ämne|emne|aihe|tárgy|konu|тема|主题|主旨|件名|제목|الموضوع|נושא|chủ đề|perihal)\*?\s*[:：]/iu;

/** What phones and programs put under a letter by themselves. */
export const deviceLines =
  /^\s*(?:sent from my .{2,60}|sent from (?:mail|outlook|yahoo|samsung|windows|proton).{0,60}|get outlook for .{2,40}|envoyé (?:de|depuis) mon .{2,60}|envoyé à partir de .{2,60}|télécharger outlook .{2,40}|von meinem .{2,60} gesendet|gesendet (?:von|mit) .{2,60}|enviado desde (?:mi )?.{2,60}|obtener outlook para .{2,40}|enviado d[oe] (?:meu )?.{2,60}|inviato da(?:l mio)? .{2,60}|verzonden (?:vanaf|met|via) .{2,60}|wysłan[eo] z .{2,60}|отправлено с .{2,60}|skickat från .{2,60}|.{0,30}telefonumdan gönderildi|发自我的.{0,30}|來自我的.{0,30}|从我的.{1,20}发送|iPhoneから送信|.{0,20}から送信|내 .{1,20}에서 보냄|أُرسلت من .{2,40}|تم الإرسال من .{2,40}|được gửi từ .{2,40}|dikirim dari .{2,40})\s*$/iu;
