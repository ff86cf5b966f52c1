// A fixed corpus made here: the same seed gives the same letters. Plain, HTML and with attachments, in twelve languages.
const sentences = {
  en: 'We would like a front door with a milk hatch, 90 cm wide and 212 cm high. Could you tell us the price and the delivery time?',
  de: 'Wir möchten eine Haustür mit einer Katzenklappe, 90 cm breit und 212 cm hoch. Können Sie uns Preis und Liefertermin nennen?',
  fr: "Nous cherchons une porte d'entrée avec une trappe à lait, largeur 90 cm, hauteur 212 cm. Quel serait le prix et le délai ?",
  es: 'Buscamos una puerta de entrada a medida, 90 cm de ancho y 212 cm de alto. ¿Cuál es el precio y el plazo de entrega?',
  pt: 'Procuramos uma porta de entrada sob medida, 90 cm de largura e 212 cm de altura. Qual é o preço e o prazo de entrega?',
  it: 'Cerchiamo una porta su misura, larga 90 cm e alta 212 cm. Qual è il prezzo e quando potete consegnare?',
  nl: 'Wij zoeken een voordeur op maat, 90 cm breed en 212 cm hoog. Wat is de prijs en wat is de levertijd?',
  pl: 'Szukamy drzwi wejściowych na wymiar, szerokość 90 cm, wysokość 212 cm. Jaka jest cena i termin dostawy?',
  ru: 'Нам нужна входная дверь на заказ, ширина 90 см, высота 212 см. Сколько это стоит и какой срок доставки?',
  ar: 'نريد بابًا خارجيًا حسب الطلب بعرض 90 سم وارتفاع 212 سم. ما هو السعر وموعد التسليم؟',
  zh: '我们想定制一扇入户门，宽90厘米，高212厘米，中间加钢板。请问价格和交货期是多少？',
  ja: '幅90cm、高さ212cmの玄関ドアを特注したいのですが、価格と納期を教えていただけますか。',
};
const languages = Object.keys(sentences);

/** Numbers from a seed (mulberry32), so that every run reads the same. */
function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const base64 = (bytes) => bytes.toString('base64').replace(/(.{76})/g, '$1\r\n');
const word = (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** The n-th letter: half plain, a third HTML with its plain twin, the rest with a small picture. */
export function letter(n, run, to = 'sales@doors.example') {
  const next = random(n * 7919 + 17);
  const language = languages[n % languages.length];
  const sentence = sentences[language];
  const text = `${sentence}\r\n\r\n${Array.from({ length: 2 + Math.floor(next() * 4) }, () => sentence).join(' ')}\r\n\r\nNo. ${n}\r\n-- \r\nBuyer ${n}`;
  const head = [
    `From: ${word(`Buyer ${n}`)} <buyer${n}@house${n % 997}.example>`,
    `To: <${to}>`,
    `Subject: ${word(`${sentence.slice(0, 30)} ${n}`)}`,
    `Message-ID: <${run}.${n}@house.example>`,
    'Date: Mon, 23 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
  ];
  const plain = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(text))}\r\n`;
  const kind = next();
  if (kind < 0.5) return `${head.join('\r\n')}\r\n${plain}`;
  const paragraphs = text
    .split('\r\n\r\n')
    .map((p) => `<p style="margin:0 0 8px;font-family:Arial">${p}</p>`)
    .join('\r\n');
  const html = `<html><head><style>p{color:#222}</style></head><body>${paragraphs}<table><tr><td>90 cm</td><td>212 cm</td></tr></table></body></html>`;
  const alternative = `Content-Type: multipart/alternative; boundary="alt${n}"\r\n\r\n--alt${n}\r\n${plain}--alt${n}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(html))}\r\n--alt${n}--\r\n`;
  if (kind < 0.85) return `${head.join('\r\n')}\r\n${alternative}`;
  const picture = Buffer.from(Array.from({ length: 12_000 }, () => Math.floor(next() * 256)));
  return `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary="mix${n}"\r\n\r\n--mix${n}\r\n${alternative}--mix${n}\r\nContent-Type: image/jpeg; name="door-${n}.jpg"\r\nContent-Disposition: attachment; filename="door-${n}.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(picture)}\r\n--mix${n}--\r\n`;
}
