import { answerOthers, type Parts } from '../../db/host/lan/answers.ts'
import { makeCertificate } from '../../db/host/lan/certificate.ts'
import { createLimits } from '../../db/host/lan/limits.ts'
import { listenForOthers } from '../../db/host/lan/listener.ts'
import { createRefusals } from '../../db/host/lan/refusals.ts'
import { createSeats } from '../../db/host/lan/seats.ts'
import { createServe } from '../../db/host/serve.ts'
import type { Host } from '../../db/host/host.ts'
import type { Reply } from '../../shared/contract.ts'
import type { FileTicket } from '../../shared/door.ts'
import { testFolder, valueOf } from '../support/engine.ts'
import { OtherPc } from '../support/other-pc.ts'

type Browser = {
  call(operation: string, input: unknown): Promise<Reply>
  handIn(name: string, bytes: Uint8Array): Promise<FileTicket>
}
export type OtherPcs = { open(): Promise<Browser>; close(): Promise<void> }

/**
 * The door for other PCs, open whatever the folder wants, since examples turn it on and off. Its clock leaps with each
 * browser, so that what the examples before asked and mistyped is long ago.
 */
export async function openLanDoorFor(host: Host): Promise<OtherPcs> {
  let leapsMs = 0
  const nowMs = () => Date.now() + leapsMs
  const refusals = createRefusals(Date.now, () => undefined)
  const parts: Parts = {
    host,
    serve: createServe({ assetsDir: testFolder(), exchange: host.exchange }),
    seats: createSeats(host, Date.now, { onChange: () => undefined, onTaken: () => undefined }),
    limits: createLimits(nowMs),
    refusals,
    names: ['localhost'],
    port: 0,
    callMs: 20_000,
    served: { server: 'localhost', fingerprint: '' },
  }
  const listener = await listenForOthers({
    port: 0,
    headersMs: 15_000,
    certificate: makeCertificate({ name: 'localhost', names: ['127.0.0.1'], nowMs: Date.now() }),
    refused: refusals.note,
    respond: (request, response) => void answerOthers(parts, request, response),
  })
  parts.port = listener.port
  const pcs: OtherPc[] = []
  return {
    async open() {
      leapsMs += 3_600_000
      pcs.splice(0, Math.max(0, pcs.length - 8)).forEach((pc) => pc.close())
      const pc = new OtherPc(listener.port)
      pcs.push(pc)
      await pc.enter()
      return {
        call: (operation, input) => pc.call(operation, input),
        async handIn(name, bytes) {
          const headers = { Origin: pc.origin, 'Content-Type': 'application/octet-stream' }
          const path = `/upload?name=${name}`
          const { text } = await pc.send({ method: 'POST', path, headers, body: Buffer.from(bytes) })
          return valueOf(JSON.parse(text) as Reply) as FileTicket
        },
      }
    },
    async close() {
      pcs.forEach((pc) => pc.close())
      await listener.close()
    },
  }
}
