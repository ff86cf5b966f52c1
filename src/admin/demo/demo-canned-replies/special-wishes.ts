import { list, reply } from './reply-letter.ts';

/** No Arabic or Russian variant on purpose: the list shows what is missing. */
export const milkHatch = reply(
  { shortcut: 'milk-hatch', title: 'Milk hatch: yes, and what we need to know', category: 'Special wishes' },
  {
    en: [
      'Yes, we can build a milk hatch into the leaf: an insulated flap in the colour of the door, with a lock that is worked from inside.',
      list(
        'To draw it I need:',
        'clear width and height of the hatch',
        'height of its lower edge above the finished floor',
        'on the hinge side, in the middle or on the lock side, seen from outside',
        'one flap, or two (outside and inside)',
      ),
      'It needs 120 mm of leaf around it, so that lock and hinges keep their hold. Please note that any hatch lowers the burglar and fire class of a door.',
    ],
    'zh-CN': [
      '可以,我们能在门扇上做送奶口:保温小门,与大门同色,从室内上锁。',
      list(
        '请提供:',
        '送奶口的净宽和净高',
        '下沿距完成地面的高度',
        '位置:铰链侧、居中还是锁侧(从门外看)',
        '单层小门,还是内外两层',
      ),
      '四周门扇至少保留120毫米,以免影响锁和铰链。另请注意:开口会降低门的防盗和耐火等级。',
    ],
    fr: [
      "Oui, c'est possible : nous intégrons la trappe à lait dans le vantail, avec un volet isolé dans la couleur de la porte et une serrure manœuvrée de l'intérieur.",
      list(
        'Pour la dessiner, il me faut :',
        'la largeur et la hauteur utiles de la trappe',
        'la hauteur de son bord inférieur au-dessus du sol fini',
        'côté gonds, au milieu ou côté serrure, vu de dehors',
        'un seul volet, ou deux (dehors et dedans)',
      ),
      "Il faut garder 120 mm de vantail tout autour, pour la tenue de la serrure et des gonds. À savoir : toute trappe abaisse la classe anti-effraction et la résistance au feu d'une porte.",
    ],
    'fr@CH': [
      "Oui, c'est possible : nous intégrons la trappe à lait dans le vantail, avec un volet isolé dans la couleur de la porte et une serrure manœuvrée de l'intérieur. À ne pas confondre avec la boîte à lait de la boîte aux lettres : si c'est elle que vous cherchez, dites-le-moi.",
      list(
        'Pour la dessiner, il me faut :',
        'la largeur et la hauteur utiles de la trappe',
        'la hauteur de son bord inférieur au-dessus du sol fini',
        'côté gonds, au milieu ou côté serrure, vu de dehors',
        'un seul volet, ou deux (dehors et dedans)',
      ),
      'Il faut garder 120 mm de vantail tout autour, pour la tenue de la serrure et des gonds.',
    ],
    de: [
      'ja, das ist möglich: Wir bauen die Milchklappe in das Türblatt ein, gedämmt, in der Farbe der Tür und von innen abschließbar.',
      list(
        'Für die Zeichnung brauche ich:',
        'lichte Breite und Höhe der Klappe',
        'Höhe der Unterkante über dem fertigen Fußboden',
        'bandseitig, mittig oder schlossseitig, von außen gesehen',
        'eine Klappe oder zwei (außen und innen)',
      ),
      'Ringsum müssen 120 mm Türblatt bleiben, damit Schloss und Bänder halten. Bitte beachten Sie, dass jede Klappe die Einbruch- und Brandschutzklasse mindert.',
    ],
    es: [
      'Sí, podemos integrar en la hoja una trampilla para la leche: aislada, del color de la puerta y con cerradura que se acciona desde dentro.',
      list(
        'Para dibujarla necesito:',
        'ancho y alto libres de la trampilla',
        'altura del borde inferior sobre el suelo terminado',
        'lado de las bisagras, centro o lado de la cerradura, visto desde fuera',
        'una tapa o dos (exterior e interior)',
      ),
      'Alrededor deben quedar 120 mm de hoja para que cerradura y bisagras conserven su firmeza. Tenga en cuenta que cualquier trampilla reduce la clase antirrobo y la resistencia al fuego.',
    ],
    pt: [
      'Sim, podemos embutir na folha uma portinhola para o leite: isolada, na cor da porta e com fechadura acionada por dentro.',
      list(
        'Para desenhá-la preciso de:',
        'largura e altura livres da portinhola',
        'altura da borda inferior acima do piso acabado',
        'lado das dobradiças, centro ou lado da fechadura, visto de fora',
        'uma tampa ou duas (externa e interna)',
      ),
      'É preciso manter 120 mm de folha em volta, para a firmeza da fechadura e das dobradiças. Toda abertura reduz a classe antiarrombamento e a resistência ao fogo.',
    ],
  },
);

/** No German variant on purpose. */
export const steelPlate = reply(
  { shortcut: 'steel-plate', title: 'Steel plate between the skins: options', category: 'Special wishes' },
  {
    en: [
      'Yes, we can put a steel plate between the two skins of the door. It is welded to the inner frame of the leaf, so that it cannot be pulled out.',
      list(
        'You can choose:',
        '1.5 mm plate: about 12 kg more per square metre',
        '2 mm plate: about 16 kg more per square metre',
        '3 mm plate: about 24 kg more per square metre, four hinges instead of three',
        'plate over the whole leaf, or only around the lock',
      ),
      'Please tell me the thickness you want, and whether every door gets it. With the plate the multipoint lock stays as it is; a hatch or a glass panel is then no longer possible in the same place.',
    ],
    'zh-CN': [
      '可以,在两层门面板之间加一层钢板,并与门扇内框焊接,无法抽出。',
      list(
        '可选:',
        '1.5毫米钢板:每平方米约增重12公斤',
        '2毫米钢板:每平方米约增重16公斤',
        '3毫米钢板:每平方米约增重24公斤,铰链由三个改为四个',
        '整扇加钢板,或只在锁体周围加',
      ),
      '请告知所需厚度,以及是否每樘都加。多点锁不变;加钢板的位置不能再开小门或视窗。',
    ],
    fr: [
      "Oui, nous pouvons poser une tôle d'acier entre les deux parements. Elle est soudée au cadre intérieur du vantail et ne peut pas être arrachée.",
      list(
        'Vous avez le choix :',
        'tôle de 1,5 mm : environ 12 kg de plus par mètre carré',
        'tôle de 2 mm : environ 16 kg de plus par mètre carré',
        'tôle de 3 mm : environ 24 kg de plus par mètre carré, quatre paumelles au lieu de trois',
        'sur tout le vantail, ou seulement autour de la serrure',
      ),
      "Dites-moi l'épaisseur souhaitée et si toutes les portes sont concernées. La serrure multipoint reste la même ; une trappe ou un vitrage n'est alors plus possible au même endroit.",
    ],
    es: [
      'Sí, podemos colocar una chapa de acero entre las dos caras de la puerta. Va soldada al bastidor interior de la hoja y no se puede arrancar.',
      list(
        'Puede elegir:',
        'chapa de 1,5 mm: unos 12 kg más por metro cuadrado',
        'chapa de 2 mm: unos 16 kg más por metro cuadrado',
        'chapa de 3 mm: unos 24 kg más por metro cuadrado, cuatro bisagras en vez de tres',
        'en toda la hoja o solo alrededor de la cerradura',
      ),
      'Indíqueme, por favor, el espesor deseado y si la llevan todas las puertas. La cerradura multipunto no cambia; en ese mismo lugar ya no cabe una trampilla ni un vidrio.',
    ],
    pt: [
      'Sim, podemos colocar uma chapa de aço entre as duas faces da porta. Ela é soldada ao quadro interno da folha e não pode ser arrancada.',
      list(
        'As opções são:',
        'chapa de 1,5 mm: cerca de 12 kg a mais por metro quadrado',
        'chapa de 2 mm: cerca de 16 kg a mais por metro quadrado',
        'chapa de 3 mm: cerca de 24 kg a mais por metro quadrado, quatro dobradiças em vez de três',
        'na folha inteira ou somente em volta da fechadura',
      ),
      'Por favor, informe a espessura desejada e se vale para todas as portas. A fechadura multiponto não muda; no mesmo lugar não cabe mais portinhola nem visor.',
    ],
    ar: [
      'نعم، يمكننا وضع لوح حديد بين طبقتي الباب، ويُلحم بالإطار الداخلي للضلفة فلا يمكن نزعه.',
      list(
        'الخيارات:',
        'لوح 1.5 مم: زيادة نحو 12 كغ للمتر المربع',
        'لوح 2 مم: زيادة نحو 16 كغ للمتر المربع',
        'لوح 3 مم: زيادة نحو 24 كغ للمتر المربع، مع أربع مفصلات بدلاً من ثلاث',
        'على كامل الضلفة أو حول القفل فقط',
      ),
      'نرجو إبلاغنا بالسماكة المطلوبة وهل تشمل جميع الأبواب. يبقى القفل متعدد النقاط كما هو، ولا يمكن عمل فتحة أو زجاج في الموضع نفسه.',
    ],
    ru: [
      'Да, между двумя листами полотна можно поставить стальную пластину. Она приваривается к внутренней раме, вырвать её нельзя.',
      list(
        'Варианты:',
        'пластина 1,5 мм: примерно на 12 кг больше на квадратный метр',
        'пластина 2 мм: примерно на 16 кг больше на квадратный метр',
        'пластина 3 мм: примерно на 24 кг больше на квадратный метр, четыре петли вместо трёх',
        'по всему полотну или только вокруг замка',
      ),
      'Сообщите, пожалуйста, толщину и нужна ли пластина во всех дверях. Многоточечный замок остаётся прежним; люк или стекло в том же месте тогда невозможны.',
    ],
  },
);
