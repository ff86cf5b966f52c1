export { IntakeModule } from './intake.module.ts';
export { Intake } from './intake.ts';
export { type ReplayedMessage, ReplayMessages } from './replay-messages.ts';
