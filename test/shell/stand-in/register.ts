import { registerHooks } from 'node:module'
import { Socket } from 'node:net'
import { tell } from './report.ts'

/** Preloaded into the process that runs the built main bundle: there, `electron` is the stand-in. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    return { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
  },
})

function connectsElsewhere(input: unknown[]): boolean {
  const hosts = [...JSON.stringify(input).matchAll(/"host":"([^"]+)"/g)].map((match) => match[1] ?? '')
  return hosts.some((host) => !['127.0.0.1', '::1', 'localhost'].includes(host))
}

/** The main process has no business on the network; only the stand-in's own Chromium is on this machine. */
const connect = new Proxy(Reflect.get(Socket.prototype, 'connect'), {
  apply(target, socket, input) {
    if (connectsElsewhere(input)) tell({ network: JSON.stringify(input) })
    return Reflect.apply(target, socket, input)
  },
})
Object.defineProperty(Socket.prototype, 'connect', { value: connect })
