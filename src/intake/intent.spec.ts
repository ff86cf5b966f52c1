import { guessIntent } from './intent.ts';

describe('what a buyer wants', () => {
  it.each([
    ['Could the door be made to measure, 90 x 212 cm?', 'special_wish'],
    ['Je voudrais une porte sur mesure avec une trappe à lait', 'special_wish'],
    ['Мне нужна дверь на заказ', 'special_wish'],
    ['我想定制一扇门', 'special_wish'],
    ['أريد باب مقاس خاص', 'special_wish'],
    ['The glass arrived broken', 'after_sales'],
    ['Die Tür kam beschädigt an', 'after_sales'],
    ['门收到时已经损坏，要求退款', 'after_sales'],
    ['¿Dónde está mi pedido?', 'order_status'],
    ['Wann kommt meine Tür?', 'order_status'],
    ['いつ届きますか', 'order_status'],
    ['We offer guest post and backlinks for your site', 'offer'],
    ['Do you ship to Norway?', 'question'],
    ['你们可以发到加拿大吗', 'question'],
    ['Thank you very much', null],
  ])('%s → %s', (text, expected) => {
    expect(guessIntent('', text).intent).toBe(expected);
  });

  it('takes time in proportion to the text', () => {
    const start = performance.now();
    guessIntent('x '.repeat(10_000), 'когда '.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
