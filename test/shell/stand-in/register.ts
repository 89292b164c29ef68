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

/** The main process has no business on the network; only the stand-in's own Chromium is on this machine. */
const connect = Socket.prototype.connect
Socket.prototype.connect = function reported(this: Socket, ...input: Parameters<typeof connect>) {
  const text = JSON.stringify(input)
  if (/"host":/.test(text) && !/"host":"(127\.0\.0\.1|localhost|::1)"/.test(text)) tell({ network: text })
  return Reflect.apply(connect, this, input)
}
