import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { showLanguage } from '../../renderer/app/texts.ts'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { App } from './App.tsx'
import { storedLanguage } from './language.ts'

/** zod would try whether it may compile its schemas; the page's policy forbids that, and the try is a violation. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const always = { networkMode: 'always', retry: false } as const
const client = new QueryClient({
  defaultOptions: { queries: { ...always, staleTime: 10_000 }, mutations: always },
})

async function start() {
  await showLanguage(storedLanguage())
  const place = document.getElementById('root')
  if (!place) throw new Error('index.html has no #root')
  createRoot(place).render(
    <QueryClientProvider client={client}>
      <Toasts>
        <App />
      </Toasts>
    </QueryClientProvider>,
  )
}

void start()
