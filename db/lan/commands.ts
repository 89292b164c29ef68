import type { CommandsOf } from '../context.ts'
import { keepWish, keptCertificate, keptWish, renewCertificate } from '../host/lan/kept.ts'

const done = { done: true } as const

/** Only what this PC keeps is written; the door looks at it anew when it hears that something of it changed. */
export const commands: CommandsOf<'lan'> = {
  async serve({ port }, { dataDir, now }) {
    if (!keptCertificate(dataDir)) renewCertificate(dataDir, Date.parse(now))
    keepWish(dataDir, { isWanted: true, port })
    return done
  },

  async stopServing(_, { dataDir }) {
    keepWish(dataDir, { ...keptWish(dataDir), isWanted: false })
    return done
  },

  async renew(_, { dataDir, now }) {
    renewCertificate(dataDir, Date.parse(now))
    return done
  },

  async disconnect({ seat }, { endSeat }) {
    endSeat(seat)
    return done
  },
}
