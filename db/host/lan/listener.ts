import type { Server as WebServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server, type Socket } from 'node:net'
import type { RefusalReason } from '../../../shared/lan/contract.ts'
import type { Certificate } from './certificate.ts'

export type Listener = { port: number; close(): Promise<void> }
type Options = {
  port: number
  certificate: Certificate
  refused: (address: string, reason: RefusalReason) => void
  respond: (request: IncomingMessage, response: ServerResponse) => void
  /** How long the head of a request may take. */
  headersMs: number
}

/** A browser opens six connections at most, and keeps a stream of news on one of them. */
const mostConnections = { inAll: 400, fromOnePc: 32 }
const firstByteMs = 10_000
const handshakeMs = 10_000
const tlsHandshake = 0x16

/** Everything comes in over TLS; what begins otherwise is told so in the words of the web, and hears nothing else. */
export async function listenForOthers(options: Options): Promise<Listener> {
  const sockets = new Set<Socket>()
  const web = tlsServer(options)
  // A page asks and waits: an answer of two pieces may not wait for the other side to confirm the first.
  const server = createServer({ noDelay: true }, (socket) => {
    const address = addressOf(socket)
    const fromThere = [...sockets].filter((each) => addressOf(each) === address).length
    if (sockets.size >= mostConnections.inAll || fromThere >= mostConnections.fromOnePc) {
      options.refused(address, 'too_many_connections')
      return socket.destroy()
    }
    if (sockets.size === 0) startChecking(web)
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      if (sockets.size === 0) stopChecking(web)
    })
    socket.on('error', () => socket.destroy())
    handOver(socket, web, options)
  })
  const port = await listen(server, options.port)
  return {
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      stopChecking(web)
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function tlsServer({ certificate, respond, refused, headersMs }: Options): WebServer {
  const web = createTlsServer(
    {
      key: certificate.keyPem,
      cert: certificate.certificatePem,
      minVersion: 'TLSv1.2',
      handshakeTimeout: handshakeMs,
      headersTimeout: headersMs,
      connectionsCheckingInterval: Math.min(headersMs, 5000),
      keepAliveTimeout: 65_000,
      // What a body may take depends on what it is; whoever reads it counts.
      requestTimeout: 0,
      maxHeaderSize: 16_384,
    },
    respond,
  )
  web.on('tlsClientError', (_error, socket) => refused(addressOf(socket), 'no_handshake'))
  web.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') refused(addressOf(socket as Socket), 'too_slow')
    socket.destroy()
  })
  return web
}

/** Nobody listens at this server by itself: Node looks for late heads from this word on, which is done only while somebody is connected. */
function startChecking(web: WebServer): void {
  web.emit('listening')
}

function stopChecking(web: WebServer): void {
  web.close()
}

/** The first byte says whether the other side speaks TLS. */
function handOver(socket: Socket, web: WebServer, { refused }: Options): void {
  socket.setTimeout(firstByteMs, () => {
    refused(addressOf(socket), 'too_slow')
    socket.destroy()
  })
  socket.once('data', (first: Buffer) => {
    socket.setTimeout(0)
    socket.removeAllListeners('timeout')
    socket.pause()
    if (first[0] !== tlsHandshake) {
      refused(addressOf(socket), 'plain_http')
      return void socket.end(plainAnswer)
    }
    socket.unshift(first)
    web.emit('connection', socket)
  })
}

export function addressOf({ remoteAddress = '' }: Pick<Socket, 'remoteAddress'>): string {
  return remoteAddress.replace(/^::ffff:/, '')
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

const plainPage = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Kho Sách</title>
<h1>Địa chỉ này phải bắt đầu bằng https://</h1>
<p>Hãy gõ lại địa chỉ với https:// ở đầu, đúng như trên máy phục vụ. Chưa có gì được gửi đi.</p>
<p lang="en">This address has to begin with https://. Type it again as the serving PC shows it.</p></html>`
const plainAnswer = [
  'HTTP/1.1 426 Upgrade Required',
  'Upgrade: TLS/1.2, HTTP/1.1',
  'Connection: close',
  'Content-Type: text/html; charset=utf-8',
  `Content-Length: ${Buffer.byteLength(plainPage)}`,
  '',
  plainPage,
].join('\r\n')
