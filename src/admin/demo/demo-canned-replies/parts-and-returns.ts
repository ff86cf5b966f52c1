import { list, reply } from './reply-letter.ts';

export const sparePart = reply(
  { shortcut: 'spare-part', title: 'Spare part: which one exactly?', category: 'After-sales' },
  {
    en: [
      'We keep spare parts for our doors and windows for ten years. So that the right one reaches you, please tell me:',
      list(
        'For handles, locks and hinges:',
        'order number or year of purchase',
        'a photo of the part, front and back',
        'for locks: backset (edge to centre of the key hole) and the distance from key hole to handle, in millimetres',
        'left or right, seen from outside',
      ),
      'I will then send you the price, including transport, within one working day.',
    ],
    'zh-CN': [
      '我们的门窗配件保留十年。为寄送正确的配件,请告知:',
      list(
        '拉手、锁、铰链请提供:',
        '订单号或购买年份',
        '配件正反面照片',
        '锁具:边距(门边到锁孔中心)及锁孔到拉手的孔距,单位毫米',
        '站在门外看是左还是右',
      ),
      '收到后一个工作日内报价(含运费)。',
    ],
    fr: [
      'Nous gardons les pièces de rechange de nos portes et fenêtres pendant dix ans. Pour vous envoyer la bonne, il me faut :',
      list(
        'Pour poignées, serrures et paumelles :',
        "le numéro de commande ou l'année d'achat",
        'une photo de la pièce, recto et verso',
        "pour une serrure : l'axe (du bord au centre du cylindre) et l'entraxe entre cylindre et poignée, en millimètres",
        'gauche ou droite, vu de dehors',
      ),
      'Je vous envoie ensuite le prix, transport compris, sous un jour ouvré.',
    ],
    de: [
      'wir halten Ersatzteile für unsere Türen und Fenster zehn Jahre lang vor. Damit das richtige Teil bei Ihnen ankommt, nennen Sie mir bitte:',
      list(
        'Bei Griffen, Schlössern und Bändern:',
        'Auftragsnummer oder Kaufjahr',
        'ein Foto des Teils von vorn und hinten',
        'bei Schlössern: Dornmaß und Entfernung (Zylinder bis Drücker) in Millimetern',
        'links oder rechts, von außen gesehen',
      ),
      'Den Preis einschließlich Versand erhalten Sie dann innerhalb eines Werktags.',
    ],
    es: [
      'Conservamos repuestos de nuestras puertas y ventanas durante diez años. Para enviarle el correcto, necesito:',
      list(
        'Para manillas, cerraduras y bisagras:',
        'número de pedido o año de compra',
        'una foto de la pieza por delante y por detrás',
        'en cerraduras: aguja (del canto al centro del bombín) y distancia entre bombín y manilla, en milímetros',
        'izquierda o derecha, visto desde fuera',
      ),
      'Le enviaré el precio con transporte incluido en un día laborable.',
    ],
    pt: [
      'Mantemos peças de reposição das nossas portas e janelas por dez anos. Para enviar a peça certa, preciso de:',
      list(
        'Para maçanetas, fechaduras e dobradiças:',
        'número do pedido ou ano da compra',
        'uma foto da peça, frente e verso',
        'em fechaduras: distância da borda ao centro do cilindro e do cilindro à maçaneta, em milímetros',
        'esquerda ou direita, visto de fora',
      ),
      'Em um dia útil envio o preço com o frete incluído.',
    ],
    ar: [
      'نحتفظ بقطع الغيار لأبوابنا ونوافذنا عشر سنوات. ولإرسال القطعة الصحيحة نرجو ذكر:',
      list(
        'للمقابض والأقفال والمفصلات:',
        'رقم الطلب أو سنة الشراء',
        'صورة للقطعة من الأمام والخلف',
        'للأقفال: المسافة من الحافة إلى مركز الأسطوانة، ومن الأسطوانة إلى المقبض بالمليمتر',
        'يسار أم يمين بالنظر من الخارج',
      ),
      'وسنرسل إليكم السعر شاملاً الشحن خلال يوم عمل واحد.',
    ],
    ru: [
      'Запасные части к нашим дверям и окнам храним десять лет. Чтобы прислать нужную, сообщите, пожалуйста:',
      list(
        'Для ручек, замков и петель:',
        'номер заказа или год покупки',
        'фотографию детали спереди и сзади',
        'для замка: удаление ключевины и межосевое расстояние до ручки, в миллиметрах',
        'левая или правая, если смотреть снаружи',
      ),
      'Цену с доставкой пришлём в течение одного рабочего дня.',
    ],
  },
);

/** No Arabic variant on purpose. */
export const returnMadeToMeasure = reply(
  { shortcut: 'return', title: 'Return of made-to-measure goods', category: 'After-sales' },
  {
    en: [
      'I understand how annoying this is. Order {{order.number}} was made to your measurements, and a made-to-measure piece cannot be sold to anybody else; that is why the law lets us exclude the right of return for it.',
      list(
        'What we can do all the same:',
        'if the piece differs from the confirmed specification, we replace it at our cost',
        'if the order itself was wrong, we make the right piece at a reduced price and often re-use the hardware',
        'some screens and shutters can be cut down by a few centimetres on site: I will send the instructions',
      ),
      'Please send me the confirmed size and the size you need, and I will work out the cheapest way.',
    ],
    'en@US': [
      'I understand how frustrating this is. Order {{order.number}} was built to your measurements, so we cannot put it back in stock, and custom items are not covered by our regular return policy.',
      'What I can do: if the unit differs from the order confirmation, we replace it free of charge. If the measurement itself was off, we offer a new unit at a reduced price and re-use the hardware where possible. Please reply with the width and height you need.',
    ],
    'zh-CN': [
      '非常理解您的心情。订单{{order.number}}是按您的尺寸定制的,无法再销售给他人,因此法律允许定制产品不适用无理由退货。',
      list(
        '我们仍可以:',
        '若产品与确认的规格不符,由我们承担费用更换',
        '若下单尺寸有误,以优惠价重做,五金通常可继续使用',
        '部分纱门和卷帘可在现场裁短几厘米,我可以发说明',
      ),
      '请告知确认单上的尺寸和您需要的尺寸,我来计算最省钱的办法。',
    ],
    fr: [
      "Je comprends votre déception. La commande {{order.number}} a été fabriquée à vos mesures et ne peut être vendue à personne d'autre ; c'est pourquoi la loi exclut le droit de rétractation pour le sur-mesure.",
      list(
        'Ce que nous pouvons faire malgré tout :',
        'si la pièce diffère de la fiche confirmée, nous la remplaçons à nos frais',
        "si l'erreur est dans la commande, nous refaisons la bonne pièce à prix réduit, souvent avec la même quincaillerie",
        'certaines moustiquaires et certains volets se recoupent sur place de quelques centimètres : je vous enverrai la notice',
      ),
      "Indiquez-moi la cote confirmée et celle qu'il vous faut, je chercherai la solution la moins coûteuse.",
    ],
    de: [
      'ich verstehe Ihren Ärger. Auftrag {{order.number}} wurde nach Ihren Maßen gefertigt und lässt sich nicht anderweitig verkaufen; deshalb ist das Widerrufsrecht bei Maßanfertigungen gesetzlich ausgeschlossen.',
      list(
        'Das können wir trotzdem tun:',
        'Weicht das Teil vom bestätigten Datenblatt ab, ersetzen wir es auf unsere Kosten.',
        'War die Bestellung falsch, fertigen wir das richtige Teil zu einem ermäßigten Preis und verwenden die Beschläge oft weiter.',
        'Manche Insektenschutztüren und Läden lassen sich vor Ort um einige Zentimeter kürzen; die Anleitung sende ich Ihnen gern.',
      ),
      'Bitte nennen Sie mir das bestätigte und das benötigte Maß, ich rechne Ihnen den günstigsten Weg aus.',
    ],
    es: [
      'Entiendo su malestar. El pedido {{order.number}} se fabricó a sus medidas y no puede venderse a otra persona; por eso la ley excluye el derecho de desistimiento en los productos a medida.',
      list(
        'Lo que sí podemos hacer:',
        'si la pieza no coincide con la ficha confirmada, la cambiamos por nuestra cuenta',
        'si el error estaba en el pedido, hacemos la pieza correcta a precio reducido y a menudo reutilizamos los herrajes',
        'algunas mosquiteras y persianas pueden acortarse unos centímetros en la obra: le envío las instrucciones',
      ),
      'Indíqueme la medida confirmada y la que necesita y buscaré la solución más económica.',
    ],
    pt: [
      'Entendo o seu aborrecimento. O pedido {{order.number}} foi feito sob medida e não pode ser vendido a outra pessoa; por isso a lei permite excluir a devolução de produtos personalizados.',
      list(
        'O que podemos fazer:',
        'se a peça difere da ficha confirmada, trocamos por nossa conta',
        'se o erro estava no pedido, fazemos a peça certa com desconto e muitas vezes reaproveitamos as ferragens',
        'algumas telas e persianas podem ser cortadas alguns centímetros no local: envio as instruções',
      ),
      'Por favor, informe a medida confirmada e a de que precisa, e eu procuro a solução mais barata.',
    ],
    ru: [
      'Понимаю ваше огорчение. Заказ {{order.number}} изготовлен по вашим размерам, и продать его другому покупателю нельзя; поэтому на изделия по индивидуальным размерам право возврата не распространяется.',
      list(
        'Что мы всё же можем сделать:',
        'если изделие отличается от согласованной спецификации, заменим за наш счёт',
        'если ошибка была в заказе, изготовим правильное со скидкой, часто с прежней фурнитурой',
        'некоторые москитные двери и ставни можно укоротить на месте на несколько сантиметров, пришлю инструкцию',
      ),
      'Напишите, пожалуйста, согласованный и нужный размер, я рассчитаю самый недорогой вариант.',
    ],
  },
);
