export { Composer } from './composer.tsx';
export { openComposer } from './composer-request.ts';
export { useUndoReply } from './use-undo-reply.ts';
