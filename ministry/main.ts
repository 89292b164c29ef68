import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { firstAdministrator } from './office/accounts.ts'
import { ensureKey } from './receiver.ts'
import { readSettings } from './settings.ts'
import { openStore } from './store/connection.ts'

const settings = readSettings(process.env)
const store = await openStore(settings.KHOSACH_MINISTRY_STORE)
const receiver = { store, now: () => new Date() }
await ensureKey(receiver, settings.KHOSACH_MINISTRY_NAME)
const first = await firstAdministrator(receiver)
const pageFolder = fileURLToPath(new URL('../dist/ministry', import.meta.url))
const isBehindProxy = settings.KHOSACH_MINISTRY_PROXY === '1'
const app = await buildApp({
  receiver,
  pageFolder: existsSync(pageFolder) ? pageFolder : null,
  isBehindProxy,
  isSecure: isBehindProxy,
  log: true,
})
const address = await app.listen({
  host: settings.KHOSACH_MINISTRY_HOST,
  port: settings.KHOSACH_MINISTRY_PORT,
})

console.log(`\nKho Sách – nơi nhận báo cáo: ${address}\nKho Sách – the receiving service: ${address}`)
if (first) {
  console.log(
    `\nTài khoản quản trị đầu tiên / first administrator: ${first.name}\nMật khẩu / password: ${first.password}\n`,
  )
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void app.close().then(() => store.close())
  })
}
