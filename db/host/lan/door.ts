import type { DoorStanding } from '../../../shared/lan/contract.ts'
import type { Host } from '../host.ts'
import { everyMinute } from '../minute.ts'
import { createServe } from '../serve.ts'
import { answerOthers, type Parts } from './answers.ts'
import { asciiOf, certificateFacts, keptCertificate, keptWish, namesHere } from './kept.ts'
import { createLimits } from './limits.ts'
import { type Listener, listenForOthers } from './listener.ts'
import { createRefusals } from './refusals.ts'
import { createSeats } from './seats.ts'

export type LanDoor = {
  /** Null while nobody is served. */
  port(): number | null
  /** Looks anew at what is wanted of this PC. */
  follow(): Promise<void>
  close(): Promise<void>
}
export type LanOptions = {
  assetsDir: string
  /** Whether whoever looks after this PC leaves it to its administrators. */
  isAllowed?: boolean
  /** Somebody elsewhere is signed in, or nobody any more: a PC that sleeps serves nobody. */
  onTaken?: (isTaken: boolean) => void
  nowMs?: () => number
  patience?: { headersMs: number; callMs: number }
}

const patient = { headersMs: 15_000, callMs: 20_000 }

type State = DoorStanding['state']
type Open = { listener: Listener; fingerprint: string; wantedPort: number }

/** Other PCs of the library come in here, and by no other way; shut until an administrator wants it. */
export function openLanDoor(host: Host, options: LanOptions): LanDoor {
  const { assetsDir, isAllowed = true, onTaken = () => undefined, nowMs = Date.now } = options
  const { headersMs, callMs } = options.patience ?? patient
  const announce = () => host.announce(['lan'])
  const seats = createSeats(host, nowMs, { onChange: announce, onTaken })
  const endLooking = everyMinute(seats.look)
  const limits = createLimits(nowMs)
  const refusals = createRefusals(nowMs, announce)
  const serve = createServe({ assetsDir, exchange: host.exchange })
  let open: Open | null = null
  let state: State = isAllowed ? 'shut' : 'not_allowed'
  let turn = Promise.resolve()

  async function shut(): Promise<void> {
    await seats.endAll()
    await open?.listener.close()
    open = null
  }

  async function serveAt(port: number): Promise<void> {
    const certificate = keptCertificate(host.dataDir)
    const fingerprint = certificateFacts(host.dataDir)?.fingerprint
    if (!certificate || !fingerprint) return
    const { host: name } = namesHere()
    const names = [asciiOf(name), `${asciiOf(name)}.local`, 'localhost']
    const served = { server: name, fingerprint }
    const parts: Parts = { host, serve, seats, limits, refusals, names, port, served, callMs }
    const listener = await listenForOthers({
      port,
      headersMs,
      certificate,
      refused: (address, reason) => refusals.note(address, reason),
      respond: (request, response) =>
        void answerOthers(parts, request, response).catch(() => response.destroy()),
    }).catch(() => null)
    state = listener ? 'serving' : 'port_taken'
    if (!listener) return
    parts.port = listener.port
    open = { listener, fingerprint, wantedPort: port }
  }

  async function look(): Promise<void> {
    const { isWanted, port } = keptWish(host.dataDir)
    const fingerprint = certificateFacts(host.dataDir)?.fingerprint
    const isAsWanted = open !== null && open.wantedPort === port && open.fingerprint === fingerprint
    if (isWanted && isAsWanted) return
    await shut()
    state = 'shut'
    if (isWanted) await serveAt(port)
  }
  function follow(): Promise<void> {
    // A fault of one look must not end the program, nor the looks after it.
    if (isAllowed) turn = turn.then(look).catch(() => undefined)
    return turn
  }

  const stop = host.onEvent((event) => {
    const isOurs = event.type === 'changed' && event.modules.includes('lan')
    if (isOurs || (event.type === 'engine' && event.state === 'restarted')) void follow()
  })
  host.letAsk({
    async standing() {
      await turn
      return { state, ...namesHere(), seats: seats.list(), refused: refusals.list() }
    },
    endSeat(seat) {
      turn = turn.then(() => seats.end(seat)).catch(() => undefined)
    },
  })
  void host.opened().then(({ ok }) => (ok ? follow() : undefined))
  return {
    port: () => open?.listener.port ?? null,
    follow,
    async close() {
      stop()
      endLooking()
      host.letAsk(null)
      await turn
      await shut()
    },
  }
}
