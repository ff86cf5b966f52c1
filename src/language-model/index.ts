export type { ModelAnswer, ModelQuestion } from './ask-model.ts';
export { LanguageModelModule } from './language-model.module.ts';
export { LanguageModel } from './language-model.ts';
export { ModelFault, modelFaultText } from './model-fault.ts';
