import type { QueryClient } from '@tanstack/react-query'
import type { JobNews, JobState } from '../../shared/door.ts'

const jobsKey = ['jobs']
const listKey = ['jobs', 'list', {}]

/** Asks again for the runs; an answer still under way may be older than the news that made us ask. */
export async function askForJobs(queries: QueryClient): Promise<void> {
  await queries.cancelQueries({ queryKey: jobsKey })
  await queries.invalidateQueries({ queryKey: jobsKey })
}

/**
 * News tell everybody how far every run is; only the list knows which runs are ours and what they answer.
 * So news move the progress of a run that the list holds, and an end is believed when the list tells it.
 */
export function createJobNews(queries: QueryClient): (news: JobNews) => void {
  const asked = new Set<number>()

  /** A run we have not heard of may have been started in another window of ours. */
  function askOnce(id: number) {
    if (asked.has(id)) return
    asked.add(id)
    void askForJobs(queries)
  }

  return (news) => {
    if (news.state !== 'running') return void askForJobs(queries)
    const jobs = queries.getQueryData<JobState[]>(listKey) ?? []
    if (!jobs.some(({ id }) => id === news.id)) return askOnce(news.id)
    // Writing into a list that is to be asked for again would make it pass for a fresh one.
    if (queries.getQueryState(listKey)?.isInvalidated) return
    queries.setQueryData<JobState[]>(
      listKey,
      jobs.map((job) => (job.id === news.id && job.state === 'running' ? { ...job, ...news } : job)),
    )
  }
}
