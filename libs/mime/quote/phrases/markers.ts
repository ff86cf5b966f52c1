/** What stands between dashes above a quotation: "-----Original Message-----". */
export const originalMarkers: readonly string[] =
  "original message | original | replied message | mail original | courriel original | mail originale | e-mail original | ursprüngliche mail | ursprüngliche e-mail | ursprüngliche mitteilung | originalmail | algne kiri | originalus laiškas | upprunalegur póstur | upprunaleg skilaboð | missatge original | mensaxe orixinal | jatorrizko mezua | оригинално писмо | оригинална порака | првобитна порука | зыходны ліст | зыходнае паведамленне | початкове повідомлення | исходное письмо | treść oryginalnej wiadomości | opphavleg melding | mesazhi origjinal | օրիգինալ նամակը | საწყისი წერილი | neges wreiddiol | oorspronklike boodskap | मूल संदेश | मूल मैसेज | মূল বার্তা | orijinal ileti | originalni e-mail | originálny e-mail | pôvodný e-mail | 邮件原文 | 原文 | 原始消息 | 回复的原邮件 | 回覆的原郵件 | 原郵件 | 原信件 | 元メール | 원본메일 | 원본 내용 | reply message | original email | original e-mail | original mail | original appointment | originalnachricht | ursprüngliche nachricht | ursprungliche nachricht | urspr. nachricht | original-nachricht | antwort nachricht | antwortnachricht | message original | message d’origine | message d'origine | message initial | mensaje original | correo original | mensagem original | messaggio originale | oorspronkelijk bericht | oorspronkelijke bericht | origineel bericht | oprindelig meddelelse | oprindelig besked | original meddelelse | original besked | opprinnelig melding | originalmelding | original melding | ursprungligt meddelande | originalmeddelande | alkuperäinen viesti | alkuperainen viesti | oryginalna wiadomość | wiadomość oryginalna | wiadomość pierwotna | původní zpráva | původní e-mail | pôvodná správa | originální zpráva | eredeti üzenet | mesajul original | mesaj original | original poruka | izvorna poruka | originalna poruka | izvirno sporočilo | originalno sporočilo | оригинална порука | оригинално съобщение | исходное сообщение | исходное письмо | первоначальное сообщение | оригинальное сообщение | вихідне повідомлення | оригінальне повідомлення | αρχικό μήνυμα | הודעה מקורית | الرسالة الأصلية | رسالة أصلية | پیام اصلی | özgün ileti | orijinal mesaj | özgün mesaj | 原始邮件 | 原始信件 | 原邮件 | 邮件原件 | 原始郵件 | 原始訊息 | 答复邮件 | 回复的原邮件 | 回复的邮件 | 元のメッセージ | 元のメール | オリジナルメッセージ | 원본 메일 | 원본 메시지 | 원본 이메일 | tin nhắn gốc | thư gốc | pesan asli | surat asli | mesej asal | ข้อความดั้งเดิม | ข้อความต้นฉบับ | pradinis laiškas | originalus pranešimas | sākotnējais ziņojums | algne sõnum | algsõnum | ujumbe asili | ujumbe halisi".split(
    ' | ',
  );

/** The same above a forwarded message. */
export const forwardMarkers: readonly string[] =
  'forwarded message | forward message | 转发的原邮件 | 原始转发邮件 | 轉寄的原郵件 | weitergeleitete mitteilung | mail transféré | message transféré de | mensaxe reenviada | missatge reenviat | edastatud kiri | persiųsta žinutė | препратена порака | перасланае паведамленне | mesazh i përcjellë | अग्रेषित संदेश | forwarded mail | forwarded e-mail | forwarded email | forwarded by | start of forwarded message | begin forwarded message | weitergeleitete nachricht | weitergeleitete mail | weitergeleitete e-mail | message transféré | message transmis | message réexpédié | courriel transféré | mensaje reenviado | mensaje remitido | correo reenviado | mensagem encaminhada | mensagem reencaminhada | messaggio inoltrato | doorgestuurd bericht | doorgestuurde bericht | videresendt meddelelse | videresendt besked | videresendt melding | vidarebefordrat meddelande | vidarebefordrat mail | välitetty viesti | edelleenlähetetty viesti | przekazana wiadomość | wiadomość przekazana dalej | treść przekazanej wiadomości | přeposlaná zpráva | preposlaná správa | továbbított üzenet | mesaj redirecționat | mesaj redirectionat | proslijeđena poruka | prosleđena poruka | posredovano sporočilo | прослеђена порука | препратено съобщение | пересланное сообщение | пересылаемое сообщение | пересланное письмо | переслане повідомлення | προωθημένο μήνυμα | הודעה שהועברה | رسالة معاد توجيهها | الرسالة المعاد توجيهها | رسالة محولة | پیام فوروارد شده | پیام هدایت شده | iletilen mesaj | iletilmiş mesaj | yönlendirilen ileti | 转发的邮件 | 转发邮件信息 | 转发邮件 | 已转发邮件 | 轉寄郵件 | 轉寄的郵件 | 轉寄訊息 | 転送メッセージ | 転送されたメッセージ | 전달된 메시지 | 전달 메시지 | thư được chuyển tiếp | tin nhắn được chuyển tiếp | pesan terusan | pesan yang diteruskan | mesej dimajukan | ข้อความที่ส่งต่อ | persiųstas laiškas | pārsūtīts ziņojums | edastatud sõnum | ujumbe uliotumwa'.split(
    ' | ',
  );

/** Where a program says that the forwarded message is over: Yandex, Horde, Gnus. */
export const forwardEnds: readonly string[] =
  'завершение пересылаемого сообщения | конец пересылаемого сообщения | end forwarded message | end of forwarded message | end of forward | end message from | ende der weitergeleiteten nachricht | ende der nachricht von | fin du message transféré | fin del mensaje reenviado | fim da mensagem encaminhada | fine messaggio inoltrato | einde doorgestuurd bericht | koniec przekazanej wiadomości'.split(
    ' | ',
  );

/** Apple Mail's line, a whole line without dashes. */
export const forwardBegins: readonly string[] =
  'begin forwarded message | start forwarded message | anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail | début du message réexpédié | début du message transféré | début du courriel transféré | inicio del mensaje reenviado | comienzo del mensaje reenviado | início da mensagem reencaminhada | início da mensagem encaminhada | início de mensagem encaminhada | inizio messaggio inoltrato | begin doorgestuurd bericht | start på videresendt besked | start på videresendt melding | vidarebefordrat brev | vidarebefordrat mejl | välitetty viesti alkaa | początek przekazywanej wiadomości | začátek přeposílané zprávy | začiatok preposielanej správy | továbbított üzenet kezdete | начало переадресованного сообщения | начало пересылаемого сообщения | початок переадресованого повідомлення | αρχή προωθημένου μηνύματος | תחילת הודעה שהועברה | بداية الرسالة المعاد توجيهها | بداية الرسالة المحولة | iletilen iletinin başlangıcı | başlangıç iletilen mesaj | 下面是被转发的邮件 | 开始转发的邮件 | 以下是轉寄的郵件 | 開始轉寄郵件 | 転送されたメッセージ | 전달된 메시지 시작 | bắt đầu thư được chuyển tiếp | awal pesan yang diteruskan'.split(
    ' | ',
  );

/** "My answers are in red below": what follows is not the other's alone, though no mark shows which lines are whose. */
export const answersBelow: readonly RegExp[] = [
  /\b(?:(?:answers|replies|comments|responses|remarks) (?:(?:are|is) )?(?:below|in ?-?line|in (?:red|blue|green|bold|colou?r|capitals))|(?:answer|reply|comment|response) (?:is )?(?:in ?-?line|in (?:red|blue|green|bold|capitals))|see in ?-?line|in-?line (?:below|answers|comments|replies)|answers? in (?:red|blue|green)|answered (?:inline|below)|in (?:red|blue|green) below)\b/iu,
  /\bantwort(?:en)? (?:\p{L}+ ){0,3}(?:unten|rot|blau|grün|im text|inline)|\b(?:in rot|in blau|rot markiert)\b/iu,
  /\br[ée]ponses? (?:\p{L}+ ){0,3}(?:ci-dessous|en rouge|en bleu|en vert|dans le texte)/iu,
  /\b(?:respuestas?|comentarios?) (?:\p{L}+ ){0,3}(?:abajo|m[aá]s abajo|en rojo|en azul|en verde)/iu,
  /\b(?:respostas?|coment[aá]rios?) (?:\p{L}+ ){0,3}(?:abaixo|em vermelho|em azul|em verde)/iu,
  /\b(?:rispost[ea]|commenti) (?:\p{L}+ ){0,3}(?:sotto|di seguito|in rosso|in blu|in verde)/iu,
  /\bantwoord(?:en)? (?:\p{L}+ ){0,3}(?:hieronder|in het rood|in rood|in blauw|tussen de tekst)/iu,
  /\b(?:svar(?:en|ene)?|kommentarer) (?:\p{L}+ ){0,3}(?:nedan|nedenfor|i rött|i rødt|med rött|med rødt|med blått|inline)/iu,
  /(?:odpowiedzi|odpovědi|odpovede) (?:\p{L}+ ){0,3}(?:poniżej|na czerwono|níže|červeně|nižšie)/iu,
  /(?:ответ(?:ы|ил[аи]?)?|відповід[ьі]|комментарии) (?:\p{L}+ ){0,3}(?:ниже|красным|синим|нижче|червоним|в тексте|в тексті)/iu,
  /(?:cevap|yanıt)(?:lar)?(?:ım|ımız)? (?:\p{L}+ ){0,3}(?:aşağıda|kırmızı)/iu,
  /(?:答复|回复|回覆|答覆|回答)[^\n。]{0,8}(?:如下|见下|在下面|红字|红色|蓝字|蓝色|紅字|藍字)|(?:红字|红色|蓝字|紅字)(?:部分|为|是|回复)/u,
  /(?:赤字|青字|下記)[^\n。]{0,8}(?:回答|返信|ご返答)|(?:답변|회신)[^\n]{0,8}(?:아래|빨간|파란)/u,
  /(?:الرد|الإجابات|ردي|أجوبتي)[^\n]{0,12}(?:أدناه|بالأحمر|باللون)/u,
];

/** Subjects of forwarded mail in the languages of Outlook. */
export const forwardSubject =
  /^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|vl|fs|pd|ilt|továbbítás|peresl|转发|轉寄|転送|전달|إعادة توجيه|ترجمة)\s*[:：]/iu;

/** Between dashes, before the name of who wrote what follows. */
export const messageFrom: readonly string[] =
  'message from | forwarded message from | nachricht von | message de | mensaje de | mensagem de | messaggio da | bericht van | wiadomość od | zpráva od | správa od | сообщение от | повідомлення від | meddelande från | meddelelse fra | melding fra | viesti lähettäjältä | mesaj de la'.split(
    ' | ',
  );

/** "… above this line", as helpdesks ask in their mail; what the person wrote stands above. */
export const aboveThisLine: readonly string[] =
  'above this line | above the line | oberhalb dieser | über dieser linie | über dieser zeile | au-dessus de cette ligne | au dessus de cette ligne | por encima de esta | encima de esta línea | arriba de esta línea | acima desta linha | acima da linha | acima dessa linha | sopra questa | sopra di questa | boven deze | powyżej tej | ponad tą linią | ovanför den | ovanför denna | over denne linje | ovenfor denne | tämän rivin yläpuolelle | rivin yläpuolelle | sor fölé | nad tento řádek | nad tímto řádkem | nad tento riadok | nad týmto riadkom | iznad ove | nad to vrstico | deasupra acestei | deasupra acestui | над этой | выше этой | над цією | вище цієї | над този ред | изнад ове | satırın üzerine | satırın üstüne | satırın yukarısına | 在此行上方 | 此行以上 | 此行之上 | 在此线上方 | 在此行以上 | 在這行上方 | 此線以上 | この行より上 | この線より上 | 이 줄 위 | 이 선 위 | πάνω από αυτή | πάνω από τη γραμμή | מעל שורה | מעל לשורה | فوق هذا السطر | أعلى هذا السطر | بالای این خط | phía trên dòng | bên trên dòng này | di atas baris | di atas garis | เหนือบรรทัดนี้'.split(
    ' | ',
  );
/** The verb that goes with it where nothing is drawn around the line. */
export const replyWords =
  /reply|respond|response|type|write|antwort|répon|respuesta|respond|responda|resposta|rispo|schrijf|antwoord|svar|ответ|відпов|odpow|odpov|yanıt|回复|回覆|返信|회신|답장/iu;

/** What list servers, antivirus and lawyers put below a letter. */
export const footers: readonly RegExp[] = [
  /\bmailing list\b|\/mailman\/|@googlegroups\.com|you received this message because|to unsubscribe|unsubscribe from this|list-unsubscribe|se désabonner|pour vous désinscrire|darse de baja|cancelar suscripción|cancelar a inscrição|disiscriver|abmelden von|uitschrijven|отписаться|退订|退訂/iu,
  /^.{0,90}(?:www\.avast\.|avast\.com\/)|^(?:virus-?free|this e-?mail (?:has been|was) (?:checked|scanned)|no virus found|scanned (?:by|for)|diese e-?mail wurde (?:von|auf)|cet e-?mail a été vérifié|este (?:correo|e-?mail|mensaje) (?:electrónico )?(?:no contiene|ha sido)|este e-?mail foi verificado|questa e-?mail è stata controllata|checked by (?:avg|avast))/iu,
  /^(?:\W*)(?:confidentiality (?:notice|note)|disclaimer|legal notice|privacy notice|avis de confidentialité|vertraulichkeitshinweis|aviso (?:legal|de confidencialidad|de confidencialidade)|avviso di riservatezza|конфиденциальность|免责声明|保密声明)\b/iu,
  /^(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)\b.{0,120}(?:confidential|intended (?:only|solely)|privileged)/iu,
  /^(?:diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|este (?:mensaje|correo|mensagem|e-?mail)|esta mensagem|questo messaggio|dit bericht|deze e-?mail|данное (?:письмо|сообщение)|本邮件)(?=.{0,200}(?:vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|конфиденциальн|保密|机密))/iu,
  /^please consider the environment before printing/iu,
];
