import type { MailAddress, ParsedMessage } from '../../libs/mime/index.ts';
import type { Sender } from '../contacts/index.ts';

/** Domains whose addresses stand for a buyer of a marketplace; a leading dot means any sub-domain (of any country). */
const relays: readonly { platform: string; domain: RegExp }[] = [
  { platform: 'amazon', domain: /^marketplace\.amazon\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/ },
  { platform: 'ebay', domain: /^members\.ebay\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/ },
  { platform: 'walmart', domain: /^relay\.walmart\.com$/ },
  { platform: 'mirakl', domain: /^notification\.mirakl\.net$/ },
  { platform: 'bol', domain: /^(?:verkopen|klantbericht)\.bol\.com$/ },
  { platform: 'allegro', domain: /^allegromail\.pl$/ },
  { platform: 'manomano', domain: /^message\.manomano\.com$/ },
  { platform: 'mercadolibre', domain: /^mail\.mercadolibre\.com$/ },
  { platform: 'rakuten', domain: /^pc\.fw\.rakuten\.ne\.jp$/ },
];
const robot =
  /^(?:no-?reply|do-?not-?reply|donotreply|notifications?|mailer-daemon|postmaster|bounces?)(?:[+._-].*)?$/i;

export interface IdentifiedSender extends Sender {
  platform: string | null;
  /** The marketplace's own notice: no buyer stands behind it. */
  isRobot: boolean;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
export const platformOf = (address: string): string | null =>
  relays.find((r) => r.domain.test(domainOf(address)))?.platform ?? null;

/**
 * Who wrote. The From address decides; somebody else's address in Reply-To does not (anybody can write one there), except
 * on mail of our own address, which is how contact forms write.
 */
export function identifySender(
  mail: Pick<ParsedMessage, 'from' | 'replyTo' | 'author' | 'sender'>,
  ownAddresses: ReadonlySet<string>,
): IdentifiedSender | null {
  const from = mail.from.find((a) => a.address.includes('@')) ?? mail.sender ?? mail.author;
  if (!from?.address.includes('@')) return null;
  const isOwn = ownAddresses.has(from.address.toLowerCase());
  const person: MailAddress = isOwn
    ? (mail.replyTo.find((a) => a.address && !ownAddresses.has(a.address.toLowerCase())) ?? from)
    : from;
  const platform = platformOf(person.address);
  const local = person.address.slice(0, person.address.lastIndexOf('@'));
  return {
    kind: platform ? 'relay' : 'email',
    // A case id behind the alias (base+uuid) is not another buyer.
    value: (platform === 'amazon' ? person.address.replace(/\+[0-9a-f-]{36}(?=@)/i, '') : person.address).toLowerCase(),
    name: cleanName(person.name),
    platform,
    isRobot: robot.test(local),
  };
}

const cleanName = (name: string): string =>
  name.replace(/\s+-\s+(?:Amazon|eBay)\s+Marketplace$|\s+via\s+\S+$/i, '').trim();

const orderPatterns = [
  /\b\d{3}-\d{7}-\d{7}\b/,
  /\bM\d{13}\b/,
  /\b(?:order|commande|bestellung|pedido|ordine|encomenda|заказ|订单|注文|siparişi?|zamówienie)\s*(?:no\.?|nr\.?|n[°º]|#|№|号)?\s*[:#：]?\s*([A-Z]{0,4}-?\d{4,}[\w-]*)/iu,
];

/** An order number in the subject, else in the text; as written. */
export function orderIdOf(subject: string, text: string): string | null {
  for (const source of [subject, text.slice(0, 5_000)]) {
    for (const pattern of orderPatterns) {
      const match = pattern.exec(source);
      if (match) return match[1] ?? match[0];
    }
  }
  return null;
}

/** Providers whose domain says nothing about the company. */
const freeMail = new Set(
  'gmail.com googlemail.com yahoo.com yahoo.fr yahoo.de yahoo.co.uk yahoo.co.jp yahoo.com.br ymail.com hotmail.com hotmail.fr hotmail.de hotmail.co.uk outlook.com outlook.fr outlook.de live.com live.fr msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de orange.fr wanadoo.fr free.fr sfr.fr laposte.net bluewin.ch libero.it virgilio.it tin.it alice.it qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz naver.com daum.net hanmail.net kakao.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp uol.com.br bol.com.br terra.com.br proton.me protonmail.com pm.me tutanota.com zoho.com fastmail.com mail.com telenet.be skynet.be ziggo.nl kpnmail.nl home.nl btinternet.com sky.com comcast.net verizon.net att.net rediffmail.com abv.bg'.split(
    ' ',
  ),
);

/** Whether two addresses belong to one company: the same domain, which is nobody's free mail and no marketplace's relay. */
export function isSameCompany(a: string, b: string): boolean {
  const domain = domainOf(a);
  return domain === domainOf(b) && !freeMail.has(domain) && platformOf(a) === null;
}
