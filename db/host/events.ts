import type { EngineEvent } from '../../shared/door.ts'

/** Change news at once, then at most one a second: a bulk run must not make every page ask without pause. */
export function coalesce(send: (event: EngineEvent) => void, everyMs = 1000): (event: EngineEvent) => void {
  let held = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  function flush(): void {
    timer = null
    if (held.size === 0) return
    send({ type: 'changed', modules: [...held] })
    held = new Set()
    timer = setTimeout(flush, everyMs).unref()
  }

  return (event) => {
    if (event.type !== 'changed') return send(event)
    event.modules.forEach((module) => held.add(module))
    if (!timer) flush()
  }
}
