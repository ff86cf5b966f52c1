/** Specifications: product packs, candidates found in a buyer's text, checks, words and the drawing. Pure. */
export { type Change, changesIn, type FoundItem, type KnownItem } from './changes.ts';
export { drawing, measuresOf } from './drawing/drawing.ts';
export { type ExtractionInput, extractSpecification } from './extraction/extract.ts';
export type { ExtractedItem, ExtractedValue, Extraction } from './extraction/types.ts';
export {
  addPackVersion,
  attributeLabel,
  groupLabel,
  loadPack,
  mandatoryOf,
  type Pack,
  type PackAttribute,
  packAttribute,
  packIds,
  packName,
  packSchema,
  productTypeLabel,
  question,
  shippedPack,
  validatePack,
  valueLabel,
} from './pack.ts';
export { nextPackVersion } from './pack-version.ts';
export { type ModelRequest, modelRequest } from './proposals/model-request.ts';
export { type RawProposal, readProposals } from './proposals/read-proposals.ts';
export { type VerifiedProposal, verifyProposals } from './proposals/verify-proposals.ts';
export { type ReadAnswer, readAnswer } from './read-answer.ts';
export { traitsOf } from './traits.ts';
export { checkItem, isPossible, type LengthStyle, lengthIn, type PlainValue, valueText } from './values.ts';
