import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startHost } from './host.ts'
import { openHttpDoor } from './http.ts'
import { openLanDoor } from './lan/door.ts'
import { askPipe, openPipe } from './pipe.ts'

/** The loopback door: `node db/host/main.ts --data DIR [--port N] [--no-open]`. */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
  },
})
const port = Number(values.port)
if (!values.data) stop('Thiếu thư mục dữ liệu: --data DIR', 'No data folder given: --data DIR')
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  stop(`Cổng phải là số từ 0 đến 65535: ${values.port}`, `A port is a number from 0 to 65535: ${values.port}`)
}

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
}
const assetsDir = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))
const running = await askPipe(values.data, { ask: 'launch' }, () => undefined)
if (running && 'launchUrl' in running && running.launchUrl?.startsWith('http://127.0.0.1:')) {
  show(running.launchUrl)
} else {
  await serve(values.data)
}

async function serve(dataDir: string): Promise<void> {
  const host = startHost({ dataDir, workerUrl: new URL('./worker.ts', import.meta.url) })
  const door = await openHttpDoor(host, { assetsDir, port }).catch(async () => {
    await host.close()
    return stop(
      `Cổng ${port} đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port, hoặc bỏ --port.`,
      `Port ${port} is in use by another program. Choose another one with --port, or leave --port out.`,
    )
  })
  const pipe = openPipe(host, door.launchUrl)
  const lan = openLanDoor(host, { assetsDir })
  let isClosing = false
  async function quit(): Promise<void> {
    if (isClosing) return
    isClosing = true
    await pipe.close()
    await door.close()
    await lan.close()
    await host.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void quit())
  process.on('SIGTERM', () => void quit())
  show(door.launchUrl())
}

function stop(vietnamese: string, english: string): never {
  console.error(`${vietnamese}\n${english}`)
  process.exit(2)
}

function show(url: string): void {
  console.log(url)
  if (values['no-open']) return
  const [program, ...args] = openers[process.platform] ?? ['xdg-open']
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}
