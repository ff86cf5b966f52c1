import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestOf } from '../../../libs/contracts/endpoint.ts';
import { type Me, updateMe } from '../../../libs/contracts/identity.ts';
import { call } from './call.ts';
import { sessionQuery } from './session.ts';

type Changes = NonNullable<RequestOf<typeof updateMe>['body']>;

/** Changes something of oneself, at once on the screen and then on the server. */
export function useUpdateMe(): (changes: Changes) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (body: Changes) => call(updateMe, { body }),
    onMutate: ({ currentPassword: _, newPassword: __, ...visible }) => {
      const before = client.getQueryData<Me>(sessionQuery.queryKey);
      if (before) client.setQueryData(sessionQuery.queryKey, { ...before, ...visible } as Me);
      return { before };
    },
    onSuccess: (me) => client.setQueryData(sessionQuery.queryKey, me),
    onError: (_error, _changes, context) => {
      if (context?.before) client.setQueryData(sessionQuery.queryKey, context.before);
    },
  });
  return mutate;
}
