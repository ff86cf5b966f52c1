import type { DemoCannedReply } from '../demo-types.ts';
import { shippingDamage, warrantyPhotos } from './after-sales.ts';
import { approveSpecification } from './approval.ts';
import { certificateRequest, paymentTerms } from './commercial.ts';
import { delayApology, deliveryTime, orderShipped } from './delivery.ts';
import { quotationSent, receipt } from './first-contact.ts';
import { handing } from './handing.ts';
import { returnMadeToMeasure, sparePart } from './parts-and-returns.ts';
import { sizeReference } from './size-reference.ts';
import { milkHatch, steelPlate } from './special-wishes.ts';

/** The letters the team writes every day; four of them lack a language, so that the list of missing variants has something to say. */
export const demoCannedReplies: DemoCannedReply[] = [
  receipt,
  quotationSent,
  sizeReference,
  handing,
  approveSpecification,
  milkHatch,
  steelPlate,
  deliveryTime,
  delayApology,
  orderShipped,
  warrantyPhotos,
  shippingDamage,
  sparePart,
  returnMadeToMeasure,
  paymentTerms,
  certificateRequest,
];
