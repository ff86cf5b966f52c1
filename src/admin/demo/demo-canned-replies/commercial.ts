import { list, reply } from './reply-letter.ts';

/** No Portuguese variant on purpose. */
export const paymentTerms = reply(
  { shortcut: 'payment', title: 'Payment terms', category: 'Payment', stores: ['yuzhong'] },
  {
    en: [
      list(
        'These are our usual terms:',
        '30 % deposit by bank transfer with the order, 70 % before shipment against a copy of the bill of lading',
        'for orders above USD 20,000 also an irrevocable letter of credit at sight',
        'prices in US dollars or euros; bank charges are shared',
      ),
      'Our bank details stand only on the proforma invoice. We never announce new bank details by e-mail: if you receive such a message, please call us first.',
    ],
    'zh-CN': [
      list(
        '我们的常用付款方式:',
        '下单付30%定金(电汇),发货前凭提单副本付70%',
        '20,000美元以上的订单也可用不可撤销即期信用证',
        '以美元或欧元计价,银行费用双方分担',
      ),
      '我们的银行账户只写在形式发票上,绝不会用邮件通知更换账户;如收到此类邮件,请先致电核实。',
    ],
    fr: [
      list(
        'Voici nos conditions habituelles :',
        "30 % d'acompte par virement à la commande, 70 % avant expédition contre copie du connaissement",
        'au-dessus de 20 000 USD, également crédit documentaire irrévocable à vue',
        'prix en dollars américains ou en euros ; frais bancaires partagés',
      ),
      "Nos coordonnées bancaires figurent uniquement sur la facture pro forma. Nous n'annonçons jamais de nouvelles coordonnées par courriel : si vous recevez un tel message, appelez-nous d'abord.",
    ],
    de: [
      list(
        'unsere üblichen Bedingungen:',
        '30 % Anzahlung per Überweisung bei Bestellung, 70 % vor Versand gegen Kopie des Konnossements',
        'ab 20.000 USD auch unwiderrufliches Akkreditiv bei Sicht',
        'Preise in US-Dollar oder Euro; Bankspesen werden geteilt',
      ),
      'Unsere Bankverbindung steht nur auf der Proformarechnung. Neue Bankverbindungen teilen wir nie per E-Mail mit: Rufen Sie uns in einem solchen Fall bitte zuerst an.',
    ],
    es: [
      list(
        'Estas son nuestras condiciones habituales:',
        '30 % de anticipo por transferencia con el pedido, 70 % antes del embarque contra copia del conocimiento de embarque',
        'a partir de 20.000 USD, también carta de crédito irrevocable a la vista',
        'precios en dólares estadounidenses o euros; gastos bancarios compartidos',
      ),
      'Nuestros datos bancarios figuran únicamente en la factura proforma. Nunca comunicamos cambios de cuenta por correo: si recibe un mensaje así, llámenos antes.',
    ],
    ar: [
      list(
        'شروط الدفع المعتادة لدينا:',
        'دفعة مقدمة 30% بتحويل مصرفي عند الطلب، و70% قبل الشحن مقابل نسخة من بوليصة الشحن',
        'للطلبات التي تزيد على 20,000 دولار يمكن أيضاً اعتماد مستندي غير قابل للإلغاء لدى الاطلاع',
        'الأسعار بالدولار الأمريكي أو اليورو، ورسوم البنك مناصفة',
      ),
      'بياناتنا المصرفية مذكورة في الفاتورة الأولية فقط، ولا نعلن عن حساب جديد بالبريد الإلكتروني أبداً. إن وصلتكم رسالة كهذه فنرجو الاتصال بنا أولاً.',
    ],
    ru: [
      list(
        'Наши обычные условия:',
        'аванс 30 % переводом при заказе, 70 % до отгрузки против копии коносамента',
        'при сумме свыше 20 000 долларов США также безотзывный аккредитив с оплатой по предъявлении',
        'цены в долларах США или евро, банковские расходы пополам',
      ),
      'Наши банковские реквизиты указаны только в счёте-проформе. О новых реквизитах мы никогда не сообщаем по электронной почте: получив такое письмо, сначала позвоните нам.',
    ],
  },
);

export const certificateRequest = reply(
  { shortcut: 'certificate', title: 'Certificates: what we can supply', category: 'Payment' },
  {
    en: [
      'Thank you for asking before you order: a certificate always belongs to a tested door, and a change of size, glass or lock can leave its scope.',
      list(
        'So that I can answer properly, please tell me:',
        'which certificate or standard, and who asks for it (customs, fire officer, architect)',
        'country and place of installation',
        'whether the document must be there before shipment',
      ),
      'I will then ask our laboratory and confirm in writing what we can supply, what it costs and how long it takes. Until then, please do not count on it.',
    ],
    'zh-CN': [
      '感谢您在下单前询问:证书总是对应经过检测的产品,更改尺寸、玻璃或锁具可能超出其范围。',
      list(
        '为准确答复,请告知:',
        '需要哪种证书或标准,由谁要求(海关、消防、设计师)',
        '安装的国家和地点',
        '是否须在装运前提供',
      ),
      '我会向实验室核实,并书面确认可提供的文件、费用和时间。在此之前请勿以此为准。',
    ],
    fr: [
      'Merci de poser la question avant de commander : un certificat vaut toujours pour une porte essayée, et un changement de dimension, de vitrage ou de serrure peut en faire sortir.',
      list(
        'Pour vous répondre précisément, il me faut :',
        "le certificat ou la norme, et qui l'exige (douane, pompiers, architecte)",
        'le pays et le lieu de pose',
        "s'il doit être présenté avant l'expédition",
      ),
      "Je consulte alors notre laboratoire et vous confirme par écrit ce que nous pouvons fournir, à quel prix et dans quel délai. D'ici là, merci de ne pas le tenir pour acquis.",
    ],
    de: [
      'danke, dass Sie vor der Bestellung fragen: Ein Zertifikat gilt immer für eine geprüfte Tür, und eine andere Größe, ein anderes Glas oder Schloss kann aus dem Geltungsbereich fallen.',
      list(
        'Damit ich verbindlich antworten kann, nennen Sie mir bitte:',
        'welches Zertifikat oder welche Norm, und wer es verlangt (Zoll, Brandschutz, Architekt)',
        'Land und Ort des Einbaus',
        'ob es vor dem Versand vorliegen muss',
      ),
      'Ich frage dann unser Labor und bestätige Ihnen schriftlich, was wir liefern können, zu welchen Kosten und bis wann. Bis dahin rechnen Sie bitte noch nicht damit.',
    ],
    es: [
      'Gracias por preguntar antes de pedir: un certificado corresponde siempre a una puerta ensayada, y un cambio de medida, vidrio o cerradura puede quedar fuera de su alcance.',
      list(
        'Para responderle con exactitud, dígame, por favor:',
        'qué certificado o norma, y quién lo exige (aduana, bomberos, arquitecto)',
        'país y lugar de instalación',
        'si debe presentarse antes del embarque',
      ),
      'Consultaré con nuestro laboratorio y le confirmaré por escrito qué podemos suministrar, a qué precio y en qué plazo. Hasta entonces, no lo dé por seguro.',
    ],
    pt: [
      'Agradecemos a pergunta antes do pedido: um certificado vale sempre para uma porta ensaiada, e mudar a medida, o vidro ou a fechadura pode sair do seu escopo.',
      list(
        'Para responder com exatidão, por favor informe:',
        'qual certificado ou norma, e quem exige (alfândega, bombeiros, arquiteto)',
        'país e local da instalação',
        'se deve ser apresentado antes do embarque',
      ),
      'Vou consultar o nosso laboratório e confirmo por escrito o que podemos fornecer, o custo e o prazo. Até lá, por favor não conte com ele.',
    ],
    ar: [
      'نشكركم على السؤال قبل الطلب: فالشهادة تخص دائماً باباً مختبراً، وقد يخرج تغيير المقاس أو الزجاج أو القفل عن نطاقها.',
      list(
        'لكي نجيبكم بدقة نرجو ذكر:',
        'الشهادة أو المواصفة المطلوبة والجهة التي تطلبها (الجمارك، الدفاع المدني، المهندس المعماري)',
        'بلد التركيب ومكانه',
        'هل يجب تقديمها قبل الشحن',
      ),
      'سنراجع مختبرنا ونؤكد لكم كتابةً ما يمكن توفيره وتكلفته ومدته. وحتى ذلك الحين نرجو عدم اعتباره مؤكداً.',
    ],
    ru: [
      'Спасибо, что спрашиваете до заказа: сертификат всегда относится к испытанной двери, и другой размер, стекло или замок могут выйти за его область действия.',
      list(
        'Чтобы ответить точно, сообщите, пожалуйста:',
        'какой сертификат или стандарт и кто его требует (таможня, пожарный надзор, архитектор)',
        'страну и место установки',
        'нужен ли он до отгрузки',
      ),
      'Уточним в лаборатории и письменно подтвердим, что можем предоставить, сколько это стоит и сколько займёт. До этого, пожалуйста, на него не рассчитывайте.',
    ],
  },
);
