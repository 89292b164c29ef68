import { useEffect, useEffectEvent } from 'react'
import { useEngine } from './engine.tsx'
import { useQueryClient } from '@tanstack/react-query'

const touchEveryMs = 60_000
const lookEveryMs = 5_000
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'compositionupdate'] as const

/** Locks a PC nobody touches; a PC in use tells the engine so, at most once a minute. */
export function useIdleLock(afterMinutes: number, onUnreached: () => void) {
  const { client } = useEngine()
  const queries = useQueryClient()
  const cover = useEffectEvent(onUnreached)
  useEffect(() => {
    let lastInputMs = Date.now()
    let lastTouchMs = Date.now()
    let isDue = false
    function onInput() {
      lastInputMs = Date.now()
      if (lastInputMs - lastTouchMs < touchEveryMs) return
      lastTouchMs = lastInputMs
      void client.users.touch({})
    }
    async function look() {
      isDue ||= Date.now() - lastInputMs >= afterMinutes * 60_000
      if (!isDue) return
      const reply = await client.users.lock({})
      // The screen is covered all the same, and the engine is asked again until it knows.
      if (!reply.ok) return cover()
      await queries.invalidateQueries({ queryKey: ['users', 'session'] })
    }
    for (const sign of signsOfLife) window.addEventListener(sign, onInput, { passive: true })
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, onInput)
      clearInterval(timer)
    }
  }, [client, queries, afterMinutes])
}
