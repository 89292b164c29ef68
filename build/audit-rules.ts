export type LockedPackage = {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  dev?: boolean
  link?: boolean
  hasInstallScript?: boolean
}
export type Lock = { packages: Record<string, LockedPackage> }
export type Manifest = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  allowScripts?: Record<string, boolean>
}
/** An advisory that is lived with, why, and until which day. */
export type Exception = { package: string; advisory: string; reason: string; until: string }
export type Decisions = {
  licences: Record<string, { licence: string; reason: string }>
  advisories: readonly Exception[]
}

const shippedLicences = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'Zlib',
  'CC0-1.0',
]
/** What only builds and tests may ask more of whoever changes it. */
const toolLicences = [...shippedLicences, 'MPL-2.0', 'Python-2.0', 'WTFPL']

/** npm calls it a tool, but its binary is what is installed. */
const shippedTools = ['electron']

/** `node_modules/a/node_modules/@b/c` is @b/c. */
export function packageName(place: string): string {
  return place.split('node_modules/').at(-1) ?? place
}

export function isShipped(place: string, locked: LockedPackage | undefined): boolean {
  return locked?.dev !== true || shippedTools.includes(packageName(place))
}

/** Of alternatives one must be allowed, of several at once each. */
export function isAllowedLicence(expression: string, allowed: readonly string[]): boolean {
  const plain = expression.replaceAll(/[()]/g, '')
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence.trim())))
}

function licenceProblem(place: string, locked: LockedPackage, { licences }: Decisions): string[] {
  const name = `${packageName(place)}@${locked.version}`
  const licence = licences[name]?.licence ?? locked.license
  if (licence === undefined) return [`${name} names no licence: say which in build/audit.json, and why`]
  const allowed = isShipped(place, locked) ? shippedLicences : toolLicences
  return isAllowedLicence(licence, allowed) ? [] : [`${name}: ${licence} is not among the allowed licences`]
}

/** Registries write no address here (.npmrc), so whatever is written is somewhere else. */
function originProblem(place: string, { version, resolved, integrity, link }: LockedPackage): string[] {
  const name = `${packageName(place)}@${version}`
  return [
    ...(/^sha512-[\w+/]+=*$/.test(integrity ?? '') ? [] : [`${name} has no SHA-512 of its bytes`]),
    ...(resolved === undefined ? [] : [`${name} comes from ${resolved}, not from the registry`]),
    ...(link === true ? [`${name} is a folder, not a package`] : []),
  ]
}

export function judgeLock(lock: Lock, manifest: Manifest, decisions: Decisions): string[] {
  const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const packages = Object.entries(lock.packages).filter(([place]) => place !== '')
  const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true)
  const decided = Object.keys(manifest.allowScripts ?? {})
  const known = new Set(packages.map(([place, { version }]) => `${packageName(place)}@${version}`))
  return [
    ...Object.entries(direct)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name}: ${version} is no exact version`),
    ...packages.flatMap(([place, locked]) => [
      ...originProblem(place, locked),
      ...licenceProblem(place, locked, decisions),
    ]),
    ...scripts
      .map(([place]) => packageName(place))
      .filter((name) => !decided.includes(name))
      .map((name) => `${name} would run a script at installation: decide on it in allowScripts`),
    ...Object.keys(decisions.licences)
      .filter((name) => !known.has(name))
      .map((name) => `build/audit.json speaks of ${name}, which is not installed`),
  ]
}

type Advisory = { source: number; name: string; title: string; url: string; severity: string }
export type Answer = {
  vulnerabilities: Record<
    string,
    { severity: string; via: readonly (Advisory | string)[]; nodes: readonly string[] }
  >
}

const grave = ['high', 'critical']

/** Null where what came is no answer: no network, a registry that keeps no advisories, a page of a hotel. */
export function readAnswer(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'vulnerabilities' in answer
      ? (answer as Answer)
      : null
  } catch {
    return null
  }
}

/** Grave advisories about what ships, but those that are lived with until a day that has not come. */
export function judgeAnswer(answer: Answer, lock: Lock, { advisories }: Decisions, today: string): string[] {
  const found = Object.entries(answer.vulnerabilities).flatMap(([name, { via, nodes }]) => {
    const isOurs = nodes.some((place) => isShipped(place, lock.packages[place]))
    const own = via.filter((each) => typeof each !== 'string')
    return isOurs
      ? own.filter(({ severity }) => grave.includes(severity)).map((each) => ({ ...each, name }))
      : []
  })
  const isMeant = (each: Exception, { name, url }: Advisory) =>
    each.package === name && url.endsWith(`/${each.advisory}`)
  const open = found.filter(
    (each) => !advisories.some((known) => isMeant(known, each) && known.until >= today),
  )
  const idle = advisories.filter((known) => !found.some((each) => isMeant(known, each)))
  return [
    ...open.map(({ name, severity, title, url }) => `${name}: ${severity}: ${title} (${url})`),
    ...idle.map(
      (known) => `build/audit.json excuses ${known.package} ${known.advisory}, which nobody reports`,
    ),
  ]
}
