/**
 * A text made comparable: Latin digits, one kind of quotation mark, no invisible signs (`plain`), and the same in lower case
 * without accents (`folded`). Both have the same length; every place in them leads back to the original.
 */
export interface FoldedText {
  original: string;
  plain: string;
  folded: string;
  /** Place in the original where sign `i` of the folded text begins. */
  startOf(i: number): number;
  /** Place in the original behind the sign that ends at `i` of the folded text. */
  endOf(i: number): number;
}

const signs: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  '′': "'",
  '״': '"',
  '׳': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‒': '-',
  '‐': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '✕': '×',
  '✖': '×',
  '╳': '×',
  '⨯': '×',
  '＊': '*',
  '٫': '.',
  '٬': ',',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
  '⅓': '1/3',
  '⅔': '2/3',
  '²': '2',
  '³': '3',
  '•': '•',
};
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]/;
const compatible = /[\u3300-\u33ff\uff00-\uffef\u2116\u2120-\u2122\u2150-\u218b]/;

/** Traditional sign and the simplified one it is compared as; Japanese forms too. Only signs of the trade and of letters. */
const traditional =
  '檻槛門门鋼钢鐵铁鎖锁顏颜開开寬宽裝装內内邊边牆墙鋁铝銅铜鋅锌鍍镀質质徑径長长雙双單单個个塊块層层條条數数訂订價价報报貨货運运費费廠厂產产戶户進进總总標标準准號号碼码鑰钥電电動动遙遥紗纱網网簾帘捲卷摺折疊叠軸轴鉸铰鏈链頁页貓猫郵邮遞递應应側侧視视圖图紙纸樣样體体積积線线點点種种類类級级證证書书驗验測测試试請请謝谢們们時时間间東东車车馬马鳥鸟魚鱼龍龙風风飛飞國国園园學学實实對对將将專专樹树橋桥樓楼機机無无為为爾尔現现環环異异當当發发稱称窯窑節节範范簡简約约純纯紅红綠绿藍蓝黃黄銀银淺浅葉叶華华藝艺處处備备複复裏里裡里見见規规觀观計计記记設设許许該该詢询認认語语說说調调論论變变買买賣卖贈赠軌轨輕轻較较連连過过達达選选還还錄录錢钱鍵键閉闭關关陽阳隱隐際际雜杂難难靜静頂顶項项預预領领題题額额願愿飾饰館馆駐驻騎骑鬆松鹽盐麗丽黏粘齊齐龜龟氣气沒没決决況况減减滿满濕湿灣湾燈灯爐炉獨独獲获畫画盤盘確确礎础禮礼稅税穩稳競竞筆笔築筑籃篮糧粮給给統统絲丝綁绑緊紧緣缘縣县縫缝織织繪绘續续罰罚聯联聲声職职膠胶臨临舊旧艙舱術术衛卫補补製制訊讯詳详誰谁課课諾诺講讲譯译護护貝贝負负財财責责貼贴資资賓宾賞赏購购轉转農农邏逻鄉乡醫医釋释針针鈍钝銷销錯错鍾钟鏡镜閣阁閱阅陳陈隊队階阶隨随雲云霧雾響响順顺須须頻频顆颗顧顾顯显驅驱黨党齡龄壓压壞坏圍围場场塗涂夠够奧奥婦妇孫孙寫写屬属島岛幣币幫帮廣广庫库廳厅彈弹徵征復复恆恒愛爱慶庆戰战擇择擋挡據据擴扩攝摄敵敌斷断暫暂樂乐檢检權权歐欧歸归殘残毀毁洩泄淨净渦涡漁渔潔洁瀏浏灑洒熱热營营牽牵獎奖瓏珑療疗盜盗監监矯矫碩硕磚砖禦御竊窃籤签緩缓繞绕罷罢聖圣脫脱腳脚臺台舖铺艦舰蓋盖蔣蒋薩萨藥药蘇苏蘭兰蟲虫襯衬訓训診诊詞词誠诚謹谨譜谱豐丰貢贡貫贯貸贷賃赁賬账賴赖贊赞趕赶踐践軟软輔辅輛辆輸输辦办辭辞逕径違违遠远適适鄰邻釘钉鉤钩鉛铅銘铭鋪铺錐锥鍋锅鎮镇鐘钟闊阔陣阵陸陆険险靈灵鞏巩韓韩頓顿頭头飯饭餘余驟骤髮发鬥斗鬧闹鴻鸿鹼碱麥麦黴霉壱壹弐贰売卖変变応应戸户拡扩捜搜斎斋歩步毎每気气渋涩焼烧犠牺獣兽畳叠県县窓窗竜龙粋粹経经継继絵绘続续総总緑绿縄绳繊纤缶罐聴听脳脑臓脏荘庄蔵藏薬药覇霸観观訳译証证読读謡谣譲让豊丰賛赞転转軽轻辺边逓递遅迟酔醉鉄铁鉱矿銭钱錬炼鍛锻関关闘斗陥陷隠隐雑杂霊灵頼赖顔颜顕显駅驿駆驱験验髄髓黒黑黙默齢龄';
const simplified: Readonly<Record<string, string>> = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ (traditional.match(/../gu) ?? []).map((pair) => [pair[0], pair[1]]),
);
const single: Readonly<Record<string, string>> = {
  İ: 'i',
  ı: 'i',
  ё: 'е',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ς: 'σ',
};

/** One sign in lower case without its accent; the length stays. */
function foldSign(sign: string): string {
  if (sign >= 'a' && sign <= 'z') return sign;
  const known = single[sign] ?? simplified[sign];
  if (known) return known;
  const lower = sign.toLowerCase();
  const after = single[lower];
  if (after) return after;
  if (/[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]/.test(lower)) {
    const bare = lower.normalize('NFD')[0] ?? lower;
    return bare === 'ı' ? 'i' : bare;
  }
  return lower.length === 1 ? lower : (lower[0] ?? sign);
}

/** What stands in the plain text for a sign with the marks that follow it. */
function plainSign(cluster: string, before: string): string {
  const known = signs[cluster];
  if (known !== undefined) return known.length > 1 && /\d$/.test(before) ? ` ${known}` : known;
  if (invisible.test(cluster)) return '';
  if (cluster.length === 1 && cluster < '\u0660') return cluster;
  if (/[\u0660-\u0669]/.test(cluster)) return String(cluster.charCodeAt(0) - 0x660);
  if (/[\u06f0-\u06f9]/.test(cluster)) return String(cluster.charCodeAt(0) - 0x6f0);
  if (/[\u0966-\u096f]/.test(cluster)) return String(cluster.charCodeAt(0) - 0x966);
  if (compatible.test(cluster)) return cluster.normalize('NFKC');
  const composed = cluster.normalize('NFC');
  // Vowel signs and points of Arabic and Hebrew, accents that do not compose: the letter alone is compared.
  if (composed.length > 1 && /^[\u0041-\u06ff\u1e00-\u1fff]/.test(composed)) return composed[0] ?? '';
  return composed;
}

const cluster = /[\s\S]\p{M}*/uy;
/** Letters, figures and marks of ASCII that stand for themselves. */
const isPlainCode = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f && code !== 0x60) || code === 0x0a || code === 0x0d;

/** Prepares a text for reading; linear in its length. */
export function foldText(original: string): FoldedText {
  let plain = '';
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at);
    const isBare = isPlainCode(code) && original.charCodeAt(at + 1) < 0x300;
    if (isBare || (isPlainCode(code) && at + 1 === original.length)) {
      const sign = original[at]!;
      starts.push(at);
      at += 1;
      ends.push(at);
      plain += sign;
      folded += code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : sign;
      continue;
    }
    cluster.lastIndex = at;
    const written = cluster.exec(original)?.[0] ?? original[at]!;
    const sign = plainSign(written, plain);
    for (let i = 0; i < sign.length; i += 1) {
      starts.push(at);
      ends.push(at + written.length);
      folded += foldSign(sign[i]!);
    }
    plain += sign;
    at += written.length;
  }
  return {
    original,
    plain,
    folded,
    startOf: (i) => starts[i] ?? original.length,
    endOf: (i) => (i > 0 ? (ends[i - 1] ?? original.length) : 0),
  };
}

/** A term as it would stand in a folded text. */
export const foldTerm = (term: string): string => foldText(term).folded;
