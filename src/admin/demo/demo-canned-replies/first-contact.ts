import { list, reply } from './reply-letter.ts';

export const receipt = reply(
  { shortcut: 'receipt', title: 'Received: we are looking into it', category: 'First contact' },
  {
    en: [
      'Thank you for writing to {{store.name}}. My name is {{agent.name}}, and I am looking after your request (number {{ticket.number}}).',
      'I am checking the details with our workshop and will come back to you within one working day. If you have photos or a sketch of the opening, please send them along: they often save a question.',
    ],
    'zh-CN': [
      '感谢您联系{{store.name}}。我是{{agent.name}},由我负责跟进您的咨询(编号{{ticket.number}})。',
      '我正在与生产部门核对细节,一个工作日内答复您。如有洞口照片或草图,请一并发来,可以少走弯路。',
    ],
    fr: [
      "Merci d'avoir écrit à {{store.name}}. Je m'appelle {{agent.name}} et je m'occupe de votre demande (numéro {{ticket.number}}).",
      "Je vérifie les détails avec notre atelier et je reviens vers vous sous un jour ouvré. Si vous avez des photos ou un croquis de l'ouverture, n'hésitez pas à me les envoyer : cela évite souvent une question.",
    ],
    de: [
      'vielen Dank für Ihre Nachricht an {{store.name}}. Mein Name ist {{agent.name}}, ich kümmere mich um Ihre Anfrage (Nummer {{ticket.number}}).',
      'Ich kläre die Einzelheiten mit unserer Werkstatt und melde mich innerhalb eines Werktags. Fotos oder eine Skizze der Öffnung helfen uns sehr und ersparen oft eine Rückfrage.',
    ],
    'de@CH': [
      'Vielen Dank für Ihre Nachricht an {{store.name}}. Mein Name ist {{agent.name}}, ich kümmere mich um Ihre Anfrage (Nummer {{ticket.number}}).',
      'Ich kläre die Einzelheiten mit unserer Werkstatt und melde mich innert eines Arbeitstages. Fotos oder eine Skizze der Öffnung helfen uns sehr.',
    ],
    es: [
      'Muchas gracias por escribir a {{store.name}}. Me llamo {{agent.name}} y me ocupo de su consulta (número {{ticket.number}}).',
      'Estoy revisando los detalles con nuestro taller y le responderé en un día laborable. Si dispone de fotos o de un croquis del hueco, envíemelos, por favor: suelen ahorrar preguntas.',
    ],
    pt: [
      'Agradecemos o seu contato com a {{store.name}}. Meu nome é {{agent.name}} e cuido da sua solicitação (número {{ticket.number}}).',
      'Estou verificando os detalhes com a nossa fábrica e respondo em um dia útil. Se tiver fotos ou um croqui do vão, por favor envie: isso costuma poupar perguntas.',
    ],
    'pt@PT': [
      'Agradecemos o contacto com a {{store.name}}. O meu nome é {{agent.name}} e acompanho o seu pedido (número {{ticket.number}}).',
      'Estou a verificar os pormenores com a nossa fábrica e responderei no prazo de um dia útil. Se tiver fotografias ou um esboço do vão, agradecemos o envio.',
    ],
    ar: [
      'نشكركم على مراسلة {{store.name}}. أنا {{agent.name}} وسأتابع طلبكم (رقم {{ticket.number}}).',
      'أراجع التفاصيل مع المصنع وسأعود إليكم خلال يوم عمل واحد. إن توفرت لديكم صور أو رسم للفتحة فنرجو إرسالها، فهي تغني عن أسئلة كثيرة.',
    ],
    ru: [
      'Спасибо за обращение в {{store.name}}. Меня зовут {{agent.name}}, я занимаюсь вашим запросом (номер {{ticket.number}}).',
      'Уточняю детали на производстве и отвечу в течение одного рабочего дня. Если есть фотографии или эскиз проёма, пришлите их, пожалуйста: это часто избавляет от лишних вопросов.',
    ],
  },
);

export const quotationSent = reply(
  { shortcut: 'quotation', title: 'Quotation sent', category: 'First contact' },
  {
    en: [
      'Please find our quotation attached. It is based on specification {{specification.number}}, version {{specification.version}}: {{specification.summary}}.',
      list(
        'Three things before you decide:',
        'The price holds for 30 days.',
        'Production begins once you have approved the drawing in writing and the deposit has arrived.',
        'Sizes and colour can be changed until then; afterwards only against a new quotation.',
      ),
      'If anything is not as you meant it, please tell me now. I would rather correct a line than a door.',
    ],
    'zh-CN': [
      '报价单请见附件,依据规格书{{specification.number}}第{{specification.version}}版:{{specification.summary}}。',
      list(
        '确认前请留意三点:',
        '报价有效期30天。',
        '收到您对图纸的书面确认及定金后开始生产。',
        '在此之前可以更改尺寸和颜色,之后更改需重新报价。',
      ),
      '若有任何与您本意不符之处,请现在告诉我,改一行字总比改一樘门容易。',
    ],
    fr: [
      'Vous trouverez notre devis en pièce jointe. Il repose sur la fiche technique {{specification.number}}, version {{specification.version}} : {{specification.summary}}.',
      list(
        'Trois points avant de vous décider :',
        'Le prix est valable 30 jours.',
        "La fabrication commence après votre accord écrit sur le plan et réception de l'acompte.",
        'Cotes et couleur peuvent être modifiées jusque-là ; ensuite, un nouveau devis est nécessaire.',
      ),
      "Si quelque chose ne correspond pas à ce que vous vouliez, dites-le-moi maintenant : mieux vaut corriger une ligne qu'une porte.",
    ],
    de: [
      'anbei erhalten Sie unser Angebot. Grundlage ist das Datenblatt {{specification.number}}, Version {{specification.version}}: {{specification.summary}}.',
      list(
        'Drei Hinweise dazu:',
        'Der Preis gilt 30 Tage.',
        'Die Fertigung beginnt nach Ihrer schriftlichen Freigabe der Zeichnung und Eingang der Anzahlung.',
        'Bis dahin lassen sich Maße und Farbe ändern, danach nur gegen ein neues Angebot.',
      ),
      'Sollte etwas nicht so sein, wie Sie es gemeint haben, sagen Sie es bitte jetzt: eine Zeile ist schneller berichtigt als eine Tür.',
    ],
    es: [
      'Le adjunto nuestro presupuesto. Se basa en la ficha técnica {{specification.number}}, versión {{specification.version}}: {{specification.summary}}.',
      list(
        'Tres observaciones:',
        'El precio es válido durante 30 días.',
        'La fabricación comienza tras su aprobación por escrito del plano y la recepción del anticipo.',
        'Hasta entonces se pueden cambiar medidas y color; después, solo con un nuevo presupuesto.',
      ),
      'Si algo no responde a lo que usted deseaba, dígamelo ahora, por favor: es más fácil corregir una línea que una puerta.',
    ],
    pt: [
      'Segue em anexo o nosso orçamento. Ele se baseia na ficha técnica {{specification.number}}, versão {{specification.version}}: {{specification.summary}}.',
      list(
        'Três observações:',
        'O preço é válido por 30 dias.',
        'A produção começa após a sua aprovação do desenho por escrito e o recebimento do sinal.',
        'Até lá é possível alterar medidas e cor; depois, somente com novo orçamento.',
      ),
      'Se algo não estiver como deseja, por favor avise agora: é mais fácil corrigir uma linha do que uma porta.',
    ],
    ar: [
      'نرفق لكم عرض السعر، وهو مبني على ورقة المواصفات {{specification.number}}، الإصدار {{specification.version}}: {{specification.summary}}.',
      list(
        'ثلاث ملاحظات قبل القرار:',
        'السعر سارٍ لمدة 30 يوماً.',
        'يبدأ التصنيع بعد موافقتكم الخطية على الرسم واستلام الدفعة المقدمة.',
        'يمكن تعديل المقاسات واللون حتى ذلك الحين، وبعده يلزم عرض سعر جديد.',
      ),
      'إن كان هناك ما لا يطابق مرادكم فنرجو إبلاغنا الآن، فتعديل سطر أيسر من تعديل باب.',
    ],
    ru: [
      'Направляем коммерческое предложение. Оно составлено по спецификации {{specification.number}}, версия {{specification.version}}: {{specification.summary}}.',
      list(
        'Обратите внимание:',
        'Цена действует 30 дней.',
        'Производство начинается после вашего письменного согласования чертежа и поступления аванса.',
        'До этого размеры и цвет можно изменить, после – только по новому предложению.',
      ),
      'Если что-то не так, как вы имели в виду, напишите, пожалуйста, сейчас: исправить строку проще, чем дверь.',
    ],
  },
);
