import { separateReply } from './index.ts';

const of = (text: string) => separateReply({ text });

describe('forwarded messages', () => {
  const fields = 'From: Li <li@shop.example>\nDate: 3 March 2026 10:00\nTo: Ann <ann@home.example>\nSubject: Door';
  const read = {
    from: 'Li <li@shop.example>',
    to: 'Ann <ann@home.example>',
    subject: 'Door',
    date: '3 March 2026 10:00',
  };
  const quoted = (text: string) => text.replace(/^/gm, '> ');

  it.each([
    ['Gmail', `See.\n\n---------- Forwarded message ---------\n${fields}\n\n900 mm`],
    ['Thunderbird', `See.\n\n-------- Weitergeleitete Nachricht --------\n${fields}\n\n900 mm`],
    ['Apple Mail, in French', `See.\n\nDébut du message réexpédié :\n\n${fields}\n\n900 mm`],
    ['Apple Mail that quotes', `See.\n\n${quoted(`Begin forwarded message:\n\n${fields}\n\n900 mm`)}`],
    ['a bare line', `See.\n\nForwarded message:\n\n${quoted(`${fields}\n\n900 mm`)}`],
    ['Gmail in Chinese', `See.\n\n---------- 转发的邮件 ---------\n${fields}\n\n900 mm`],
    ['Zoho', `See.\n\n============ Forwarded message ============\n${fields}\n\n900 mm`],
  ])('reads that of %s', (_, text) => {
    expect(of(text)).toEqual({
      replyText: 'See.',
      quotedText: '',
      signature: '',
      forwarded: { ...read, text: '900 mm' },
    });
  });

  it('reads the line that Yandex puts for fields, and where it says the message is over', () => {
    const text =
      'Вот.\n\n-------- Пересылаемое сообщение --------\n03.03.2026, 10:00, "Li" <li@shop.example>:\n\n900\n\n-------- Завершение пересылаемого сообщения --------\n\nЧто скажете?';
    expect(of(text)).toMatchObject({
      replyText: 'Вот.\n\nЧто скажете?',
      forwarded: { from: '"Li" <li@shop.example>', date: '03.03.2026, 10:00', text: '900' },
    });
  });

  it('keeps what stands among fields out of order', () => {
    const lines = [
      'Yes, 900 mm.',
      'From: Li <li@shop.example>',
      '此致',
      'On 3 Mar 2026 at 10:00, Li <li@shop.example> wrote:',
    ];
    const { forwarded } = of(`---------- Forwarded message ----------\n${lines.join('\n')}`);
    expect(Object.values(forwarded ?? {}).join('\n')).toContain('此致');
  });

  it('keeps what stands below the quoted message', () => {
    expect(of(`See.\n\n${quoted(`Begin forwarded message:\n\n${fields}\n\n900 mm`)}\n\nIs that right?`)).toMatchObject({
      replyText: 'See.\n\nIs that right?',
      forwarded: { text: '900 mm' },
    });
  });

  it('takes an answer to a forward for an answer', () => {
    const text = `Yes.\n\nOn 3 Mar 2026 at 10:00, Li <li@shop.example> wrote:\n\n${quoted(`Begin forwarded message:\n\n${fields}`)}`;
    expect(of(text)).toMatchObject({ replyText: 'Yes.', forwarded: null });
  });
});

describe('answers that no mark shows', () => {
  const block =
    'From: Li <li@shop.example>\nSent: Tuesday, 3 March 2026 10:00\nTo: Ann\nSubject: Door\n\nWidth? 900 mm';
  it.each([
    'My answers are in red below.',
    'Please see inline.',
    'Meine Antworten stehen unten in Rot.',
    'Mes réponses sont en rouge.',
    'Mis respuestas abajo en rojo.',
    'Мои ответы красным.',
    '回复见下面红字。',
  ])('are not folded away: %s', (line) => {
    expect(of(`${line}\n\n${block}`).replyText).toContain('Width? 900 mm');
  });
  it('need to be announced', () => {
    expect(of(`See my order below.\n\n${block}`).replyText).toBe('See my order below.');
  });
});
