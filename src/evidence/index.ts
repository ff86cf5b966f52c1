export { DisputeFile } from './dispute-file.ts';
export { EvidenceModule } from './evidence.module.ts';
