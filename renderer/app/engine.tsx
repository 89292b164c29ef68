import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createClient, type Client } from '../../shared/client.ts'
import type { Reply } from '../../shared/contract.ts'
import type { Door, EngineEvent } from '../../shared/door.ts'
import { createJobNews } from './job-news.ts'

type Engine = { door: Door; client: Client; call: Door['call'] }
const EngineContext = createContext<Engine | null>(null)
const EngineLostContext = createContext(false)

export function useEngine(): Engine {
  const engine = use(EngineContext)
  if (!engine) throw new Error('useEngine is called outside EngineProvider')
  return engine
}

/** True while the engine's threads are being started again; calls wait that long. */
export function useIsEngineLost(): boolean {
  return use(EngineLostContext)
}

/** News decide what is stale, so nothing is asked again by time, focus or network. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

const keptPages = 25

/** A long list is asked again page by page; only its beginning is worth that. */
function trimPages(queries: QueryClient) {
  for (const [key, data] of queries.getQueriesData<{ pages: unknown[]; pageParams: unknown[] }>({})) {
    if (!Array.isArray(data?.pages) || data.pages.length <= keptPages) continue
    queries.setQueryData(key, {
      pages: data.pages.slice(0, keptPages),
      pageParams: data.pageParams.slice(0, keptPages),
    })
  }
}

function applyEvent(
  queries: QueryClient,
  event: Exclude<EngineEvent, { type: 'job' | 'opened' | 'upgrading' }>,
) {
  if (event.type === 'engine' && event.state === 'lost') return
  trimPages(queries)
  // Whatever changed, the journal tells of it.
  const isTouched = (module: unknown) =>
    event.type !== 'changed' || module === 'journal' || event.modules.includes(String(module))
  void queries.invalidateQueries({ predicate: (query) => isTouched(query.queryKey[0]) })
}

export function EngineProvider({ door, children }: { door: Door; children: ReactNode }) {
  const queries = useMemo(createQueryClient, [])
  const engine = useMemo<Engine>(() => {
    async function call(operation: string, input: unknown): Promise<Reply> {
      const reply = await door.call(operation, input)
      const isAboutSession = !reply.ok && ['signed_out', 'locked'].includes(reply.error.code)
      if (isAboutSession) void queries.invalidateQueries({ queryKey: ['users', 'session'] })
      return reply
    }
    return { door, call, client: createClient(call) }
  }, [door, queries])
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const applyJobNews = createJobNews(queries)
    return door.onEvent((event) => {
      if (event.type === 'engine') setLost(event.state === 'lost')
      if (event.type === 'job') applyJobNews(event.job)
      else if (event.type !== 'opened' && event.type !== 'upgrading') applyEvent(queries, event)
    })
  }, [door, queries])
  return (
    <EngineContext value={engine}>
      <EngineLostContext value={isLost}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </EngineLostContext>
    </EngineContext>
  )
}
