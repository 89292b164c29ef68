import {
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQueryClient,
  useQuery as useTanstackQuery,
  keepPreviousData,
} from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { JobState } from '../../shared/door.ts'
import { askFor, failureOf, queryKeyOf, Refused, useCall } from './asking.ts'
import { askForJobs } from './job-news.ts'
import { forgetKept, useKept } from './kept.ts'
import type {
  Answer,
  CommandName,
  Input,
  JobName,
  Output,
  PagesInput,
  PagesName,
  QueryName,
  Refusal,
  RowOf,
} from './operation-types.ts'

export { useCall } from './asking.ts'
export { useRows } from './use-rows.ts'

type QueryOptions = { isActive?: boolean; keepsPrevious?: boolean }
type Asked<Name extends QueryName> = Readonly<{
  value: Output<Name> | undefined
  failure: Refusal<Name> | null
  isLoading: boolean
  isFetching: boolean
  ask: () => void
}>

/** `useQuery('catalogue.title', { id })`: the name is the key, so `changed` events find what to ask again. */
export function useQuery<Name extends QueryName>(
  operation: Name,
  input: Input<Name>,
  { isActive = true, keepsPrevious = false }: QueryOptions = {},
): Asked<Name> {
  const call = useCall()
  const query = useTanstackQuery<unknown>({
    queryKey: queryKeyOf(operation, input),
    enabled: isActive,
    placeholderData: keepsPrevious ? keepPreviousData : undefined,
    queryFn: () => askFor(call, operation, input),
  })
  const { refetch } = query
  return {
    value: query.data as Output<Name> | undefined,
    failure: failureOf<Name>(query.error),
    isLoading: query.isLoading,
    isFetching: query.isFetching,
    ask: useCallback(() => void refetch(), [refetch]),
  }
}

/** One question in several parts, asked one after another, so that what others ask comes in between. */
export function useParts<Name extends QueryName>(
  operation: Name,
  inputs: readonly Input<Name>[],
): Pick<Asked<Name>, 'value' | 'failure'>[] {
  const call = useCall()
  const queries = useQueryClient()
  const keys = inputs.map((input) => queryKeyOf(operation, input))
  const waitsAt = keys.findIndex((key) => (queries.getQueryState(key)?.status ?? 'pending') === 'pending')
  const parts = useQueries({
    queries: inputs.map((input, at) => ({
      queryKey: keys[at] ?? [],
      enabled: waitsAt === -1 || at <= waitsAt,
      queryFn: () => askFor(call, operation, input),
    })),
  })
  return parts.map(({ data, error }) => ({
    value: data as Output<Name> | undefined,
    failure: failureOf<Name>(error),
  }))
}

const pageRows = 100
export type Pages<Name extends PagesName> = Readonly<{
  rows: RowOf<Name>[]
  firstPage: Output<Name> | undefined
  failure: Refusal<Name> | null
  hasMore: boolean
  more: () => void
  isLoading: boolean
  isStarting: boolean
  /** Rows of the question before, shown until the new answer is here. */
  isOutdated: boolean
}>

/** A list over cursor pages: `rows` so far, `more()` for the next page. */
export function usePages<Name extends PagesName>(operation: Name, input: PagesInput<Name>): Pages<Name> {
  const call = useCall()
  const query = useInfiniteQuery({
    queryKey: queryKeyOf(operation, { ...input, pages: true }),
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam }) => {
      const answer = await call(operation, { ...input, cursor: pageParam, limit: pageRows } as Input<Name>)
      if (!answer.ok) throw new Refused(answer.error)
      return answer.value as Output<Name> & { rows: RowOf<Name>[]; next: string | null }
    },
    getNextPageParam: (last) => last.next,
  })
  const { fetchNextPage, data } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  return {
    rows,
    firstPage: data?.pages[0],
    failure: failureOf<Name>(query.error),
    hasMore: query.hasNextPage,
    more,
    isLoading: query.isFetching,
    isStarting: query.isPending,
    isOutdated: query.isPlaceholderData,
  }
}

type Command<Name extends CommandName> = Readonly<{
  run: (input: Input<Name>) => Promise<Answer<Name>>
  failure: Refusal<Name> | null
  clear: () => void
  isRunning: boolean
}>

/** `run` answers the reply; `failure` keeps the last refusal for `<Failure of={…}/>`. */
export function useCommand<Name extends CommandName>(operation: Name): Command<Name> {
  const call = useCall()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<Refusal<Name> | null>(null)
  const mutation = useMutation({ mutationFn: (input: Input<Name>) => call(operation, input) })
  const { mutateAsync } = mutation
  const run = useCallback(
    async (input: Input<Name>) => {
      const answer = await mutateAsync(input)
      setFailure(answer.ok ? null : answer.error)
      if (answer.ok) void queries.invalidateQueries({ queryKey: [operation.split('.')[0]] })
      return answer
    },
    [mutateAsync, queries, operation],
  )
  return { run, failure, clear: useCallback(() => setFailure(null), []), isRunning: mutation.isPending }
}

type JobAnswer<Name extends JobName> = Answer<Name, { jobId: number }>
type Job<Name extends JobName> = Readonly<{
  start: (input: Input<Name>) => Promise<JobAnswer<Name>>
  job: JobState | null
  isRunning: boolean
  output: Output<Name> | null
  failure: Refusal<Name> | null
  cancel: () => void
  clear: () => void
}>

/**
 * Long work: `start`, then `job` follows its news, also after the page was left and opened again.
 * A run left while it works is kept until its end has been on screen, so nobody misses its output.
 */
export function useJob<Name extends JobName>(operation: Name): Job<Name> {
  const call = useCall()
  const queries = useQueryClient()
  const keptName = `job.${operation}`
  const [startedId, setStartedId] = useKept<number | null>(keptName, null)
  const [refusal, setRefusal] = useState<Refusal<Name> | null>(null)
  const [isStarting, setStarting] = useState(false)
  const jobs = useQuery('jobs.list', {}).value ?? []
  const cancel = useCommand('jobs.cancel')
  const job: JobState | undefined =
    jobs.find(({ id }) => id === startedId) ??
    jobs.find((other) => other.operation === operation && other.state === 'running')

  const hasEnded = job !== undefined && job.id === startedId && job.state !== 'running'
  useEffect(() => {
    if (hasEnded) forgetKept(keptName)
  }, [hasEnded, keptName])

  const start = useCallback(
    async (input: Input<Name>): Promise<JobAnswer<Name>> => {
      setStarting(true)
      const answer: JobAnswer<Name> = await call<Name, { jobId: number }>(operation, input)
      setRefusal(answer.ok ? null : answer.error)
      if (answer.ok) {
        setStartedId(answer.value.jobId)
        await askForJobs(queries)
      }
      setStarting(false)
      return answer
    },
    [call, operation, queries, setStartedId],
  )
  const failed = job?.state === 'failed' && job.error ? ({ ...job.error, operation } as Refusal<Name>) : null
  return {
    start,
    job: job ?? null,
    isRunning: isStarting || job?.state === 'running',
    output: job?.state === 'done' ? (job.output as Output<Name>) : null,
    failure: refusal ?? failed,
    cancel: () => void (job && cancel.run({ id: job.id })),
    clear: useCallback(() => setStartedId(null), [setStartedId]),
  }
}
