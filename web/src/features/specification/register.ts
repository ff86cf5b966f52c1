import { lazy } from 'react';
import { contextSections, messageActions, ticketExtras } from '../../lib/extension-points.ts';

const SpecificationSection = lazy(() =>
  import('./specification-section.tsx').then((m) => ({ default: m.SpecificationSection })),
);
const StartSpecification = lazy(() =>
  import('./start-specification.tsx').then((m) => ({ default: m.StartSpecification })),
);
const SpecificationKey = lazy(() => import('./specification-key.tsx').then((m) => ({ default: m.SpecificationKey })));

export function registerSpecification(): void {
  contextSections.add({ id: 'specification', order: 20, component: SpecificationSection });
  ticketExtras.add({ id: 'specification', order: 20, component: SpecificationKey });
  messageActions.add({ id: 'specification', order: 20, component: StartSpecification });
}
