import { screen } from '@testing-library/react';
import { getTicket } from '../../../../libs/contracts/tickets.ts';
import { aDetail, aMe, aMessage, id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const open = (type: string, userId: string | null, me = aMe()) =>
  openApp(
    `/inbox/open/${id(101)}`,
    aServer(me).on(
      getTicket,
      aDetail({
        messages: [aMessage()],
        events: [{ id: id(301), type, at: '2026-11-23T12:00:00.000Z', userId, data: { number: 7, version: 2 } }],
      }),
    ),
  );

describe('what happened with a specification', () => {
  it.each([
    ['approvalAsked', id(1), 'Claire Fontanet asked the buyer to approve specification #7'],
    ['buyerApproved', null, 'The buyer approved specification #7'],
    ['buyerAskedForChange', null, 'The buyer asks for a change to specification #7'],
  ])('%s stands in the conversation', async (type, userId, sentence) => {
    await open(type, userId);
    expect(await screen.findByText(plain(sentence))).toBeInTheDocument();
  });

  it('is told in the language of whoever reads', async () => {
    await open('buyerApproved', null, aMe({ interfaceLanguage: 'zh-CN' }));
    expect(await screen.findByText(plain('买家已确认规格单 #7'))).toBeInTheDocument();
  });
});

/** Names and numbers are isolated by invisible signs, which nobody reads. */
function plain(sentence: string) {
  return (_: string, element: Element | null) =>
    element?.tagName === 'LI' && element.textContent.replace(/[\u2066-\u2069]/g, '').startsWith(sentence);
}
