import type { Value } from './extract-values.ts';

/** Letters and words beside a number that say which side it is. */
const width =
  /(?:^|[^\p{L}])(?:w|b|l|lg|larg(?:eur|ura|hezza|o)?|breite?|breit|width|wide|ancho|anchura|lățime|szer(?:okość)?\.?|breedte|bredde?|bredd|šířka|ширина|шир\.?|en|genişlik|عرض|宽|宽度|寬|幅|너비|폭|가로|רוחב|upana|rộng|lebar|lapad|large)(?:$|[^\p{L}])/iu;
const height =
  /(?:^|[^\p{L}])(?:h|ht|höhe|hoch|haut(?:eur)?|height|high|tall|alto|altura|altezza|înălțime|wys(?:okość)?\.?|hoogte|höjd|højde|høyde|výška|высота|выс\.?|boy|yükseklik|ارتفاع|طول|高|高度|높이|세로|גובה|urefu|cao|tinggi|taas|a)(?:$|[^\p{L}])/iu;
const cjkWidth = /宽|寬|幅/u;
const cjkHeight = /高/u;

export type Side = 'width' | 'height' | undefined;

/** `(BxH)`, `(ancho x alto)`, `(w x h)` behind a size or before it. */
function orderNote(before: string, after: string): [Side, Side] | undefined {
  const note =
    /^[^\d(]{0,12}\(([^()]{3,30})\)/u.exec(after)?.[1] ?? /\(([^()\d]{3,30})\)[^\d(]{0,12}$/u.exec(before)?.[1];
  const [one, other] = note?.split(/[x×*х/]/iu) ?? [];
  if (!one || !other) return undefined;
  return [sideOf(one), sideOf(other)];
}

function sideOf(text: string): Side {
  const isWidth = width.test(text) || cjkWidth.test(text);
  const isHeight = height.test(text) || cjkHeight.test(text);
  if (isWidth === isHeight) return undefined;
  return isWidth ? 'width' : 'height';
}

/** Which side each of the two numbers of a size is said to be; undefined where nothing says it. */
export function sidesOf(plain: string, one: Value, other: Value): [Side, Side] {
  const noted = orderNote(plain.slice(Math.max(0, one.start - 45), one.start), plain.slice(other.end, other.end + 45));
  if (noted?.[0] && noted[1]) return noted;
  const before = (value: Value): string =>
    plain.slice(Math.max(0, value.start - 12), value.start).replace(/.*[\d,;.]/u, '');
  const after = (value: Value): string => plain.slice(value.end, value.end + 12).replace(/[\d,;.x×].*/u, '');
  const first = sideOf(before(one)) ?? sideOf(after(one));
  const second = sideOf(before(other).replace(/.*[x×]/iu, '')) ?? sideOf(after(other));
  if (first && !second) return [first, first === 'width' ? 'height' : 'width'];
  if (second && !first) return [second === 'width' ? 'height' : 'width', second];
  return [first, second];
}
