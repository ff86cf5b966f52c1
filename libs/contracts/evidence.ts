import { binary, endpoint } from './endpoint.ts';
import { byId } from './scalars.ts';

export const getDisputeFile = endpoint('GET /tickets/:id/dispute.zip', {
  summary: 'Messages, translations, versions, approvals and times of a ticket in one file that verifies by itself',
  permission: 'evidence.export',
  params: byId,
  returns: binary,
});
