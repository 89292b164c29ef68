import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Refusal } from '../../shared/sync/protocol.ts'

/** Longer than a receiver in this process takes to keep what came before a cut. */
const cutMs = 60

/** A line to a receiver that a test can cut, or answer in the receiver's place; it hears all that goes up. */
export async function openSpoiltLine(to: string) {
  const state = {
    /** Bytes of a package after which it hangs up, once for each entry. */
    cuts: [] as number[],
    /** A page of the network answers instead. */
    page: null as string | null,
    /** What the receiver says instead. */
    refusing: null as Refusal | null,
    bytesTaken: 0,
    requests: [] as string[],
    /** Every head and body as it came. */
    seen: [] as string[],
  }

  async function carry(near: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = near
    state.requests.push(`${method} ${url}`)
    state.seen.push(`${url} ${JSON.stringify(headers)}`)
    const body = await bodyOf(near)
    state.seen.push(body.toString('utf8'))
    if (state.page !== null) return reply(answer, { status: 200, type: 'text/html', text: state.page })
    if (state.refusing !== null) return reply(answer, refusal(state.refusing))
    const cut = method === 'PATCH' ? state.cuts.shift() : undefined
    const part = body.subarray(0, cut)
    if (method === 'PATCH') state.bytesTaken += part.length
    const far = ask(new URL(url, to), { method, headers })
    far.on('error', () => near.socket.destroy())
    if (cut === undefined) {
      far.on('response', (told) => {
        answer.writeHead(told.statusCode ?? 502, told.headers)
        told.pipe(answer)
      })
      far.end(part)
      return
    }
    far.write(part)
    setTimeout(() => far.destroy(), cutMs)
    setTimeout(() => near.socket.destroy(), 2 * cutMs)
  }

  const server = createServer((near, answer) => {
    carry(near, answer).catch(() => near.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    state,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
export type SpoiltLine = Awaited<ReturnType<typeof openSpoiltLine>>

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

type Told = { status: number; type: string; text: string }

function refusal(code: Refusal): Told {
  const text = JSON.stringify({ error: { code, message: code, at: new Date().toISOString() } })
  return { status: 403, type: 'application/json', text }
}

function reply(answer: ServerResponse, { status, type, text }: Told): void {
  answer.writeHead(status, { 'Content-Type': type })
  answer.end(text)
}
