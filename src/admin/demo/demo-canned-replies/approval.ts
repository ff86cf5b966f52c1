import { list, reply } from './reply-letter.ts';

export const approveSpecification = reply(
  { shortcut: 'approve', title: 'Please check and approve the specification', category: 'Specification' },
  {
    en: [
      'Here is everything we have understood, as specification {{specification.number}}, version {{specification.version}}: {{specification.summary}}.',
      list(
        'Please check line by line, above all:',
        'width and height, and what they describe',
        'hinge side and opening direction, seen from outside',
        'colour outside and inside',
        'special wishes',
      ),
      'If everything is right, please approve it in writing. We make exactly what this version says; anything said before and not written in it will not be made.',
    ],
    'zh-CN': [
      '以下是我们理解的全部要求,规格书{{specification.number}}第{{specification.version}}版:{{specification.summary}}。',
      list('请逐项核对,尤其是:', '宽和高,以及尺寸基准', '铰链侧和开启方向(从门外看)', '外侧和内侧颜色', '特殊要求'),
      '确认无误后请书面回复同意。我们严格按此版本生产,此前提过但未写入的内容不予生产。',
    ],
    fr: [
      'Voici tout ce que nous avons compris, dans la fiche {{specification.number}}, version {{specification.version}} : {{specification.summary}}.',
      list(
        'Merci de vérifier ligne par ligne, surtout :',
        "la largeur et la hauteur, et ce qu'elles désignent",
        "le côté des gonds et le sens d'ouverture, vus de dehors",
        'la couleur dehors et dedans',
        'les demandes particulières',
      ),
      'Si tout est juste, donnez-nous votre accord par écrit. Nous fabriquons exactement ce que dit cette version ; ce qui a été évoqué auparavant sans y figurer ne sera pas réalisé.',
    ],
    de: [
      'hier ist alles, was wir verstanden haben, als Datenblatt {{specification.number}}, Version {{specification.version}}: {{specification.summary}}.',
      list(
        'Bitte prüfen Sie Zeile für Zeile, vor allem:',
        'Breite und Höhe und was sie bezeichnen',
        'Bandseite und Öffnungsrichtung, von außen gesehen',
        'Farbe außen und innen',
        'Sonderwünsche',
      ),
      'Wenn alles stimmt, geben Sie es bitte schriftlich frei. Wir fertigen genau, was in dieser Version steht; was früher besprochen wurde und nicht darin steht, wird nicht gefertigt.',
    ],
    es: [
      'Esto es todo lo que hemos entendido, en la ficha {{specification.number}}, versión {{specification.version}}: {{specification.summary}}.',
      list(
        'Compruébelo línea por línea, sobre todo:',
        'ancho y alto, y a qué se refieren',
        'lado de las bisagras y sentido de apertura, vistos desde fuera',
        'color exterior e interior',
        'deseos especiales',
      ),
      'Si todo es correcto, apruébelo por escrito, por favor. Fabricamos exactamente lo que dice esta versión; lo hablado antes que no figure en ella no se fabricará.',
    ],
    pt: [
      'Aqui está tudo o que entendemos, na ficha {{specification.number}}, versão {{specification.version}}: {{specification.summary}}.',
      list(
        'Por favor, confira linha por linha, principalmente:',
        'largura e altura, e a que se referem',
        'lado das dobradiças e sentido de abertura, vistos de fora',
        'cor externa e interna',
        'pedidos especiais',
      ),
      'Se estiver tudo certo, aprove por escrito. Fabricamos exatamente o que está nesta versão; o que foi dito antes e não consta nela não será feito.',
    ],
    ar: [
      'هذا كل ما فهمناه في ورقة المواصفات {{specification.number}}، الإصدار {{specification.version}}: {{specification.summary}}.',
      list(
        'نرجو التدقيق سطراً سطراً، وبخاصة:',
        'العرض والارتفاع وما يدلان عليه',
        'جهة المفصلات واتجاه الفتح بالنظر من الخارج',
        'اللون من الخارج ومن الداخل',
        'الطلبات الخاصة',
      ),
      'إن كان كل شيء صحيحاً فنرجو الموافقة كتابةً. نصنع ما ورد في هذا الإصدار تماماً، وما قيل سابقاً ولم يُكتب فيه لن يُنفذ.',
    ],
    ru: [
      'Здесь всё, что мы поняли, в спецификации {{specification.number}}, версия {{specification.version}}: {{specification.summary}}.',
      list(
        'Проверьте, пожалуйста, построчно, прежде всего:',
        'ширину и высоту и что они означают',
        'сторону петель и направление открывания, если смотреть снаружи',
        'цвет снаружи и внутри',
        'особые пожелания',
      ),
      'Если всё верно, подтвердите, пожалуйста, письменно. Изготовим точно то, что указано в этой версии; сказанное раньше и не вошедшее в неё выполнено не будет.',
    ],
  },
);
