/**
 * Names of the fields that mail programs print above a quoted or forwarded message, by field. Outlook, Apple Mail, Gmail,
 * Thunderbird, Lotus Notes, QQ Mail and NetEase in their languages.
 */
export const headerNames = {
  from: 'from | von | de | de la | da | del | van | fra | från | fran | lähettäjä | feladó | od | odesílatel | odosielateľ | gönderen | kimden | kimdən | від | от | от кого | отправитель | подател | изпращач | from name | από | αποστολέας | מאת | من | المرسل | از | فرستنده | 发件人 | 发信人 | 發件人 | 寄件者 | 寄件人 | 来自 | 差出人 | 送信者 | 送信元 | 보낸 사람 | 보낸사람 | 발신 | 보낸이 | từ | người gửi | dari | pengirim | daripada | จาก | nuo | no | saatja | pošiljatelj | pošiljalac | šalje | пошиљалац | expeditor | expéditeur | absender | remitente | remetente | mittente | afzender | avsändare | avsender | afsender | nadawca | kutoka kwa | kutoka | प्रेषक',
  sent: 'sent | date | sent at | sent on | gesendet | datum | gesendet am | envoyé | envoye | envoyé le | date d’envoi | enviado | enviado el | enviado em | enviada em | enviada | fecha | fecha de envío | data | data de envio | inviato | data invio | verzonden | verzonden op | sendt | dato | skickat | lähetetty | päivämäärä | päiväys | küldve | dátum | elküldve | odesláno | odoslané | wysłano | wysłane | data wysłania | gönderildi | gönderilme tarihi | tarih | göndərildi | отправлено | дата | отправлен | дата отправки | надіслано | изпратено | στάλθηκε | ημερομηνία | απεσταλμένα | נשלח | תאריך | נשלח בתאריך | تاريخ | التاريخ | أرسلت | أُرسلت | تم الإرسال | تاريخ الإرسال | ارسال شده | 发送时间 | 发送日期 | 日期 | 时间 | 發送時間 | 傳送時間 | 寄件日期 | 日時 | 日付 | 送信日時 | 送信日 | 보낸 날짜 | 보낸날짜 | 날짜 | 발송 | ngày | đã gửi | gửi | tanggal | dikirim | terkirim | tarikh | ส่ง | วันที่ | วันที่ส่ง | išsiųsta | nosūtīts | saadetud | poslano | послато | trimis | imetumwa | tarehe | दिनांक',
  to: 'to | an | à | a | pour | para | per | aan | til | till | vastaanottaja | címzett | komu | pro | do | kime | alıcı | кому | получатель | до | προς | אל | إلى | الى | به | 收件人 | 收信人 | 收件者 | 发送至 | 宛先 | 받는 사람 | 받는사람 | 수신 | đến | tới | người nhận | kepada | untuk | ถึง | kam | za | prima | către | catre | destinataire | empfänger | destinatario | destinatário | odbiorca | kwa | kime',
  cc: 'cc | kopie | copie | copie à | copia | con copia | cópia | kopi | kopia | kopio | másolat | kopija | bilgi | копия | копія | κοιν | κοινοποίηση | עותק | نسخة | نسخة إلى | رونوشت | 抄送 | 副本 | 同报 | 참조 | đồng gửi | tembusan | สำเนา | dw | bcc | cci',
  subject:
    'subject | betreff | betrifft | objet | sujet | asunto | assunto | oggetto | onderwerp | emne | ämne | aihe | tárgy | předmět | predmet | temat | konu | mövzu | тема | относно | θέμα | נושא | الموضوع | موضوع | 主题 | 主旨 | 主題 | 标题 | 件名 | 제목 | chủ đề | tiêu đề | perihal | subjek | judul | เรื่อง | หัวเรื่อง | tema | zadeva | subiect | mada | विषय',
  replyTo:
    'reply-to | reply to | antwort an | répondre à | responder a | responder para | rispondi a | antwoord aan | antwoorden aan | svar til | svara till | vastausosoite | odpovědět | odpowiedź do | yanıt adresi | ответить | 回复 | 回复到 | 答复 | 返信先 | 답장',
} as const;

export type HeaderField = keyof typeof headerNames;
