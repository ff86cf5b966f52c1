import { list, reply } from './reply-letter.ts';

export const warrantyPhotos = reply(
  { shortcut: 'warranty', title: 'Warranty claim: photos, please', category: 'After-sales' },
  {
    en: [
      'I am sorry that order {{order.number}} gives you trouble. So that our engineer can judge it at once, please send me:',
      list(
        'A few pictures and facts:',
        'one photo of the whole door or window, from inside and from outside',
        'one close photo of the fault, with a ruler or a coin beside it',
        'the label on the edge of the leaf or frame, if you can find it',
        'since when the fault has shown, and whether anything was changed on site',
      ),
      'You will have our answer within two working days of receiving them.',
    ],
    'zh-CN': [
      '订单{{order.number}}给您带来不便,深表歉意。为便于工程师尽快判断,请提供:',
      list(
        '照片和说明:',
        '整樘门窗的照片,室内、室外各一张',
        '故障部位近照,旁边放尺子或硬币',
        '门扇或门框侧边的标签(如能找到)',
        '何时开始出现,现场是否做过改动',
      ),
      '收到后两个工作日内答复您。',
    ],
    fr: [
      "Je regrette que la commande {{order.number}} vous donne du souci. Pour que notre ingénieur puisse juger tout de suite, merci de m'envoyer :",
      list(
        'Quelques photos et précisions :',
        "une photo d'ensemble de la porte ou de la fenêtre, de l'intérieur et de l'extérieur",
        'une photo rapprochée du défaut, avec une règle ou une pièce de monnaie',
        "l'étiquette sur la tranche du vantail ou du cadre, si vous la trouvez",
        'depuis quand le défaut apparaît, et si quelque chose a été modifié sur place',
      ),
      'Vous aurez notre réponse sous deux jours ouvrés après réception.',
    ],
    de: [
      'es tut mir leid, dass Auftrag {{order.number}} Ihnen Ärger macht. Damit unsere Technik den Fall gleich beurteilen kann, senden Sie mir bitte:',
      list(
        'Fotos und Angaben:',
        'je ein Gesamtfoto der Tür oder des Fensters von innen und von außen',
        'eine Nahaufnahme des Mangels mit Lineal oder Münze daneben',
        'das Typenschild an der Kante von Flügel oder Rahmen, falls auffindbar',
        'seit wann der Mangel auftritt und ob bauseits etwas verändert wurde',
      ),
      'Sie erhalten unsere Antwort innerhalb von zwei Werktagen nach Eingang.',
    ],
    es: [
      'Lamento que el pedido {{order.number}} le dé problemas. Para que nuestro técnico pueda valorarlo enseguida, envíeme, por favor:',
      list(
        'Fotos y datos:',
        'una foto de toda la puerta o ventana, por dentro y por fuera',
        'una foto de cerca del defecto, con una regla o una moneda al lado',
        'la etiqueta del canto de la hoja o del marco, si la encuentra',
        'desde cuándo aparece y si se modificó algo en la obra',
      ),
      'Tendrá nuestra respuesta en dos días laborables desde que las recibamos.',
    ],
    pt: [
      'Lamento que o pedido {{order.number}} esteja causando transtorno. Para o nosso técnico avaliar logo, por favor envie:',
      list(
        'Fotos e informações:',
        'uma foto da porta ou janela inteira, por dentro e por fora',
        'uma foto de perto do defeito, com uma régua ou moeda ao lado',
        'a etiqueta na lateral da folha ou do batente, se encontrar',
        'desde quando ocorre e se algo foi alterado na obra',
      ),
      'A resposta chega em até dois dias úteis após o recebimento.',
    ],
    ar: [
      'نأسف لما سببه لكم الطلب {{order.number}} من متاعب. لكي يتمكن مهندسنا من تقييم الحالة سريعاً نرجو إرسال:',
      list(
        'صور ومعلومات:',
        'صورة للباب أو النافذة كاملة من الداخل ومن الخارج',
        'صورة قريبة للعيب وبجانبه مسطرة أو قطعة نقود',
        'الملصق على حافة الضلفة أو الحلق إن وُجد',
        'منذ متى ظهر العيب وهل جرى أي تعديل في الموقع',
      ),
      'وسيصلكم جوابنا خلال يومي عمل من استلامها.',
    ],
    ru: [
      'Сожалеем, что заказ {{order.number}} доставил вам хлопоты. Чтобы инженер мог сразу оценить случай, пришлите, пожалуйста:',
      list(
        'Фотографии и сведения:',
        'общий вид двери или окна изнутри и снаружи',
        'дефект крупным планом, рядом линейка или монета',
        'наклейку на торце полотна или рамы, если найдёте',
        'с какого времени проявляется и меняли ли что-нибудь на месте',
      ),
      'Ответим в течение двух рабочих дней после получения.',
    ],
  },
);

export const shippingDamage = reply(
  { shortcut: 'damage', title: 'Damaged in transport', category: 'After-sales' },
  {
    en: [
      'I am sorry that order {{order.number}} arrived damaged, and thank you for the note on the delivery slip: it helps a great deal.',
      list(
        'Please send me within three days:',
        'photos of the damage and of the packing on all sides',
        'a photo of the delivery note with the remark',
        'the number on the label of the damaged piece',
      ),
      'Please keep the packing and do not install the piece until we have answered. We will replace or repair it; you will hear from me which of the two, and by when, within two working days.',
    ],
    'zh-CN': [
      '订单{{order.number}}到货破损,深表歉意;感谢您在送货单上注明,这非常重要。',
      list('请在三天内发来:', '破损处及包装各面的照片', '注明破损的送货单照片', '破损件标签上的编号'),
      '请保留包装,在我们答复前不要安装。我们会更换或修复,两个工作日内告知方案和时间。',
    ],
    fr: [
      'Je regrette que la commande {{order.number}} soit arrivée abîmée. Merci pour la réserve sur le bon de livraison : elle nous aide beaucoup.',
      list(
        "Merci de m'envoyer sous trois jours :",
        "des photos du dommage et de l'emballage, sur toutes ses faces",
        'une photo du bon de livraison avec la réserve',
        "le numéro de l'étiquette de la pièce abîmée",
      ),
      "Gardez l'emballage et ne posez pas la pièce avant notre réponse. Nous la remplacerons ou la réparerons ; je vous dirai laquelle des deux solutions, et pour quand, sous deux jours ouvrés.",
    ],
    de: [
      'es tut mir leid, dass Auftrag {{order.number}} beschädigt angekommen ist. Danke für den Vermerk auf dem Lieferschein, das hilft sehr.',
      list(
        'Bitte senden Sie mir innerhalb von drei Tagen:',
        'Fotos vom Schaden und von allen Seiten der Verpackung',
        'ein Foto des Lieferscheins mit dem Vermerk',
        'die Nummer auf dem Etikett des beschädigten Teils',
      ),
      'Bitte heben Sie die Verpackung auf und bauen Sie das Teil vor unserer Antwort nicht ein. Wir ersetzen oder reparieren es; innerhalb von zwei Werktagen sage ich Ihnen, was davon und bis wann.',
    ],
    es: [
      'Lamento que el pedido {{order.number}} haya llegado dañado. Gracias por anotarlo en el albarán: nos ayuda mucho.',
      list(
        'Envíeme, por favor, en un plazo de tres días:',
        'fotos del daño y del embalaje por todos los lados',
        'una foto del albarán con la anotación',
        'el número de la etiqueta de la pieza dañada',
      ),
      'Conserve el embalaje y no instale la pieza hasta recibir nuestra respuesta. La cambiaremos o repararemos; en dos días laborables le diré cuál de las dos opciones y para cuándo.',
    ],
    pt: [
      'Lamento que o pedido {{order.number}} tenha chegado danificado. Agradecemos a anotação no comprovante de entrega: ajuda muito.',
      list(
        'Por favor, envie em até três dias:',
        'fotos do dano e da embalagem por todos os lados',
        'uma foto do comprovante com a anotação',
        'o número da etiqueta da peça danificada',
      ),
      'Guarde a embalagem e não instale a peça antes da nossa resposta. Vamos trocar ou reparar; em até dois dias úteis digo qual das opções e para quando.',
    ],
    ar: [
      'نأسف لوصول الطلب {{order.number}} متضرراً، ونشكركم على تدوين الملاحظة في سند التسليم فهي مفيدة جداً.',
      list(
        'نرجو أن ترسلوا خلال ثلاثة أيام:',
        'صوراً للضرر وللتغليف من جميع الجهات',
        'صورة لسند التسليم مع الملاحظة',
        'رقم الملصق على القطعة المتضررة',
      ),
      'نرجو الاحتفاظ بالتغليف وعدم تركيب القطعة قبل جوابنا. سنستبدلها أو نصلحها، وسنبلغكم بالحل وموعده خلال يومي عمل.',
    ],
    ru: [
      'Сожалеем, что заказ {{order.number}} пришёл повреждённым. Спасибо за отметку в накладной: это очень помогает.',
      list(
        'Пришлите, пожалуйста, в течение трёх дней:',
        'фотографии повреждения и упаковки со всех сторон',
        'фотографию накладной с отметкой',
        'номер с наклейки повреждённой детали',
      ),
      'Сохраните упаковку и не устанавливайте деталь до нашего ответа. Мы заменим её или отремонтируем; что именно и к какому сроку, сообщим в течение двух рабочих дней.',
    ],
  },
);
