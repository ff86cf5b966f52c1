export { CannedRepliesModule } from './canned-replies.module.ts';
export { SaveCannedReply } from './save-canned-reply.ts';
