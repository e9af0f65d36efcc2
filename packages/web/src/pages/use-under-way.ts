import { onScopeDispose } from 'vue'
import { type RouteLocationNormalized, useRouter } from 'vue-router'

/** Says whether the agent is on the way to another page, which may have to be loaded first. */
export function useUnderWay(): () => boolean {
  const router = useRouter()
  let goal: RouteLocationNormalized | null = null
  const stopHearing = [
    router.beforeEach((to) => {
      goal = to
    }),
    router.afterEach((to) => {
      if (goal === to) goal = null
    }),
  ]
  onScopeDispose(() => {
    for (const stop of stopHearing) stop()
  })
  return () => goal !== null
}
