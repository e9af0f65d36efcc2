import './shared/theme/app.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { createDeskRouter } from './app/router.ts'
import { DeskQueries } from './shared/api/desk-queries.ts'
import { asApiError } from './shared/api/request.ts'

// Events say what is stale, so nothing is fetched again by itself; what is cached shows first and is renewed silently.
const queryClient = new DeskQueries({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      // Answers are replaced, never changed: to watch every field of ten thousand tickets would cost much and tell nothing.
      shallow: true,
      retry: (failures, error) => asApiError(error).isPassing && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
})

createApp(App).use(createPinia()).use(VueQueryPlugin, { queryClient }).use(createDeskRouter()).mount('#app')
