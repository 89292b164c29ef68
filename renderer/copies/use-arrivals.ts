import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import * as z from 'zod'
import { useCall } from '../app/operations.ts'
import { Gathered, newIn, type Unfinished } from './gathered.ts'

const Copies = z.object({ copies: z.array(Gathered) })

/** Copies chosen in a list come with the address. They begin a new list, unless one lies there unfinished: then the person is asked. */
export function useArrivals(take: (copies: Gathered[]) => void) {
  const call = useCall()
  const { state } = useLocation()
  const [arrived] = useState(() => Copies.safeParse(state))
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null)
  useEffect(() => {
    let isGone = false
    async function receive(copies: Gathered[]) {
      const answer = await call('drafts.draft', { form: 'copies.withdraw' })
      if (isGone) return
      const draft = answer.ok ? answer.value : null
      const gathered = Copies.safeParse(draft?.values).data?.copies ?? []
      if (!draft || gathered.length === 0) take(copies)
      else if (newIn({ gathered, arrived: copies }).length > 0)
        setUnfinished({ gathered, arrived: copies, savedAt: draft.savedAt })
    }
    if (arrived.success) void receive(arrived.data.copies)
    return () => {
      isGone = true
    }
    // Once, when the page is opened: later changes of the list are the person's own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [arrived])
  return { unfinished, settle: () => setUnfinished(null) }
}
