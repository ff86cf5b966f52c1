import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../../../libs/contracts/identity.ts';
import { call } from '../lib/call.ts';
import { closeSocket } from '../lib/socket.ts';
import { undoStack } from '../lib/undo.ts';

/** Ends the session; nothing of it stays on the page, even when the server cannot be reached. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call(signOut).catch(() => undefined);
    closeSocket();
    undoStack.set([]);
    await navigate({ to: '/sign-in', search: {} });
    client.clear();
  };
}
