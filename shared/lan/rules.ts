/** Where others are served unless somebody chooses otherwise. */
export const usualPort = 8433
/** Below are those of the system itself. */
export const lowestPort = 1024

/** What somebody who has not signed in may ask at the door for other PCs. */
const beforeSignIn: ReadonlySet<string> = new Set([
  'users.session',
  'users.signIn',
  'users.unlock',
  'users.signOut',
])

/**
 * What is done at the serving PC alone: it reads or writes by a path of that PC, changes what the PC itself is, or is
 * its own housekeeping. All else is as open to other PCs as it is to the person who signs in there.
 */
const onlyThere: Readonly<Record<string, readonly string[]>> = {
  backup: [
    'addPlace',
    'checkByItself',
    'encrypt',
    'folders',
    'found',
    'isCheckDue',
    'isDue',
    'makeByItself',
    'prove',
    'recoveryKey',
    'restore',
    'setAside',
    'stopEncrypting',
  ],
  lan: ['renew', 'serve', 'stopServing'],
  preservation: [
    'checkPackage',
    'linkFolder',
    'makePackage',
    'markVolume',
    'places',
    'setTextRule',
    'updateFolder',
  ],
  sync: [
    'changePassphrase',
    'enrol',
    'isDue',
    'makeKey',
    'places',
    'readReceipts',
    'sendByItself',
    'unlockKey',
    'writeAnswers',
    'writeToFolder',
  ],
  updates: [
    'fetch',
    'fetchByItself',
    'goBack',
    'isDue',
    'prepareReturn',
    'setAsking',
    'stay',
    'takeIn',
    'takeInClosed',
    'verify',
  ],
  users: ['setUp'],
}

const atServingPc: ReadonlySet<string> = new Set(
  Object.entries(onlyThere).flatMap(([module, verbs]) => verbs.map((verb) => `${module}.${verb}`)),
)

export type Reach = 'before_sign_in' | 'signed_in' | 'serving_pc'

/** Who may ask for an operation at the door for other PCs, before anybody's permissions are looked at. */
export function reachOf(operation: string): Reach {
  if (atServingPc.has(operation)) return 'serving_pc'
  return beforeSignIn.has(operation) ? 'before_sign_in' : 'signed_in'
}

/** Four signs at a time, as people compare them. */
export function grouped(fingerprint: string): string {
  return (fingerprint.toUpperCase().match(/.{1,4}/g) ?? []).join(' ')
}

/** The same from whatever a person, or another program, wrote it as. */
export function ungrouped(text: string): string | null {
  const hex = text.replaceAll(/[\s:.-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null
}

const serverAddress = /^(?:https:\/\/)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::(\d{1,5}))?\/?$/i

/** `may-chu`, `192.168.1.20:8433` or a whole address, as people type it; null where it cannot be one. */
export function serverOrigin(text: string): string | null {
  const [, host, port = String(usualPort)] = serverAddress.exec(text.trim()) ?? []
  const isPort = Number(port) >= 1 && Number(port) <= 65_535
  return host === undefined || !isPort ? null : `https://${host.toLowerCase()}:${Number(port)}`
}
