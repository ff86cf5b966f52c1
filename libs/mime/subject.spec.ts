import { describe, expect, it } from '@jest/globals';
import { baseSubject, hasReplyPrefix } from './subject.ts';

describe('baseSubject (RFC 5256 §2.1 and other languages)', () => {
  it.each<[string, string]>([
    ['Hello', 'Hello'],
    ['Re: AW: Fwd: [list] Hello (fwd)', 'Hello'],
    ['RE：答复: 转发：门', '门'],
    ['Re[2]: x', 'x'],
    ['Re(3): x', 'x'],
    ['回复：Re: 报价', '报价'],
    ['Odp: SV: VS: a', 'a'],
    ['TR : Demande', 'Demande'],
    ['RV: ENC: RES: pedido', 'pedido'],
    ['R: I: porta', 'porta'],
    ['إعادة توجيه: رد: باب', 'باب'],
    ['返信: 転送: ドア', 'ドア'],
    ['Trả lời: cửa', 'cửa'],
    ['ОТВ: Дверь', 'Дверь'],
    ['[Fwd: hi]', 'hi'],
    ['[a]', '[a]'],
    ['Re:', ''],
    ['Regarding: door', 'Regarding: door'],
    ['i: think', 'i: think'],
    ['  a \t b ', 'a b'],
  ])('%s → %s', (subject, expected) => {
    expect(baseSubject(subject)).toBe(expected);
  });

  it('knows an answer by its prefix', () => {
    expect(hasReplyPrefix('[x] Antw: y')).toBe(true);
    expect(hasReplyPrefix('Door: price')).toBe(false);
  });
});
