import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/step.ts'
import { library, templates } from './tools.ts'

type Messages = Record<string, Record<string, string>>
const { load }: { load: (text: string) => Messages } = library('js-yaml')
const words = readFileSync(join(root, 'build', 'installer-words.nsh'), 'utf8')

function messageNames(): string[] {
  const lists = ['messages.yml', 'assistedMessages.yml'].map((name) =>
    load(readFileSync(join(templates, name), 'utf8')),
  )
  return lists.flatMap((list) => Object.keys(list))
}

test('Setup says in Vietnamese whatever electron-builder says in English, and nothing that it does not say', () => {
  const matches = words.matchAll(/LangString (\w+) \$\{LANG_VIETNAMESE\} "([^"]+)"/g)
  const said = [...matches].map(([, name = '', text = '']) => ({ name, text }))
  expect(said.map(({ name }) => name).toSorted()).toEqual(messageNames().toSorted())
  for (const { name, text } of said) expect(text, name).toMatch(/[à-ỹđ]/i)
})
