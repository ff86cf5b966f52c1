export { AdminModule } from './admin.module.ts';
export { demoPassword, FurnishDemo } from './furnish-demo.ts';
export { PumpDemoMail } from './pump-demo-mail.ts';
