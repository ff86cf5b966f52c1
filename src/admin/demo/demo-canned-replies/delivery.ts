import { list, reply } from './reply-letter.ts';

export const deliveryTime = reply(
  { shortcut: 'delivery-time', title: 'How long will it take?', category: 'Delivery' },
  {
    en: [
      'Made-to-measure doors and windows take 35 to 45 days to make, counted from the day we have both your written approval of the drawing and the deposit.',
      'Transport comes on top: 25 to 40 days by sea, or 18 to 22 days by rail to Europe. During Spring Festival the factory rests for about two weeks; I will tell you in time if your order is touched by it.',
      'If you have a fixed date on site, please give it to me with day and month written out, and I will tell you honestly whether it can be kept.',
    ],
    'zh-CN': [
      '定制门窗的生产周期为35至45天,自收到您对图纸的书面确认及定金之日起算。',
      '运输时间另计:海运25至40天,至欧洲铁路18至22天。春节期间工厂休息约两周,如影响您的订单我会提前告知。',
      '如现场有固定的安装日期,请告诉我具体月日,我会如实答复能否赶上。',
    ],
    fr: [
      "Les portes et fenêtres sur mesure demandent 35 à 45 jours de fabrication, à compter du jour où nous avons à la fois votre accord écrit sur le plan et l'acompte.",
      "Le transport s'y ajoute : 25 à 40 jours par mer, ou 18 à 22 jours par rail vers l'Europe. Pour la fête du Printemps, l'usine ferme environ deux semaines ; je vous préviendrai à temps si votre commande est concernée.",
      'Si vous avez une date impérative sur le chantier, donnez-la-moi en toutes lettres et je vous dirai franchement si elle peut être tenue.',
    ],
    de: [
      'maßgefertigte Türen und Fenster brauchen 35 bis 45 Tage in der Fertigung, gerechnet ab dem Tag, an dem uns Ihre schriftliche Freigabe der Zeichnung und die Anzahlung vorliegen.',
      'Hinzu kommt der Transport: 25 bis 40 Tage per Schiff oder 18 bis 22 Tage per Bahn nach Europa. Zum chinesischen Frühlingsfest ruht das Werk etwa zwei Wochen; falls das Ihren Auftrag betrifft, melde ich mich rechtzeitig.',
      'Wenn es einen festen Termin auf der Baustelle gibt, nennen Sie ihn mir bitte mit Tag und Kalenderwoche. Ich sage Ihnen offen, ob er zu halten ist.',
    ],
    es: [
      'Las puertas y ventanas a medida tardan de 35 a 45 días en fabricarse, contados desde que tenemos su aprobación por escrito del plano y el anticipo.',
      'A eso se suma el transporte: de 25 a 40 días por mar, o de 18 a 22 días por ferrocarril a Europa. Durante la Fiesta de la Primavera la fábrica descansa unas dos semanas; si afecta a su pedido, se lo diré con tiempo.',
      'Si tiene una fecha fija en obra, indíquemela con día y mes en letras y le diré con franqueza si podemos cumplirla.',
    ],
    pt: [
      'Portas e janelas sob medida levam de 35 a 45 dias para ficar prontas, contados do dia em que temos a sua aprovação do desenho por escrito e o sinal.',
      'O transporte é à parte: de 25 a 40 dias por mar, ou de 18 a 22 dias por ferrovia até a Europa. Durante a Festa da Primavera a fábrica para por cerca de duas semanas; se isso afetar o seu pedido, aviso com antecedência.',
      'Se houver uma data fixa na obra, informe dia e mês por extenso e eu direi com franqueza se é possível cumpri-la.',
    ],
    ar: [
      'تستغرق صناعة الأبواب والنوافذ حسب المقاس من 35 إلى 45 يوماً، تُحسب من يوم استلام موافقتكم الخطية على الرسم والدفعة المقدمة معاً.',
      'ويضاف إليها النقل: من 25 إلى 40 يوماً بحراً، أو من 18 إلى 22 يوماً بالقطار إلى أوروبا. ويتوقف المصنع نحو أسبوعين في عيد الربيع الصيني، وسنبلغكم مسبقاً إن كان طلبكم معنياً.',
      'إن كان لديكم موعد ثابت في الموقع فنرجو ذكره باليوم والشهر كتابةً، وسنجيبكم بصراحة عن إمكان الالتزام به.',
    ],
    ru: [
      'Двери и окна по размеру изготавливаем за 35–45 дней с того дня, когда у нас есть и ваше письменное согласование чертежа, и аванс.',
      'Доставка считается отдельно: 25–40 дней морем или 18–22 дня по железной дороге до Европы. На Праздник Весны завод отдыхает около двух недель; если это затронет ваш заказ, сообщим заранее.',
      'Если на объекте есть твёрдая дата, напишите её, пожалуйста, полностью: число и месяц словами. Честно ответим, успеваем ли.',
    ],
  },
);

export const delayApology = reply(
  { shortcut: 'delay', title: 'Apology for a delay', category: 'Delivery' },
  {
    en: [
      'I am sorry: order {{order.number}} is later than we promised, and you should have heard it from us first.',
      'I am finding out today what is holding it up and will write to you with a firm date before the end of tomorrow, whatever the answer is. If the delay causes you costs on site, please tell me what they are, so that we can settle them fairly.',
    ],
    'zh-CN': [
      '非常抱歉:订单{{order.number}}晚于我们承诺的日期,而且本应由我们主动告知您。',
      '我今天就查明原因,最迟明天下班前书面告知您确定的日期,无论结果如何。若延误给您的工地造成费用,请告知金额,我们会公平处理。',
    ],
    fr: [
      "Je vous présente nos excuses : la commande {{order.number}} a du retard sur la date promise, et c'est nous qui aurions dû vous l'annoncer.",
      "Je cherche aujourd'hui même ce qui la retient et vous écrirai avant demain soir avec une date ferme, quelle que soit la réponse. Si ce retard vous cause des frais sur le chantier, indiquez-les-moi, afin que nous trouvions un arrangement équitable.",
    ],
    de: [
      'es tut mir leid: Auftrag {{order.number}} ist später, als wir zugesagt haben, und das hätten Sie zuerst von uns hören müssen.',
      'Ich kläre heute, woran es liegt, und nenne Ihnen bis morgen Abend schriftlich einen festen Termin, wie auch immer die Antwort ausfällt. Sollten Ihnen dadurch Kosten auf der Baustelle entstehen, teilen Sie sie mir bitte mit, damit wir eine faire Lösung finden.',
    ],
    es: [
      'Le pido disculpas: el pedido {{order.number}} lleva retraso respecto a lo prometido, y debió saberlo por nosotros.',
      'Hoy mismo averiguo la causa y antes de que termine el día de mañana le escribiré con una fecha firme, sea cual sea la respuesta. Si el retraso le ocasiona gastos en la obra, indíquemelos para que los resolvamos de forma justa.',
    ],
    pt: [
      'Peço desculpas: o pedido {{order.number}} está atrasado em relação ao prometido, e você deveria ter sabido por nós.',
      'Ainda hoje vou apurar o motivo e escrevo até amanhã no fim do dia com uma data firme, qualquer que seja a resposta. Se o atraso gerar custos na obra, por favor informe quais são, para resolvermos de forma justa.',
    ],
    ar: [
      'نعتذر إليكم: تأخر الطلب {{order.number}} عن الموعد الذي وعدنا به، وكان ينبغي أن نبلغكم نحن أولاً.',
      'سأتحقق اليوم من السبب وأكتب إليكم بموعد مؤكد قبل نهاية يوم غد أياً كان الجواب. وإن ترتبت عليكم تكاليف في الموقع بسبب التأخير فنرجو ذكرها لنسويها معكم بإنصاف.',
    ],
    ru: [
      'Приносим извинения: заказ {{order.number}} задерживается против обещанного срока, и вы должны были узнать об этом от нас.',
      'Сегодня выясню причину и до конца завтрашнего дня напишу вам твёрдую дату, каким бы ни был ответ. Если из-за задержки у вас возникли расходы на объекте, сообщите их, пожалуйста, и мы справедливо их урегулируем.',
    ],
  },
);

export const orderShipped = reply(
  { shortcut: 'shipped', title: 'Your order is on its way', category: 'Delivery' },
  {
    en: [
      'Good news: order {{order.number}} has left us. Tracking number: {{order.tracking}}.',
      list(
        'When it arrives, please',
        'check the packing before you sign',
        'write any damage on the delivery note, even if the driver is in a hurry',
        'open the packing within two days and photograph what is not right',
      ),
    ],
    'en@US': [
      'Good news: your order {{order.number}} has shipped. Tracking number: {{order.tracking}}.',
      'Please check the box before you sign for it, and send us a photo within two days if anything looks wrong. We will make it right.',
    ],
    'zh-CN': [
      '好消息:订单{{order.number}}已发货,运单号:{{order.tracking}}。',
      list('收货时请:', '签收前检查包装', '如有破损,即使司机催促也请在送货单上注明', '两天内拆箱,如有问题请拍照'),
    ],
    fr: [
      'Bonne nouvelle : la commande {{order.number}} est partie. Numéro de suivi : {{order.tracking}}.',
      list(
        "À l'arrivée, merci de",
        "vérifier l'emballage avant de signer",
        'noter tout dommage sur le bon de livraison, même si le chauffeur est pressé',
        "ouvrir l'emballage sous deux jours et photographier ce qui ne va pas",
      ),
    ],
    de: [
      'gute Nachricht: Auftrag {{order.number}} ist unterwegs. Sendungsnummer: {{order.tracking}}.',
      list(
        'Bitte beachten Sie bei der Anlieferung:',
        'Verpackung vor der Unterschrift prüfen',
        'jeden Schaden auf dem Lieferschein vermerken, auch wenn der Fahrer es eilig hat',
        'innerhalb von zwei Tagen auspacken und Mängel fotografieren',
      ),
    ],
    es: [
      'Buenas noticias: el pedido {{order.number}} ya ha salido. Número de seguimiento: {{order.tracking}}.',
      list(
        'Cuando llegue, por favor:',
        'revise el embalaje antes de firmar',
        'anote cualquier daño en el albarán, aunque el conductor tenga prisa',
        'desembale en un plazo de dos días y fotografíe lo que no esté bien',
      ),
    ],
    pt: [
      'Boa notícia: o pedido {{order.number}} já saiu. Código de rastreamento: {{order.tracking}}.',
      list(
        'Na entrega, por favor:',
        'confira a embalagem antes de assinar',
        'anote qualquer dano no comprovante, mesmo que o motorista esteja com pressa',
        'desembale em até dois dias e fotografe o que não estiver certo',
      ),
    ],
    ar: [
      'يسرنا إبلاغكم بأن الطلب {{order.number}} قد شُحن. رقم التتبع: {{order.tracking}}.',
      list(
        'عند الوصول نرجو:',
        'فحص التغليف قبل التوقيع',
        'تدوين أي ضرر على سند التسليم ولو كان السائق مستعجلاً',
        'فتح التغليف خلال يومين وتصوير ما ليس سليماً',
      ),
    ],
    ru: [
      'Хорошая новость: заказ {{order.number}} отправлен. Номер отслеживания: {{order.tracking}}.',
      list(
        'При получении, пожалуйста:',
        'проверьте упаковку до подписи',
        'впишите любое повреждение в накладную, даже если водитель торопится',
        'распакуйте в течение двух дней и сфотографируйте, если что-то не так',
      ),
    ],
  },
);
