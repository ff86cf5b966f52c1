/** What stands between dashes above a quotation: "-----Original Message-----". */
export const originalMarkers: readonly string[] =
  "original message | reply message | original email | original e-mail | original mail | original appointment | originalnachricht | ursprüngliche nachricht | ursprungliche nachricht | urspr. nachricht | original-nachricht | antwort nachricht | antwortnachricht | message original | message d’origine | message d'origine | message initial | mensaje original | correo original | mensagem original | messaggio originale | oorspronkelijk bericht | oorspronkelijke bericht | origineel bericht | oprindelig meddelelse | oprindelig besked | original meddelelse | original besked | opprinnelig melding | originalmelding | original melding | ursprungligt meddelande | originalmeddelande | alkuperäinen viesti | alkuperainen viesti | oryginalna wiadomość | wiadomość oryginalna | wiadomość pierwotna | původní zpráva | původní e-mail | pôvodná správa | originální zpráva | eredeti üzenet | mesajul original | mesaj original | original poruka | izvorna poruka | originalna poruka | izvirno sporočilo | originalno sporočilo | оригинална порука | оригинално съобщение | исходное сообщение | исходное письмо | первоначальное сообщение | оригинальное сообщение | вихідне повідомлення | оригінальне повідомлення | αρχικό μήνυμα | הודעה מקורית | الرسالة الأصلية | رسالة أصلية | پیام اصلی | özgün ileti | orijinal mesaj | özgün mesaj | 原始邮件 | 原始信件 | 原邮件 | 邮件原件 | 原始郵件 | 原始訊息 | 答复邮件 | 回复的原邮件 | 回复的邮件 | 元のメッセージ | 元のメール | オリジナルメッセージ | 원본 메일 | 원본 메시지 | 원본 이메일 | tin nhắn gốc | thư gốc | pesan asli | surat asli | mesej asal | ข้อความดั้งเดิม | ข้อความต้นฉบับ | pradinis laiškas | originalus pranešimas | sākotnējais ziņojums | algne sõnum | algsõnum | ujumbe asili | ujumbe halisi".split(
    ' | ',
  );

/** The same above a forwarded message. */
export const forwardMarkers: readonly string[] =
  'forwarded message | forwarded mail | forwarded e-mail | forwarded email | forwarded by | start of forwarded message | begin forwarded message | weitergeleitete nachricht | weitergeleitete mail | weitergeleitete e-mail | message transféré | message transmis | message réexpédié | courriel transféré | mensaje reenviado | mensaje remitido | correo reenviado | mensagem encaminhada | mensagem reencaminhada | messaggio inoltrato | doorgestuurd bericht | doorgestuurde bericht | videresendt meddelelse | videresendt besked | videresendt melding | vidarebefordrat meddelande | vidarebefordrat mail | välitetty viesti | edelleenlähetetty viesti | przekazana wiadomość | wiadomość przekazana dalej | treść przekazanej wiadomości | přeposlaná zpráva | preposlaná správa | továbbított üzenet | mesaj redirecționat | mesaj redirectionat | proslijeđena poruka | prosleđena poruka | posredovano sporočilo | прослеђена порука | препратено съобщение | пересланное сообщение | пересылаемое сообщение | пересланное письмо | переслане повідомлення | προωθημένο μήνυμα | הודעה שהועברה | رسالة معاد توجيهها | الرسالة المعاد توجيهها | رسالة محولة | پیام فوروارد شده | پیام هدایت شده | iletilen mesaj | iletilmiş mesaj | yönlendirilen ileti | 转发的邮件 | 转发邮件信息 | 转发邮件 | 已转发邮件 | 轉寄郵件 | 轉寄的郵件 | 轉寄訊息 | 転送メッセージ | 転送されたメッセージ | 전달된 메시지 | 전달 메시지 | thư được chuyển tiếp | tin nhắn được chuyển tiếp | pesan terusan | pesan yang diteruskan | mesej dimajukan | ข้อความที่ส่งต่อ | persiųstas laiškas | pārsūtīts ziņojums | edastatud sõnum | ujumbe uliotumwa'.split(
    ' | ',
  );

/** Apple Mail's line, a whole line without dashes. */
export const forwardBegins: readonly string[] =
  'begin forwarded message | start forwarded message | anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail | début du message réexpédié | début du message transféré | début du courriel transféré | inicio del mensaje reenviado | comienzo del mensaje reenviado | início da mensagem reencaminhada | início da mensagem encaminhada | início de mensagem encaminhada | inizio messaggio inoltrato | begin doorgestuurd bericht | start på videresendt besked | start på videresendt melding | vidarebefordrat brev | vidarebefordrat mejl | välitetty viesti alkaa | początek przekazywanej wiadomości | začátek přeposílané zprávy | začiatok preposielanej správy | továbbított üzenet kezdete | начало переадресованного сообщения | начало пересылаемого сообщения | початок переадресованого повідомлення | αρχή προωθημένου μηνύματος | תחילת הודעה שהועברה | بداية الرسالة المعاد توجيهها | بداية الرسالة المحولة | iletilen iletinin başlangıcı | başlangıç iletilen mesaj | 下面是被转发的邮件 | 开始转发的邮件 | 以下是轉寄的郵件 | 開始轉寄郵件 | 転送されたメッセージ | 전달된 메시지 시작 | bắt đầu thư được chuyển tiếp | awal pesan yang diteruskan'.split(
    ' | ',
  );

/** Subjects of forwarded mail in the languages of Outlook. */
export const forwardSubject =
  /^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|vl|fs|pd|ilt|továbbítás|peresl|转发|轉寄|転送|전달|إعادة توجيه|ترجمة)\s*[:：]/iu;

/** Lines of helpdesks: what the person wrote stands above. */
export const replyAbove =
  /(?:reply|respond|type your (?:reply|response)|write your reply|antwort(?:en)?|répon(?:dre|dez|se)|responda|rispondi|schrijf|回复|回覆|返信)[^\n]{0,60}(?:above (?:this|the) line|oberhalb dieser|au[- ]dessus de cette ligne|por encima de esta|acima desta|sopra questa|boven deze|在此行上方|此線以上|この行より上)/iu;

/** What list servers, antivirus and lawyers put below a letter. */
export const footers: readonly RegExp[] = [
  /\bmailing list\b|\/mailman\/|@googlegroups\.com|you received this message because|to unsubscribe|unsubscribe from this|list-unsubscribe|se désabonner|pour vous désinscrire|darse de baja|cancelar suscripción|cancelar a inscrição|disiscriver|abmelden von|uitschrijven|отписаться|退订|退訂/iu,
  /^(?:virus-?free|no virus found|scanned (?:by|for)|diese e-?mail wurde (?:von|auf)|cet e-?mail a été vérifié|este (?:correo|e-?mail|mensaje) (?:electrónico )?(?:no contiene|ha sido)|este e-?mail foi verificado|questa e-?mail è stata controllata|checked by (?:avg|avast))/iu,
  /^(?:\W*)(?:confidentiality (?:notice|note)|disclaimer|legal notice|privacy notice|avis de confidentialité|vertraulichkeitshinweis|aviso (?:legal|de confidencialidad|de confidencialidade)|avviso di riservatezza|конфиденциальность|免责声明|保密声明)\b/iu,
  /^(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)\b.{0,120}(?:confidential|intended (?:only|solely)|privileged)/iu,
  /^(?:diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|este (?:mensaje|correo|mensagem|e-?mail)|esta mensagem|questo messaggio|dit bericht|deze e-?mail|данное (?:письмо|сообщение)|本邮件)(?=.{0,200}(?:vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|конфиденциальн|保密|机密))/iu,
  /^please consider the environment before printing/iu,
];
