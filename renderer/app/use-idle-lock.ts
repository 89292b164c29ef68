import { useEffect, useEffectEvent } from 'react'
import { useEngine } from './engine.tsx'
import { useQueryClient } from '@tanstack/react-query'

const touchEveryMs = 60_000
/** A PC that slept has not let the time of a timer pass: it finds out within a minute. */
const longestLookMs = 60_000
const againMs = 5_000
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
    let hasEnded = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const restMs = () => lastInputMs + afterMinutes * 60_000 - Date.now()
    function onInput() {
      if (isDue) return
      // The first movement after a PC has slept comes too late.
      if (restMs() <= 0) return lookIn(0)
      lastInputMs = Date.now()
      if (lastInputMs - lastTouchMs < touchEveryMs) return
      lastTouchMs = lastInputMs
      void client.users.touch({})
    }
    async function look() {
      isDue ||= restMs() <= 0
      if (!isDue) return lookIn(Math.min(restMs(), longestLookMs))
      const reply = await client.users.lock({})
      if (reply.ok) return queries.invalidateQueries({ queryKey: ['users', 'session'] })
      // The screen is covered all the same, and the engine is asked again until it knows.
      cover()
      lookIn(againMs)
    }
    function lookIn(ms: number) {
      clearTimeout(timer)
      if (!hasEnded) timer = setTimeout(() => void look(), ms)
    }
    for (const sign of signsOfLife) window.addEventListener(sign, onInput, { passive: true })
    void look()
    return () => {
      hasEnded = true
      for (const sign of signsOfLife) window.removeEventListener(sign, onInput)
      clearTimeout(timer)
    }
  }, [client, queries, afterMinutes])
}
