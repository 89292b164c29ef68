import { request as startRequest, Agent } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import type { Reply } from '../../shared/contract.ts'

export type WebAnswer = { status: number; headers: IncomingHttpHeaders; text: string }
export type WebQuestion = {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** A port that nobody has just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** What a browser on another PC sends; each may have an address of its own within 127.0.0.0/8. */
export class OtherPc {
  readonly agent: Agent
  cookie = ''
  private readonly port: number
  private readonly address: string

  constructor(port: number, address = '127.0.0.1') {
    this.port = port
    this.address = address
    this.agent = new Agent({ keepAlive: true, maxSockets: 6, rejectUnauthorized: false })
  }

  get name(): string {
    return this.address.replaceAll('.', '-')
  }

  get origin(): string {
    return `https://127.0.0.1:${this.port}`
  }

  send({ method = 'GET', path, headers = {}, body = '' }: WebQuestion): Promise<WebAnswer> {
    return new Promise((resolve, reject) => {
      const sent = startRequest(
        {
          host: '127.0.0.1',
          port: this.port,
          localAddress: this.address,
          agent: this.agent,
          method,
          path,
          headers: { ...(this.cookie ? { Cookie: this.cookie } : {}), ...headers },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString()
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  /** Opens the page, which gives this browser its place at the door. */
  async enter(): Promise<WebAnswer> {
    const answer = await this.send({ path: '/' })
    this.cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? this.cookie
    return answer
  }

  ask(operation: string, input: unknown, headers: Record<string, string> = {}): Promise<WebAnswer> {
    const json = { 'Content-Type': 'application/json', Origin: this.origin, ...headers }
    return this.send({
      method: 'POST',
      path: `/call/${operation}`,
      headers: json,
      body: JSON.stringify(input),
    })
  }

  async call(operation: string, input: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return JSON.parse((await this.ask(operation, input, headers)).text) as Reply
  }

  /** Sends a call and hangs up at once: it may have arrived, and nobody hears the answer. */
  cutOff(operation: string, input: unknown, headers: Record<string, string>): Promise<void> {
    const all = { 'Content-Type': 'application/json', Origin: this.origin, Cookie: this.cookie, ...headers }
    return new Promise((resolve) => {
      const sent = startRequest({
        host: '127.0.0.1',
        port: this.port,
        localAddress: this.address,
        rejectUnauthorized: false,
        agent: false,
        method: 'POST',
        path: `/call/${operation}`,
        headers: all,
      })
      sent.on('error', () => undefined)
      sent.on('close', () => resolve())
      // Handed to the system whole, it arrives; whether it is answered before the line is cut is chance.
      sent.end(JSON.stringify(input), () => setTimeout(() => sent.destroy(), Math.random() * 4))
    })
  }

  close(): void {
    this.agent.destroy()
  }
}
