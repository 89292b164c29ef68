import { createPrivateKey, createPublicKey } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isoDateAt } from '../shared/dates.ts'
import { migrations } from '../db/migrations/index.ts'
import { appVersion } from '../db/version.ts'
import { releaseKeys } from '../db/updates/release-keys.ts'
import { hashOf, openUpdateFile, signedHead } from '../db/updates/update-file.ts'
import { updateExtension } from '../shared/opened-files.ts'
import { platformId, productId } from '../shared/updates/manifest.ts'
import { root } from './step.ts'

/**
 * Makes the update file of a release from its Setup.exe and reads it back:
 * `KHOSACH_RELEASE_KEY=… npm run release:update [FLOOR]`, after `npm run dist`. The key is an Ed25519 key, DER (PKCS 8)
 * as base64url; what is new stands in `build/release-notes.json`.
 */
const privateKey = process.env['KHOSACH_RELEASE_KEY']
if (!privateKey) throw new Error('KHOSACH_RELEASE_KEY names no key to sign with')
const [floor = appVersion] = process.argv.slice(2)
const release = join(root, 'release')
const setup = join(release, `KhoSach-Setup-${appVersion}.exe`)
const file = join(release, `KhoSach-${appVersion}.${updateExtension}`)

const head = signedHead(
  {
    product: productId,
    platform: platformId,
    version: appVersion,
    floor,
    publishedOn: isoDateAt(Date.now()),
    setup: { size: statSync(setup).size, sha256: await hashOf(createReadStream(setup)) },
    migrations: Object.keys(migrations),
    notes: JSON.parse(readFileSync(join(root, 'build', 'release-notes.json'), 'utf8')),
  },
  privateKey,
)
async function* pieces() {
  yield head
  yield* createReadStream(setup)
}
await pipeline(pieces(), createWriteStream(file))

const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url')
await openUpdateFile(file, () => undefined, [publicKey])
console.log(`${await hashOf(createReadStream(file))}  ${file}`)
if (!releaseKeys.includes(publicKey))
  console.warn(
    `No program believes this key yet; its public half for db/updates/release-keys.ts: ${publicKey}`,
  )
