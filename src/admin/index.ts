export { AdminModule } from './admin.module.ts';
export { readHead } from './backup/read-backup.ts';
export { restoreBackup } from './backup/restore-backup.ts';
export { writeBackup } from './backup/write-backup.ts';
export { demoPassword, FurnishDemo } from './furnish-demo.ts';
export { PumpDemoMail } from './pump-demo-mail.ts';
