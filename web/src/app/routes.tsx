import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { setUpStatus } from '../../../libs/contracts/identity.ts';
import { inboxSearch } from '../features/inbox/inbox-search.ts';
import { boardSearch } from '../features/production/board-search.ts';
import { isApiError } from '../lib/api-error.ts';
import { reading } from '../lib/query.ts';
import { sessionQuery } from '../lib/session.ts';
import { homeOf } from './home.ts';

/**
 * Every address of the client. A feature adds its routes here, with its screen loaded on first use:
 * `lazyRouteComponent(() => import('../features/production/index.ts'), 'ProductionPage')`.
 */
const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ to: z.string().startsWith('/').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/sign-in/index.ts'), 'SignInPage'),
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../features/setup/index.ts'), 'SetUpPage'),
});

/** Everything behind the sign-in. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      return { me: await queryClient.ensureQueryData(sessionQuery) };
    } catch (error) {
      if (!isApiError(error) || error.status !== 401) throw error;
      const { needed } = await queryClient.fetchQuery(reading(setUpStatus));
      if (needed) throw redirect({ to: '/set-up' });
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.href } });
    }
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    throw redirect({ to: homeOf(me) });
  },
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox/$view/{-$ticketId}',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../features/inbox/index.ts'), 'InboxPage'),
});

/** Links from outside name a ticket and no view. */
const ticketRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets/$ticketId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/inbox/$view/{-$ticketId}', params: { view: 'all', ticketId: params.ticketId } });
  },
});

const sentMailRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sent-mail/{-$mailId}',
  component: lazyRouteComponent(() => import('../features/sent-mail/index.ts'), 'SentMailPage'),
});

const productionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/production',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../features/production/index.ts'), 'BoardPage'),
});

const productionSpecificationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/production/$specificationId',
  component: lazyRouteComponent(() => import('../features/production/index.ts'), 'ProductionSpecificationPage'),
});

const specificationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/specifications/$specificationId',
  component: lazyRouteComponent(() => import('../features/specification/index.ts'), 'SpecificationPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/{-$section}',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'SettingsPage'),
});

/** The buyer's page: a signed link, no account. */
const approvalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/approve/$token',
  component: lazyRouteComponent(() => import('../features/approval/index.ts'), 'ApprovalPage'),
});

export const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  approvalRoute,
  shellRoute.addChildren([
    homeRoute,
    inboxRoute,
    ticketRoute,
    sentMailRoute,
    productionRoute,
    productionSpecificationRoute,
    specificationRoute,
    settingsRoute,
  ]),
]);
