import { lazy } from 'react';
import { contextSections, messageActions } from '../../lib/extension-points.ts';

const SpecificationSection = lazy(() =>
  import('./specification-section.tsx').then((m) => ({ default: m.SpecificationSection })),
);
const StartSpecification = lazy(() =>
  import('./start-specification.tsx').then((m) => ({ default: m.StartSpecification })),
);

export function registerSpecification(): void {
  contextSections.add({ id: 'specification', order: 20, component: SpecificationSection });
  messageActions.add({ id: 'specification', order: 20, component: StartSpecification });
}
