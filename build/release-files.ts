import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { guideParts, typedInGuide } from '../shared/settings/installation-guide.ts'
import type { Licence } from './bundled.ts'
import { root } from './step.ts'

const Component = z.looseObject({ name: z.string(), version: z.string(), 'bom-ref': z.string() })
const Bom = z.looseObject({
  components: z.array(Component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

/** npm's own list of all it would install. */
function installed(): z.output<typeof Bom> {
  const { stdout, status, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (status !== 0) throw new Error(`npm sbom left with ${status}: ${stderr}`)
  return Bom.parse(JSON.parse(stdout))
}

function shippedIds(): Set<string> {
  const file = join(root, 'dist', 'renderer', 'licences.json')
  const licences: Licence[] = JSON.parse(readFileSync(file, 'utf8'))
  return new Set(licences.map(({ name, version }) => `${name}@${version}`))
}

/** CycloneDX of what ships, and of nothing that only builds or tests it. */
function materials(): object {
  const bom = installed()
  const shipped = shippedIds()
  const components = bom.components.filter(({ name, version }) => shipped.has(`${name}@${version}`))
  const refs = new Set(components.map((component) => component['bom-ref']))
  const [self = { ref: '', dependsOn: [] }] = bom.dependencies
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }))
  return { ...bom, components, dependencies: [{ ref: self.ref, dependsOn: [...refs] }, ...dependencies] }
}

function sumOf(path: string): string {
  return `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${basename(path)}`
}

type Guide = { title: string } & Record<
  (typeof guideParts)[number],
  Record<'title' | 'text' | 'more', string>
>

/** What the program's own page tells IT staff, for whoever has not installed it yet, or may not for a false alarm. */
function guideText(language: string): string {
  const file = join(root, 'shared', 'locales', language, 'settings.json')
  const { guide }: { guide: Guide } = JSON.parse(readFileSync(file, 'utf8'))
  const parts = guideParts.flatMap((part) => {
    const { title, text, more } = guide[part]
    return [
      title.toLocaleUpperCase(language),
      text,
      '',
      ...typedInGuide[part].map((line) => `    ${line}`),
      '',
      more,
      '',
    ]
  })
  return `\uFEFF${[`KHO SÁCH – ${guide.title}`, '', ...parts].join('\r\n')}`
}

/** By their names in `release/`. */
const guides = { vi: 'huong-dan-cai-dat.txt', en: 'installation-guide.txt' }

function writeGuides(outDir: string): string[] {
  return Object.entries(guides).map(([language, name]) => {
    const path = join(outDir, name)
    writeFileSync(path, guideText(language))
    return path
  })
}

type Built = { outDir: string; artifactPaths: string[] }

/** electron-builder calls this at the end: what is published beside Setup.exe, so that anyone may check it. */
export function afterAllArtifactBuild({ outDir, artifactPaths }: Built): string[] {
  const sbom = join(outDir, 'sbom.cdx.json')
  writeFileSync(sbom, `${JSON.stringify(materials(), null, 2)}\n`)
  const beside = [sbom, ...writeGuides(outDir)]
  const sums = join(outDir, 'SHA256SUMS')
  writeFileSync(sums, `${[...artifactPaths, ...beside].map(sumOf).toSorted().join('\n')}\n`)
  return [...beside, sums]
}
