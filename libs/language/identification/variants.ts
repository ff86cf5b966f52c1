import { wordsOf } from './words.ts';

const simplified = /* @__PURE__ */ new Set(
  '们个这为来时对发会国说过还开关门见车东买卖问间长张马鸟语请谢让认识体点样单报价货钱线红绿纱级给结经网质办务动应该实现无图类买两从众优传伤儿写农决况净减几划则刚创别剧劳势华协卫压厂历双变号听员启呢响团园围块坏场声处备够头夹奖奥妈宁宝审宽对导将尘层岁币师带帮广庄应开弃张录总恋恶惊愿户扩护报担择换据损摆数断斋旧显术权极构枪柜标树桥检楼欢残毁气汇汉汤沟泽洁测济浅渐温湿满滚灭灯炉爱牵状猪环瓷电监盖盘码砖础确离种积称稳窗竖笔篮签紧纸织绍维缩罗职联脑脚脱艺节药蓝补装规览观订计记设访评试询详课调账货质购资赔赠达迁运还进远连迟适选递钉钢钥铁铜铝银锁错键镜阳阴际险随难雾静页项顺须预领频颜额风饰验',
);
const traditional = /* @__PURE__ */ new Set(
  '們個這為來時對發會國說過還開關門見車東買賣問間長張馬鳥語請謝讓認識體點樣單報價貨錢線紅綠紗級給結經網質辦務動應該實現無圖類兩從眾優傳傷兒寫農決況淨減幾劃則剛創別劇勞勢華協衛壓廠歷雙變號聽員啟響團園圍塊壞場聲處備夠頭夾獎奧媽寧寶審寬導將塵層歲幣師帶幫廣莊棄錄總戀惡驚願戶擴護擔擇換據損擺數斷齋舊顯術權極構槍櫃標樹橋檢樓歡殘毀氣匯漢湯溝澤潔測濟淺漸溫濕滿滾滅燈爐愛牽狀豬環電監蓋盤碼磚礎確離種積稱穩豎筆籃簽緊紙織紹維縮羅職聯腦腳脫藝節藥藍補裝規覽觀訂計記設訪評試詢詳課調賬購資賠贈達遷運進遠連遲適選遞釘鋼鑰鐵銅鋁銀鎖錯鍵鏡陽陰際險隨難霧靜頁項順須預領頻顏額風飾驗樘',
);
/** Forms that only Japanese writes. */
const japanese = /* @__PURE__ */ new Set(
  '込枠畳働峠辻搾榊円図価売応対気発検様関査県駅黒塩広桜沢浜歩毎徳恵拝亜圧囲壱隠栄営駅縁温仮懐楽巻勧顔帰挙暁区薫径継茎撃剣険厳効黄国砕済斎剤桟残児実釈収従渋獣縦粛処叙奨焼証条状乗浄剰畳縄醸触嘱図穂髄枢数声静窃摂銭専戦浅践潜繊禅双壮荘捜総騒増蔵臓属続堕体帯滞択単胆団弾遅昼鋳庁徴聴鎮逓鉄転点伝党灯当闘独読届弐悩脳廃麦髪抜蛮秘姫氷仏変辺弁舗穂没毎万満訳薬与余揺様謡来頼乱覧竜両猟塁励霊隷暦錬炉労楼録匁毟凧雫颪躾',
);

function count(text: string, signs: ReadonlySet<string>): number {
  let found = 0;
  for (const sign of text) if (signs.has(sign)) found += 1;
  return found;
}

/** Simplified or traditional signs, by those that differ; undefined when none does or both are as many. */
export function chineseVariant(text: string): 'zh-Hans' | 'zh-Hant' | undefined {
  const hans = count(text, simplified);
  const hant = count(text, traditional);
  if (hans === hant) return undefined;
  return hans > hant ? 'zh-Hans' : 'zh-Hant';
}

/** Han signs without any Kana may still be Japanese (headings, addresses): when a form occurs that Chinese never uses. */
export function isKanjiOnlyJapanese(text: string): boolean {
  const own = [...text].filter((sign) => japanese.has(sign) && !simplified.has(sign) && !traditional.has(sign)).length;
  return own > 0 && count(text, simplified) === 0;
}

interface Kin {
  language: string;
  variant?: string;
  words: ReadonlySet<string>;
  endings?: RegExp;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Close kin that share a model class; the first is the default. */
const kin = (): Readonly<Record<string, readonly Kin[]>> => ({
  pt: [
    { language: 'pt', words: set('') },
    {
      language: 'pt',
      variant: 'pt-BR',
      words: set(
        'você vocês pra pro prezados cotação orçar frete banheiro cadastro ônibus celular projeto ação fato registro esquadria esquadrias cor preta fosco porcelanato caminhão trem equipe usuário arquivo tela cnpj cpf cep r$ gente beleza oi tudo abraço estou mandar',
      ),
      endings: /(?:ando|endo|indo)$/u,
    },
    {
      language: 'pt',
      variant: 'pt-PT',
      words: set(
        'orçamento precisava gostava facto projecto acção telemóvel casa-de-banho autocarro comboio camião equipa utilizador ficheiro ecrã registo caixilharia vossa vosso convosco obra cumprimentos morada nif código-postal fixe estores oscilobatentes oscilobatente portadas portada giro rés-do-chão andar pretendia vossos vossas',
      ),
    },
  ],
  id: [
    {
      language: 'id',
      words: set(
        'anda saya bisa karena bahwa mobil uang kantor besok kapan mau harga kirim sudah butuh mohon trims pak bu kalau nggak tidak adalah dengan yang lagu putar',
      ),
    },
    {
      language: 'ms',
      words: set(
        'awak kereta wang syarikat nak tak ialah hendaklah bahawa kerana boleh esok bila pejabat hantar sila encik puan cik percuma adakah sahaja kebebasan hak-hak tiap-tiap mengikut perkhidmatan tarikh',
      ),
    },
  ],
  hr: [
    {
      language: 'hr',
      words: set(
        'gdje uvijek poslije prije htio lijep pjesma pjesmu što tko vrijeme mjesto cijena vidjeti siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenog prosinca glazbu glazba tvrtka račun tjedan tjedna dodaj izbriši obavijest podsjeti ponedjeljak srijeda tisuća vlak sustav jednadžba općina',
      ),
      endings: /(?:ije|ijem|ijet|jera|irati|ira)/u,
    },
    {
      language: 'sr',
      variant: 'sr-Latn',
      words: set(
        'gde uvek posle pre hteo lep pesma pesmu šta ko vreme mesto cena videti januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra muziku muzika podseti ponedeljak sreda nedelja hiljada voz sistem sedmica hoću',
      ),
      endings: /(?:isati|ovati)$/u,
    },
    { language: 'bs', words: set('hiljada općina kahva lahko mehko') },
  ],
  no: [
    { language: 'no', words: set('jeg ikke hva en et') },
    {
      language: 'no',
      variant: 'nn',
      words: set('eg ikkje kva ein eit korleis kvifor frå dei noko nokon vere meir berre skjer me'),
    },
  ],
});
let kinOnce: ReturnType<typeof kin> | undefined;

/** Splits a class of close kin (pt-BR and pt-PT, Indonesian and Malay, Croatian and Serbian in Latin letters …). */
export function closestKin(tag: string, text: string): { language: string; variant?: string } {
  kinOnce ??= kin();
  const [first, ...others] = kinOnce[tag] ?? [];
  if (!first) return plain(tag);
  const words = wordsOf(text);
  const score = (item: Kin): number =>
    words.filter((word) => item.words.has(word)).length + 0.5 * words.filter((word) => item.endings?.test(word)).length;
  let best = first;
  for (const other of others) if (score(other) > score(best)) best = other;
  return best.variant ? { language: best.language, variant: best.variant } : { language: best.language };
}

function plain(tag: string): { language: string; variant?: string } {
  const language = tag.split('-')[0] ?? tag;
  return language === tag ? { language } : { language, variant: tag };
}
