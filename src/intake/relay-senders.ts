/** A marketplace's alias that stands for a buyer. */
export interface Relay {
  platform: string;
  /** The alias as an identity: without the part that changes from mail to mail. */
  address: string;
  /** Case of the marketplace, where the alias carries one. */
  caseId: string | null;
}

/** Exact domains only: `marketplace.amazon.it.evil.com` is not Amazon. */
const relays: readonly [platform: string, domain: RegExp, local: RegExp][] = [
  ['amazon', /^marketplace\.amazon\.(?:com?\.)?[a-z]{2,3}$/, /^[a-z0-9]{8,32}(?:\+[0-9a-f-]{36})?$/],
  ['ebay', /^members\.ebay\.(?:com?\.)?[a-z]{2,3}$/, /^[a-z0-9_]{6,40}$/],
  ['walmart', /^relay\.walmart\.com$/, /^(?:pc-)?[0-9a-f]{32}$/],
  ['mirakl', /^notification\.mirakl\.net$/, /^(?:notification\+)?[a-z0-9]+\.[a-z0-9]+$/],
  ['bol', /^(?:verkopen|klantbericht)\.bol\.com$/, /^[a-z0-9-]{8,40}$/],
  ['allegro', /^allegromail\.pl$/, /^[a-z0-9]{4,30}(?:\+[a-z0-9-]+)?$/],
  ['manomano', /^message\.manomano\.com$/, /^m_[a-z0-9]+$/],
  ['mercadolibre', /^mail\.mercadolibre\.com(?:\.[a-z]{2})?$/, /^[a-z0-9._-]+\.[a-z0-9]+(?:\+[a-z0-9-]+)?$/],
  ['rakuten', /^pc\.fw\.rakuten\.ne\.jp$/, /^[a-z0-9._-]+$/],
];
const notAPerson = /^(?:no-?reply|do-?not-?reply|notification|info|auto-confirm)\b/;

/** The buyer's alias behind an address; null for ordinary mail and for the platforms' own notices. */
export function relayOf(address: string): Relay | null {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  const [local, domain] = [lower.slice(0, at), lower.slice(at + 1)];
  const found = relays.find(([, d, l]) => d.test(domain) && l.test(local));
  if (!found || (notAPerson.test(local) && !local.startsWith('notification+'))) return null;
  const plus = local.indexOf('+');
  const keepsPlus = plus < 0 || found[0] === 'mirakl';
  return {
    platform: found[0],
    address: keepsPlus ? lower : `${local.slice(0, plus)}@${domain}`,
    caseId: found[0] === 'amazon' && plus > 0 ? local.slice(plus + 1) : null,
  };
}

const certain = /\b(?:\d{3}-\d{7}-\d{7}|\d{2}-\d{5}-\d{5}|M\d{13})\b/g;
const worded =
  /(?:order|bestell(?:ung|nummer|nr)|auftrag|commande|pedido|encomenda|ordine|bestelling|zam[óo]wieni\w*|zakaz|заказ\p{L}*|sipari[şs]|注文(?:番号)?|订单(?:号|编号)?|訂單(?:編號)?|주문(?:번호)?|الطلب|طلب)[^\p{L}\p{N}\n]{0,6}(?:(?:no|nr|n|number|nummer|num[ée]ro|n[uú]mero|numer|номер|id)?[^\p{L}\p{N}\n]{0,6})([A-Z0-9][A-Z0-9_-]{3,29})\b/giu;

/**
 * Order numbers named in a message, likeliest first. `certain` ones have the form of a marketplace; `likely` ones stand
 * behind the word "order" in some language and count only where such an order is known.
 */
export function orderNumbersIn(subject: string, text: string): { certain: string[]; likely: string[] } {
  const where = [subject.slice(0, 500), text.slice(0, 20_000)];
  const sure = new Set(where.flatMap((t) => t.match(certain) ?? []));
  const likely = new Set(
    where.flatMap((t) => [...t.matchAll(worded)].map((m) => m[1]!)).filter((n) => /\d.*\d.*\d/.test(n) && !sure.has(n)),
  );
  return { certain: [...sure].slice(0, 5), likely: [...likely].slice(0, 10) };
}

/** The item number that eBay writes behind `#` in its subjects; two items are two matters. */
export const itemNumberIn = (subject: string): string | null => /#(\d{9,14})\b/.exec(subject)?.[1] ?? null;
