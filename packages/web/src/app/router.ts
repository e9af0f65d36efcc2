import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { useSession } from '../entities/session/session.ts'
import { getSetUpState } from '../entities/session/session-api.ts'
import { isViewName } from '../entities/ticket/views.ts'
import InboxPage from '../pages/InboxPage.vue'

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/inbox/waiting' },
  { path: '/admin', redirect: '/' },
  { path: '/login', component: () => import('../pages/LoginPage.vue'), meta: { isPublic: true, title: 'Sign in' } },
  { path: '/setup', component: () => import('../pages/SetUpPage.vue'), meta: { isPublic: true, title: 'Set up' } },
  {
    path: '/invite/:token',
    component: () => import('../pages/InvitePage.vue'),
    meta: { isPublic: true, title: 'Join' },
  },
  {
    path: '/inbox/:view?/:ticketNumber(\\d+)?',
    component: InboxPage,
    beforeEnter: ({ params }) => isViewName(params['view']) || '/inbox/waiting',
  },
  {
    path: '/contacts/:contactId',
    component: () => import('../pages/ContactPage.vue'),
    meta: { title: 'Customer' },
  },
  { path: '/phone', component: () => import('../pages/PhonePage.vue'), meta: { title: 'Phone' } },
  { path: '/settings', redirect: '/settings/inboxes' },
  {
    path: '/settings/:section(inboxes|number|agents|system|canned-replies|sessions|password)',
    component: () => import('../pages/SettingsPage.vue'),
    meta: { title: 'Settings' },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('../pages/NotFoundPage.vue'),
    meta: { isPublic: true, title: 'Not found' },
  },
]

export function createDeskRouter() {
  const router = createRouter({ history: createWebHistory(), routes })
  router.beforeEach(admit)
  router.afterEach(({ meta }) => {
    if (meta['title']) document.title = `${meta['title']} · Textdesk`
  })
  return router
}

/** Sends whoever is not signed in to the place where they can be. */
async function admit(to: RouteLocationNormalized): Promise<string | { path: string; query: { next: string } } | true> {
  const session = useSession()
  if (session.state === 'unknown') await session.load()
  if (to.path === '/login' && session.state === 'in') return '/'
  if (to.meta['isPublic'] || session.state === 'in') return (await isForgottenSetUp(to)) ? '/setup' : true
  const { required } = await getSetUpState()
  return required ? '/setup' : { path: '/login', query: { next: to.fullPath } }
}

/** Somebody opens the sign-in page of a desk that nobody has set up. */
async function isForgottenSetUp(to: RouteLocationNormalized): Promise<boolean> {
  return to.path === '/login' && (await getSetUpState()).required
}
