import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Reply } from '../../../shared/contract.ts'
import { instantAt } from '../../../shared/dates.ts'
import type { DoorStanding } from '../../../shared/lan/contract.ts'
import type { Host } from '../host.ts'
import { createSeat, type Seat } from '../seat.ts'

export type Taken = {
  id: string
  seat: Seat
  address: string
  user: string
  sinceMs: number
  lastMs: number
  lastAsked: string
  streams: Set<ServerResponse>
}
export type Seats = {
  /** A place for whoever comes, known by a cookie from now on. */
  open(address: string): string
  of(cookie: string): Taken | null
  /** After a sign-in, a sign-out or a lock: who sits there now. */
  hear(taken: Taken, asked: string, reply: Reply): Promise<void>
  /** Whether anybody is still there, which only time tells. */
  look(): void
  end(id: string): Promise<void>
  endAll(): Promise<void>
  list(): DoorStanding['seats']
}

/** Nobody signed in there; the page only has to be opened again. */
const emptyForMs = 15 * 60_000
/** The engine lets no session live longer. */
const longestMs = 16 * 3_600_000
const mostSeats = 500
/** After the last word from a browser without a stream of news; pages tell that somebody is there more often. */
const hereForMs = 10 * 60_000

type Heard = { onChange: () => void; onTaken: (isTaken: boolean) => void }

export function createSeats(host: Host, nowMs: () => number, { onChange, onTaken }: Heard): Seats {
  const takenByCookie = new Map<string, Taken>()
  const signedIn = () => [...takenByCookie.values()].filter(({ user }) => user !== '')
  let wasTaken = false
  /** A browser that was closed has no stream of news any more, though nobody signed out there. */
  function look(): void {
    const isTaken = signedIn().some(({ streams, lastMs }) => streams.size > 0 || nowMs() - lastMs < hereForMs)
    if (isTaken !== wasTaken) onTaken(isTaken)
    wasTaken = isTaken
  }
  function tell(): void {
    look()
    onChange()
  }

  function sweep(): void {
    for (const [cookie, { seat, lastMs, sinceMs }] of takenByCookie) {
      const isLeft = !seat.holdsSession() && nowMs() - lastMs > emptyForMs
      if (isLeft || nowMs() - Math.max(sinceMs, lastMs) > longestMs) takenByCookie.delete(cookie)
    }
    for (const [cookie, { seat }] of takenByCookie) {
      if (takenByCookie.size < mostSeats) return
      if (!seat.holdsSession()) takenByCookie.delete(cookie)
    }
  }

  async function end(taken: Taken): Promise<void> {
    for (const [cookie, each] of takenByCookie) if (each === taken) takenByCookie.delete(cookie)
    await taken.seat.call('users.signOut', {})
    for (const stream of taken.streams) stream.end()
    tell()
  }

  return {
    open(address) {
      sweep()
      const cookie = randomBytes(24).toString('base64url')
      const now = nowMs()
      takenByCookie.set(cookie, {
        id: randomBytes(9).toString('base64url'),
        seat: createSeat(host),
        address,
        user: '',
        sinceMs: now,
        lastMs: now,
        lastAsked: '',
        streams: new Set(),
      })
      return cookie
    },
    of: (cookie) => takenByCookie.get(cookie) ?? null,
    look,
    async hear(taken, asked, reply) {
      taken.lastMs = nowMs()
      const opened = await host.opened()
      const isQuery = opened.ok && opened.queries.has(asked)
      if (!isQuery && !asked.startsWith('users.')) taken.lastAsked = asked
      const isAnother = taken.seat.holdsSession() !== (taken.user !== '') || asked === 'users.signIn'
      if (!isAnother || !reply.ok) return
      const session = await taken.seat.call('users.session', {})
      const value = session.ok ? (session.value as { user: { name: string } | null }) : { user: null }
      if (taken.user === '') taken.sinceMs = taken.lastMs
      taken.user = value.user?.name ?? ''
      tell()
    },
    async end(id) {
      const taken = [...takenByCookie.values()].find((each) => each.id === id)
      if (taken) await end(taken)
    },
    async endAll() {
      for (const taken of takenByCookie.values()) await end(taken)
    },
    list: () =>
      signedIn().map(({ id, user, address, sinceMs, lastMs, lastAsked }) => ({
        id,
        user,
        address,
        since: instantAt(sinceMs),
        lastAt: instantAt(lastMs),
        lastAsked,
      })),
  }
}
