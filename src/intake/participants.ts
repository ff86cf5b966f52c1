/** Domains where neighbours are strangers: sharing one says nothing about working together. */
const publicDomains = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.fr hotmail.co.uk hotmail.de hotmail.es hotmail.it live.com live.fr live.nl
  live.co.uk live.de msn.com outlook.fr outlook.de outlook.es outlook.it outlook.jp yahoo.com yahoo.fr yahoo.de yahoo.es yahoo.it
  yahoo.co.uk yahoo.co.jp yahoo.co.in yahoo.com.br yahoo.com.mx yahoo.com.ar yahoo.ca ymail.com rocketmail.com aol.com aim.com icloud.com
  me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io zoho.com zohomail.com mail.com email.com gmx.com gmx.de
  gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de online.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr sfr.fr
  laposte.net neuf.fr bbox.fr numericable.fr libero.it virgilio.it tiscali.it alice.it tin.it hotmail.com.br uol.com.br bol.com.br
  terra.com.br ig.com.br globo.com telefonica.net sapo.pt mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru
  ukr.net i.ua bigmir.net qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn aliyun.com
  naver.com daum.net hanmail.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp rediffmail.com wp.pl o2.pl
  onet.pl interia.pl op.pl poczta.onet.pl gazeta.pl seznam.cz centrum.cz email.cz azet.sk freemail.hu citromail.hu abv.bg mail.bg
  btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net
  charter.net earthlink.net rogers.com shaw.ca sympatico.ca bigpond.com optusnet.com.au xtra.co.nz telenet.be skynet.be ziggo.nl kpnmail.nl
  planet.nl home.nl hetnet.nl bluewin.ch sunrise.ch hispeed.ch a1.net chello.at aon.at telia.com comhem.se bredband.net online.no
  otenet.gr walla.co.il walla.com netvision.net.il mynet.com hotmail.com.tr fastmail.com fastmail.fm hushmail.com duck.com
  privaterelay.appleid.com mozmail.com relay.firefox.com simplelogin.com`.split(/\s+/),
);
/** Sub-domains of marketplaces: every buyer of the world sits there. */
const sharedSuffixes = [
  /(^|\.)amazon\.[a-z.]{2,6}$/,
  /(^|\.)ebay\.[a-z.]{2,6}$/,
  /(^|\.)(mirakl\.net|walmart\.com|bol\.com|allegromail\.pl|manomano\.com|mercadolibre\.com|rakuten\.ne\.jp|clemarche\.com)$/,
];
const secondLevel = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'or', 'ne', 'go', 'gob', 'gen', 'ind']);

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The company behind an address by its registrable domain (approximately); null for public mail and marketplaces. */
export function companyOf(address: string): string | null {
  const domain = domainOf(address);
  const labels = domain.split('.').filter(Boolean);
  const tld = labels.at(-1);
  if (labels.length < 2 || !tld || publicDomains.has(domain) || sharedSuffixes.some((s) => s.test(domain))) return null;
  const size = tld.length === 2 && secondLevel.has(labels.at(-2)!) ? 3 : 2;
  const company = labels.slice(-size).join('.');
  return labels.length < size || publicDomains.has(company) ? null : company;
}

/** Whether somebody takes part in a conversation: by address, or as a colleague of somebody who does. */
export function takesPart(address: string, participants: ReadonlySet<string>): boolean {
  const lower = address.toLowerCase();
  if (participants.has(lower)) return true;
  const company = companyOf(lower);
  if (!company) return false;
  for (const known of participants) if (companyOf(known) === company) return true;
  return false;
}
