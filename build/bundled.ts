import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from './step.ts'

/** A package of others of which something ships, and the words it ships under. */
export type Licence = { name: string; version: string; licence: string; text: string }

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
})

/** What ships without passing the bundler: Electron itself, SQLite's native part, the faces of PDFs. */
const besideBundles = ['electron', 'better-sqlite3', '@expo-google-fonts/tinos']

/** The folder of the package that a bundled module lies in; null for our own. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/')
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null
}

export function licencesOf(folders: Iterable<string>): Licence[] {
  const all = new Set([...folders, ...besideBundles.map((name) => join(root, 'node_modules', name))])
  const licences = [...all].map(licenceIn)
  const known = new Map(licences.map((licence) => [`${licence.name}@${licence.version}`, licence]))
  return [...known.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

function licenceIn(folder: string): Licence {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const { name, version, license, author = name } = manifest
  const files = globSync('{LICEN[CS]E,licen[cs]e,COPYING,OFL,NOTICE}*', { cwd: folder }).toSorted()
  const own = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  const licence = license ?? (own.includes(grant) ? 'MIT' : '?')
  return { name, version, licence, text: own || (standardTexts[licence]?.(author) ?? '') }
}

const grant = 'Permission is hereby granted, free of charge'

/** For packages that name a licence and bring no copy of it. */
const standardTexts: Record<string, (author: string) => string> = {
  MIT: (author) => `MIT License

Copyright (c) ${author}

${grant}, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

${withoutWarranty} IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: (author) => `ISC License

Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}

const withoutWarranty =
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.'
