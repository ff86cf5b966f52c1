import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { translator } from '../../libs/i18n/server.ts';
import { loadPack, modelRequest, readProposals, verifyProposals } from '../../libs/specification/index.ts';
import { LanguageModel } from './language-model.ts';
import { ModelFault, modelFaultText } from './model-fault.ts';

/** Nobody wrote it; a model that is of use finds the wall and the colour. */
const letter =
  'Good morning, we need one steel entrance door. The wall is 24 cm thick. Outside it should be walnut brown.';

/** Has an invented letter read as a buyer's would be, and says how that went. */
@Injectable()
export class TryModel {
  constructor(private readonly model: LanguageModel) {}

  async try(language: string): Promise<{ isOk: boolean; said: string }> {
    const t = translator(language);
    const pack = loadPack('doors-and-windows');
    const productTypes = [pack.defaultProductType];
    const began = performance.now();
    try {
      const boundary = randomBytes(16).toString('hex');
      const { content } = await this.model.ask(modelRequest(pack, { text: letter, productTypes, boundary }), {
        whileOff: true,
      });
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const read = readProposals(content);
      if (!read) throw new ModelFault('form');
      const { accepted } = verifyProposals({
        text: letter,
        language: 'en',
        pack,
        productTypes,
        proposals: read.proposals,
      });
      return accepted.length > 0
        ? { isOk: true, said: t('language-model:test.ok', { seconds }) }
        : { isOk: false, said: t('language-model:test.blind', { seconds }) };
    } catch (error) {
      if (!(error instanceof ModelFault)) throw error;
      const said = error.said ? ` ${t('language-model:test.said', { said: error.said })}` : '';
      return { isOk: false, said: modelFaultText(error.kind, language) + said };
    }
  }
}
