import { request } from 'node:https'
import type { TLSSocket } from 'node:tls'
import * as z from 'zod'
import type { KnownServer, ServerSeen } from '../shared/door.ts'
import { serverOrigin, ungrouped } from '../shared/lan/rules.ts'
import type { Policies } from '../shared/policies.ts'
import type { Reply } from '../shared/contract.ts'

/** Where the library is, when it is not here; without a fingerprint as long as nobody has compared one. */
export type WantedServer = { origin: string; fingerprint: string | null }

const KnownServer = z.object({
  origin: z.string().refine((text) => serverOrigin(text) === text),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})
const About = z.object({ value: z.object({ server: z.string().max(300), fingerprint: z.string() }) })

/** What somebody chose on this PC: that serving PC, or the own library whatever is offered; null where nobody chose. */
export type Chosen = KnownServer | 'here' | null

/** From a page or a file; what is damaged counts as none. */
export function knownServer(value: unknown): KnownServer | null {
  return KnownServer.safeParse(value).data ?? null
}

export function readChosen(text: string): Chosen {
  try {
    const value: unknown = JSON.parse(text)
    return value === 'here' ? value : knownServer(value)
  } catch {
    return null
  }
}

/** Who says it at the start goes before whoever looks after the PC, and both before what somebody confirmed once. */
export function serverWanted(
  argv: readonly string[],
  { fixed, offered }: Pick<Policies, 'fixed' | 'offered'>,
  chosen: Chosen,
): WantedServer | null {
  const at = argv.indexOf('--server')
  const typed = at === -1 ? undefined : argv[at + 1]
  if (typed === 'none') return null
  const said = (typed === undefined ? null : serverOrigin(typed)) ?? fixed.server
  if (said === undefined && chosen === 'here') return null
  const remembered = chosen === 'here' ? null : chosen
  const origin = said ?? remembered?.origin ?? offered.server
  if (origin === undefined) return null
  return { origin, fingerprint: remembered?.origin === origin ? remembered.fingerprint : null }
}

/** The words of a start that begins anew after somebody chose: what was said of a server before counts no more. */
export function wordsAnew(argv: readonly string[]): string[] {
  return argv.slice(1).filter((word, at, words) => word !== '--server' && words[at - 1] !== '--server')
}

/** Chromium names a certificate by `sha256/` and the same hash in base64. */
export function isPinned(known: Pick<KnownServer, 'fingerprint'>, shown: string): boolean {
  const [, base64] = /^sha256\/([A-Za-z0-9+/]+=*)$/.exec(shown) ?? []
  return base64 !== undefined && Buffer.from(base64, 'base64').toString('hex') === known.fingerprint
}

export function isServerUrl(url: string, { origin }: Pick<KnownServer, 'origin'>): boolean {
  return url === origin || url.startsWith(`${origin}/`)
}

/** What the page of a serving PC may ask for: that PC alone. */
export function isServerRequest(url: string, server: Pick<KnownServer, 'origin'>): boolean {
  return isServerUrl(url, server) || url.startsWith(`blob:${server.origin}/`) || url.startsWith('data:')
}

const answerMs = 5000
const maxBytes = 10_000

/** Asks who is there without telling it anything: the certificate is shown to a person, not believed. */
export function lookAtServer(address: string): Promise<ServerSeen> {
  const origin = serverOrigin(address)
  if (origin === null) return Promise.resolve({ problem: 'address_wrong' })
  return new Promise((resolve) => {
    const options = {
      rejectUnauthorized: false,
      agent: false,
      timeout: answerMs,
      signal: AbortSignal.timeout(answerMs),
    }
    const asked = request(`${origin}/about`, options, (response) => {
      const { fingerprint256 } = (response.socket as TLSSocket).getPeerCertificate()
      const fingerprint = ungrouped(fingerprint256 ?? '')
      let text = ''
      response.on('data', (piece: Buffer) => {
        text += piece.toString()
        if (text.length > maxBytes) asked.destroy()
      })
      response.on('error', () => resolve({ problem: 'not_ours' }))
      response.on('end', () => resolve(seenIn(text, origin, fingerprint)))
    })
    asked.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ problem: /^(ERR_SSL|EPROTO|HPE_)/.test(error.code ?? '') ? 'not_ours' : 'unreachable' }),
    )
    asked.on('timeout', () => asked.destroy())
    asked.end()
  })
}

function seenIn(text: string, origin: string, fingerprint: string | null): ServerSeen {
  try {
    const { server, fingerprint: said } = About.parse(JSON.parse(text)).value
    // What stands between, and shows a certificate of its own, is not the serving PC.
    return fingerprint === said ? { origin, fingerprint: said, server } : { problem: 'not_ours' }
  } catch {
    return { problem: 'not_ours' }
  }
}

/** How it stands with the PC that is wanted: to be gone to, or a reason for the page that waits here. */
export async function approach(wanted: WantedServer): Promise<KnownServer | Reply> {
  const seen = await lookAtServer(wanted.origin)
  if ('problem' in seen) return waiting('server_unreachable', wanted)
  if (wanted.fingerprint === null) return waiting('server_unknown', wanted)
  return wanted.fingerprint === seen.fingerprint ? seen : waiting('server_changed', wanted)
}

/** Why the page stays here for now, as it shows it. */
export function waiting(reason: string, { origin }: Pick<WantedServer, 'origin'>): Reply {
  return { ok: false, error: { code: 'cannot_open', details: { reason, address: origin } } }
}
