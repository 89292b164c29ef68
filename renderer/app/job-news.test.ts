import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import type { JobState } from '../../shared/door.ts'
import { createJobNews } from './job-news.ts'

const run: JobState = {
  id: 1,
  operation: 'backup.make',
  state: 'running',
  done: 0,
  total: null,
  output: null,
  error: null,
  startedAt: '2026-01-02T00:00:00Z',
  endedAt: null,
}
const newsOf = ({ id, operation, state, done, total }: JobState) => ({ id, operation, state, done, total })

let answers: JobState[]
let asked: number
let queries: QueryClient
let apply: ReturnType<typeof createJobNews>
const shown = () => queries.getQueryData<JobState[]>(['jobs', 'list', {}])

beforeEach(async () => {
  answers = [run]
  asked = 0
  queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  apply = createJobNews(queries)
  const observer = new QueryObserver(queries, {
    queryKey: ['jobs', 'list', {}],
    queryFn: async () => {
      asked += 1
      const answer = answers
      await Promise.resolve()
      return answer
    },
  })
  observer.subscribe(() => undefined)
  await expect.poll(shown).toEqual([run])
})

test('news move the progress of a run that the list holds, without asking', () => {
  apply(newsOf({ ...run, done: 5, total: 10 }))
  expect(shown()).toEqual([{ ...run, done: 5, total: 10 }])
  expect(asked).toBe(1)
})

test("a run the list does not hold is asked about once and never shown by the news' word", async () => {
  apply(newsOf({ ...run, id: 2, done: 5 }))
  apply(newsOf({ ...run, id: 2, done: 6 }))
  await expect.poll(() => asked).toBe(2)
  apply(newsOf({ ...run, id: 2, done: 7 }))
  await expect.poll(() => queries.isFetching()).toBe(0)
  expect(asked).toBe(2)
  expect(shown()).toEqual([run])
})

test('a run has ended when the list brings its end and its output together', async () => {
  const ended: JobState = { ...run, state: 'done', output: { fileName: 'a' }, endedAt: run.startedAt }
  answers = [ended]
  apply(newsOf(ended))
  expect(shown()).toEqual([run])
  await expect.poll(shown).toEqual([ended])
  apply(newsOf({ ...run, done: 5 }))
  expect(shown()).toEqual([ended])
})

test('an end that comes while the list is first asked for is not lost to the older answer', async () => {
  queries.clear()
  const ended: JobState = { ...run, state: 'done', output: {}, endedAt: run.startedAt }
  const waiting: ((jobs: JobState[]) => void)[] = []
  const observer = new QueryObserver(queries, {
    queryKey: ['jobs', 'list', {}],
    queryFn: () => new Promise<JobState[]>((resolve) => waiting.push(resolve)),
  })
  observer.subscribe(() => undefined)
  await expect.poll(() => waiting).toHaveLength(1)
  apply(newsOf(ended))
  waiting[0]?.([run])
  await expect.poll(() => waiting).toHaveLength(2)
  waiting[1]?.([ended])
  await expect.poll(shown).toEqual([ended])
})
