import type { Intent } from '../../libs/contracts/index.ts';

export interface IntentGuess {
  intent: Intent | null;
  /** The words it was told by. */
  words: string[];
}

/** Phrases by intent, in the languages that buyers write most; letters of any script, compared without case. */
const phrases: Record<Exclude<Intent, 'question'>, RegExp> = {
  special_wish:
    /\b(?:custom(?:[ -]?made|i[sz]ed?)?|made[ -]to[ -]measure|tailor[ -]made|bespoke|special (?:size|request|wish|order)|non-?standard|to my (?:size|measurements)|sonderanfertigung|sonderma(?:ß|ss)|sonderwunsch|ma(?:ß|ss)anfertigung|nach ma(?:ß|ss)|sur[ -]mesure|dimensions? sp[ée]ciales?|demande sp[ée]ciale|a medida|a la medida|medidas? especial(?:es)?|pedido especial|sob medida|por medida|su misura|misure speciali|op maat|maatwerk|na wymiar|[öo]zel (?:[öo]l[çc][üu]|yap[ıi]m)|milk (?:hatch|door)|cat ?flap|dog ?(?:flap|door)|katzenklappe|hundeklappe|trappe [àa] lait|chati[èe]re|gatera)\b|на заказ|по индивидуальн|нестандартн|под заказ|定制|订做|訂做|定做|订制|特殊要求|特注|オーダーメイド|別注|특별 ?주문|맞춤|حسب الطلب|تفصيل|مقاس خاص|مقاسات خاصة/iu,
  after_sales:
    /\b(?:broken|damaged|defect(?:ive)?|does ?n[o']t (?:work|close|open|fit|lock)|leak(?:s|ing)?|scratch(?:ed|es)?|wrong (?:size|colou?r|item|door)|missing (?:part|parts|key|keys|screws?)|refund|return(?:ing)? (?:it|the|this)|warranty|complain(?:t)?|replacement|besch[äa]digt|kaputt|defekt|reklamation|r[üu]cksendung|garantie|undicht|verkratzt|falsch(?:e[rsn]?)? (?:gr[öo](?:ß|ss)e|farbe)|fehl(?:t|en)|cass[ée]e?s?|ab[îi]m[ée]e?s?|endommag[ée]e?s?|d[ée]fectueu(?:x|se)|r[ée]clamation|rembours\w*|manquante?s?|da[ñn]ad[oa]s?|rot[oa]s?|defectuos[oa]s?|reclamaci[óo]n|reembolso|devoluci[óo]n|garant[íi]a|falta(?:n)?|danificad[oa]s?|quebrad[oa]s?|defeito|reclama[çc][ãa]o|devolu[çc][ãa]o|rott[oa]|danneggiat[oa]|difettos[oa]|reclamo|rimborso|kapot|beschadigd|klacht|uszkodzon\w*|reklamacj\w*|zwrot|hasarl[ıi]|k[ıi]r[ıi]k|iade|ar[ıi]zal[ıi])\b|сломан|поврежд|брак|возврат|рекламац|гарант|царапин|протека|破损|损坏|坏了|退货|退款|投诉|保修|售后|漏水|划痕|破損|故障|返品|返金|傷|不良|파손|고장|환불|반품|불량|مكسور|تالف|معيب|استرجاع|استرداد|ضمان|شكوى/iu,
  order_status:
    /\b(?:where is my (?:order|parcel|package|door)|track(?:ing)?(?: number)?|when will (?:it|my|the)\b.{0,30}\b(?:arrive|ship|be delivered|be shipped)|deliver(?:y)? (?:date|time|status)|not (?:yet )?(?:arrived|received|shipped)|has(?:n't| not) arrived|order status|wo (?:ist|bleibt) mein\w*|liefertermin|lieferstatus|sendungsnummer|sendungsverfolgung|noch nicht (?:angekommen|erhalten|geliefert)|wann (?:wird|kommt)\b|o[ùu] (?:est|en est) ma (?:commande|livraison)|num[ée]ro de suivi|date de livraison|pas (?:encore )?re[çc]u|d[ée]nde est[áa] mi|d[óo]nde est[áa] mi|n[úu]mero de seguimiento|fecha de entrega|no (?:ha|he) (?:llegado|recibido)|onde est[áa] (?:o meu|a minha|meu|minha)|rastreamento|prazo de entrega|n[ãa]o (?:chegou|recebi)|dov'?[èe] il mio|tracciamento|data di consegna|waar (?:is|blijft) mijn|leverdatum|gdzie jest moj\w*|numer przesy[łl]ki|sipari[şs]im nerede|kargo takip)\b|где мой заказ|трек-?номер|когда (?:прид|доставят|отправ)|не приш[её]л|срок доставки|发货|物流|快递单号|到货|什么时候(?:到|发)|追踪|いつ届|発送|追跡番号|届いていません|배송|언제 (?:도착|오)|송장|أين طلبي|رقم التتبع|موعد التسليم|لم يصل/iu,
  offer:
    /\b(?:guest post|back ?links?|seo (?:services?|expert|agency|company|packages?)|rank(?:ing)? (?:your|on (?:the )?first page)|first page of google|increase your (?:sales|traffic|followers)|web ?(?:site )?design (?:services?|company)|we are (?:a|one of the) (?:leading |professional )?(?:manufacturer|supplier|factory|exporter)s?|our (?:factory|company) (?:produces?|speciali[sz]es)|best (?:price|quotation) for you|marketing (?:services|agency)|mobile app development|lead generation|business loan|crypto|casino|wir sind (?:ein )?(?:f[üu]hrender )?hersteller|suchmaschinenoptimierung|r[ée]f[ée]rencement (?:naturel|google)|posicionamiento (?:web|seo))\b|我们是(?:一家)?(?:专业)?.{0,12}(?:厂家|供应商|制造商|工厂)|продвижение сайт|раскрутк/iu,
};
const asks =
  /[?？؟]|\b(?:could you|can you|do you|how (?:much|many|long|do)|what|which|is it possible|können sie|wie viel|was kostet|est-ce que|pouvez-vous|combien|puede|podr[íi]a|cu[áa]nto|pode|quanto|potete|kunt u|czy|мож(?:но|ете)|сколько)\b|吗|多少|可以.{0,12}[么吗]|ますか|ですか|나요|까요|هل|كم/iu;

/**
 * What a message is about, by phrases. A hint for routing and for the eye: it never decides anything that a person cannot
 * see and change. Trouble outweighs a wish, a wish outweighs the question where the order is.
 */
export function guessIntent(subject: string, text: string): IntentGuess {
  const all = `${subject.slice(0, 500)}\n${text.slice(0, 5_000)}`;
  const hits = (['offer', 'after_sales', 'special_wish', 'order_status'] as const).flatMap((intent) => {
    const match = phrases[intent].exec(all);
    return match ? [{ intent, word: match[0].trim().slice(0, 60) }] : [];
  });
  const best = hits[0];
  if (best) return { intent: best.intent, words: hits.map((h) => h.word) };
  const question = asks.exec(all);
  return question ? { intent: 'question', words: [question[0]] } : { intent: null, words: [] };
}
