import { list, reply } from './reply-letter.ts';

export const handing = reply(
  { shortcut: 'handing', title: 'Left or right, in or out?', category: 'Specification' },
  {
    en: [
      '"Left" and "right" mean different things from country to country, so please let us use pictures in words. Stand OUTSIDE, in front of the closed door, and look at it:',
      list(
        'Which line is yours?',
        '1 – hinges on the LEFT, door opens INTO the house',
        '2 – hinges on the RIGHT, door opens INTO the house',
        '3 – hinges on the LEFT, door opens OUT towards you',
        '4 – hinges on the RIGHT, door opens OUT towards you',
      ),
      'For a double door, please add which leaf is used every day. I will send you a drawing with your answer before anything is made.',
    ],
    'zh-CN': [
      '各国对“左”“右”的说法不同,为避免误会,请您站在门外、面对关着的门,看铰链(合页)在哪一侧:',
      list(
        '请选择一项:',
        '1 – 铰链在左,门向室内开',
        '2 – 铰链在右,门向室内开',
        '3 – 铰链在左,门向室外开',
        '4 – 铰链在右,门向室外开',
      ),
      '如为双扇门,请注明日常使用的是哪一扇。生产前我会把对应的图纸发给您确认。',
    ],
    fr: [
      '« Gauche » et « droite » ne veulent pas dire la même chose partout. Placez-vous DEHORS, devant la porte fermée, et regardez-la :',
      list(
        'Quelle ligne est la vôtre ?',
        "1 – gonds à GAUCHE, la porte s'ouvre vers l'INTÉRIEUR",
        "2 – gonds à DROITE, la porte s'ouvre vers l'INTÉRIEUR",
        "3 – gonds à GAUCHE, la porte s'ouvre vers l'EXTÉRIEUR",
        "4 – gonds à DROITE, la porte s'ouvre vers l'EXTÉRIEUR",
      ),
      'Pour une porte à deux vantaux, indiquez aussi le vantail de service. Je vous enverrai un plan correspondant avant toute fabrication.',
    ],
    de: [
      '„links“ und „rechts“ werden je nach Land anders verstanden. Bitte stellen Sie sich nach DRAUSSEN vor die geschlossene Tür:',
      list(
        'Welche Zeile trifft zu?',
        '1 – Bänder LINKS, Tür öffnet nach INNEN',
        '2 – Bänder RECHTS, Tür öffnet nach INNEN',
        '3 – Bänder LINKS, Tür öffnet nach AUSSEN',
        '4 – Bänder RECHTS, Tür öffnet nach AUSSEN',
      ),
      'Bei zweiflügligen Türen nennen Sie bitte auch den Gangflügel. Vor der Fertigung erhalten Sie eine Zeichnung zur Freigabe.',
    ],
    es: [
      '«Izquierda» y «derecha» no significan lo mismo en todos los países. Póngase FUERA, delante de la puerta cerrada, y mírela:',
      list(
        '¿Qué línea es la suya?',
        '1 – bisagras a la IZQUIERDA, la puerta abre hacia DENTRO',
        '2 – bisagras a la DERECHA, la puerta abre hacia DENTRO',
        '3 – bisagras a la IZQUIERDA, la puerta abre hacia FUERA',
        '4 – bisagras a la DERECHA, la puerta abre hacia FUERA',
      ),
      'En puertas de dos hojas, indique también cuál es la de uso diario. Antes de fabricar le enviaré un plano con su respuesta.',
    ],
    pt: [
      '“Esquerda” e “direita” não significam o mesmo em todos os países. Fique do lado de FORA, em frente à porta fechada, e observe:',
      list(
        'Qual linha é a sua?',
        '1 – dobradiças à ESQUERDA, a porta abre para DENTRO',
        '2 – dobradiças à DIREITA, a porta abre para DENTRO',
        '3 – dobradiças à ESQUERDA, a porta abre para FORA',
        '4 – dobradiças à DIREITA, a porta abre para FORA',
      ),
      'Em portas de duas folhas, informe também qual é a de uso diário. Antes de produzir, envio um desenho com a sua resposta.',
    ],
    ar: [
      'تختلف دلالة «يمين» و«يسار» من بلد إلى آخر. نرجو أن تقفوا في الخارج أمام الباب وهو مغلق وتنظروا إليه:',
      list(
        'أي سطر ينطبق؟',
        '1 – المفصلات على اليسار والباب يفتح إلى الداخل',
        '2 – المفصلات على اليمين والباب يفتح إلى الداخل',
        '3 – المفصلات على اليسار والباب يفتح إلى الخارج',
        '4 – المفصلات على اليمين والباب يفتح إلى الخارج',
      ),
      'وفي الباب ذي الضلفتين نرجو بيان الضلفة المستعملة يومياً. سنرسل إليكم رسماً مطابقاً لجوابكم قبل التصنيع.',
    ],
    ru: [
      '«Левая» и «правая» в разных странах понимают по-разному. Встаньте, пожалуйста, СНАРУЖИ перед закрытой дверью:',
      list(
        'Какая строка ваша?',
        '1 – петли СЛЕВА, дверь открывается ВНУТРЬ',
        '2 – петли СПРАВА, дверь открывается ВНУТРЬ',
        '3 – петли СЛЕВА, дверь открывается НАРУЖУ',
        '4 – петли СПРАВА, дверь открывается НАРУЖУ',
      ),
      'Для двупольной двери укажите также рабочую створку. Перед изготовлением пришлём чертёж на согласование.',
    ],
  },
);
