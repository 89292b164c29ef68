import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { InspectedPage } from '../../shared/inspection/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'

/** What a page was before something was said of it here, to be brought back; null for one noted beside the sample. */
type Done = { said: InspectedPage; before: Pick<InspectedPage, 'verdict' | 'findings' | 'note'> | null }

/** The pages of a sample one after another: which one is open, what was said last, and back again. */
export function useLook(inspectionId: number, isOpen: boolean) {
  const [search, setSearch] = useSearchParams()
  const pageId = Number(search.get('page')) || null
  const [isOver, setOver] = useState(false)
  const [done, setDone] = useState<Done[]>([])
  /** A page that was brought back: until it is here as it is now, keys would be meant for what it was. */
  const [broughtBack, setBroughtBack] = useState({ id: 0, rev: 0 })
  const take = useCommand('inspection.takeNext')
  const judging = useCommand('inspection.judge')
  const takingBack = useCommand('inspection.takeBackVerdict')
  const removing = useCommand('inspection.removeOutside')
  const { value: page, failure } = useQuery(
    'inspection.page',
    { id: pageId ?? 0 },
    { isActive: pageId !== null },
  )

  const open = useCallback(
    (id: number) => {
      setOver(false)
      setSearch({ page: String(id) }, { replace: true })
    },
    [setSearch],
  )
  const { run: takeNext } = take
  const next = useCallback(
    async (after: number) => {
      const answer = await takeNext({ id: inspectionId, after })
      if (!answer.ok) return
      if (answer.value.pageId === null) setOver(true)
      else open(answer.value.pageId)
    },
    [takeNext, inspectionId, open],
  )
  useEffect(() => {
    if (pageId === null && isOpen) void next(0)
    // Once, on coming in without a page; afterwards each verdict asks for the next.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  const isRunning = judging.isRunning || take.isRunning
  const isHere = page?.id === pageId && (page.id !== broughtBack.id || page.rev >= broughtBack.rev)

  async function judge(kindIds: number[], note: string): Promise<boolean> {
    // Until the next page is here, a key would be meant for one that nobody has seen.
    if (!page || !isHere || isRunning) return false
    const { id, rev, place } = page
    const answer = await judging.run({ id, rev, kindIds, note })
    if (!answer.ok) return false
    setDone([...done, { said: answer.value, before: page }])
    await next(place ?? 0)
    return true
  }

  async function undo(): Promise<void> {
    const last = done.at(-1)
    if (!last) return
    const { said, before } = last
    const answer = await bringBack(said, before)
    if (!answer.ok) return
    if ('rev' in answer.value) setBroughtBack({ id: said.id, rev: answer.value.rev })
    setDone(done.slice(0, -1))
    if (before !== null) open(said.id)
  }

  function bringBack({ id, rev }: InspectedPage, before: Done['before']) {
    if (before === null) return removing.run({ id })
    if (before.verdict === null) return takingBack.run({ id, rev })
    const kindIds = before.findings.map(({ kindId }) => kindId)
    return judging.run({ id, rev, kindIds, note: before.note })
  }

  return {
    page: isHere ? page : undefined,
    isOver,
    last: done.at(-1)?.said,
    isRunning,
    failure:
      judging.failure ??
      takingBack.failure ??
      removing.failure ??
      take.failure ??
      (pageId === null ? null : failure),
    open,
    next,
    judge,
    noted: (said: InspectedPage) => setDone([...done, { said, before: null }]),
    undo,
  }
}
