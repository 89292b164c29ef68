/** Texts as flat keys: `catalogue.errors.isbn_invalid` → text. */
export type Texts = Map<string, string>
type Tree = { [key: string]: string | Tree }

export function flatten(tree: Tree, prefix: string): Texts {
  const texts: Texts = new Map()
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}.${name}`
    if (typeof value === 'string') texts.set(key, value)
    else for (const [inner, text] of flatten(value, key)) texts.set(inner, text)
  }
  return texts
}

const pluralEnding = /_(zero|one|two|few|many|other)$/

/** i18next looks for `rows_one` or `rows_other` where the code says `rows`. */
export function spoken(key: string): string {
  return key.replace(pluralEnding, '')
}

export type Use = { keys: Set<string>; prefixes: Set<string> }

const dotted = /(['"])([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)+)\1/g
const called = /\bt\(\s*(['"])([^'"]+)\1/g
const template = /`([a-z][A-Za-z0-9]*\.(?:[A-Za-z0-9_]+\.)*[A-Za-z0-9_]*)\$\{/g
const typed = /\b(?:textKey|labelKey|titleKey|i18nKey)[:=]\s*\{?\s*(['"])([^'"]+)\1/g

/** What `t('…')` and the like name is required; any other dotted literal only counts as a use. */
export function keysIn(source: string): { required: string[]; mentioned: string[]; prefixes: string[] } {
  const pick = (pattern: RegExp, group: number) =>
    [...source.matchAll(pattern)].map((match) => match[group] ?? '')
  return {
    required: [...pick(called, 2), ...pick(typed, 2)].filter((key) => key.includes('.')),
    mentioned: pick(dotted, 2),
    prefixes: pick(template, 1),
  }
}

/** Texts that stand for others by a word known only at run time: `$t(interchange.sources.{{reason}})`. */
export function nestedPrefixes(texts: Texts): string[] {
  return [...texts.values()].flatMap((text) =>
    [...text.matchAll(/\$t\(([A-Za-z0-9_.]+)\{\{/g)].map((match) => match[1] ?? ''),
  )
}

function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{\s*([A-Za-z0-9_.]+)/g)].map((match) => match[1] ?? '')
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1)).join(', ')
}

/** Both languages say the same things with the same blanks; Vietnamese has no plural, English may. */
export function compare(vi: Texts, en: Texts): string[] {
  const viSpoken = new Set([...vi.keys()].map(spoken))
  const enSpoken = new Set([...en.keys()].map(spoken))
  const missing = [
    ...[...viSpoken].filter((key) => !enSpoken.has(key)).map((key) => `en lacks ${key}`),
    ...[...enSpoken].filter((key) => !viSpoken.has(key)).map((key) => `vi lacks ${key}`),
  ]
  const blanks = [...vi].flatMap(([key, text]) => {
    const twin = en.get(key) ?? en.get(`${spoken(key)}_other`) ?? en.get(spoken(key))
    const isSame = twin === undefined || placeholders(twin) === placeholders(text)
    return isSame ? [] : [`${key}: vi has {{${placeholders(text)}}}, en has {{${placeholders(twin)}}}`]
  })
  return [...missing, ...blanks]
}

export function malformed(language: string, texts: Texts): string[] {
  return [...texts].flatMap(([key, text]) => [
    ...(text.trim() === '' ? [`${language} ${key} is empty`] : []),
    ...(text === text.normalize('NFC') ? [] : [`${language} ${key} is not NFC`]),
  ])
}

/** A key is used when it is named, begins with a named prefix, or belongs to a declared error code. */
export function unused(texts: Texts, use: Use): string[] {
  const prefixes = [...use.prefixes]
  return [...texts.keys()]
    .map(spoken)
    .filter((key) => !use.keys.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) => `nobody uses ${key}`)
}

type Declared = {
  [kind: string]: { [operation: string]: { can: string; errors?: readonly string[]; journal?: false } }
}

export function declaredErrors(contracts: Record<string, Declared>, common: readonly string[]): string[] {
  const own = Object.entries(contracts).flatMap(([module, kinds]) =>
    Object.values(kinds)
      .flatMap((operations) => Object.values(operations))
      .flatMap(({ errors }) => errors ?? [])
      .map((code) => `${module}.errors.${code}`),
  )
  return [...new Set([...own, ...common.map((code) => `common.errors.${code}`)])]
}

/** The program's own acts stand in the journal beside those of the contracts. */
const ownActs = ['engine.operations.upgrade']

/** What the journal and the running jobs call each act: `catalogue.operations.addTitle`. */
export function actNames(contracts: Record<string, Declared>): string[] {
  const acts = Object.entries(contracts).flatMap(([module, { commands, jobs }]) =>
    Object.entries({ ...commands, ...jobs })
      .filter(([, { journal }]) => journal !== false)
      .map(([name]) => `${module}.operations.${name}`),
  )
  return [...acts, ...ownActs]
}

type Counted = { code: string; formulas: readonly { version: number }[] }

/** A signed figure keeps its formula, so each version has words of its own; a code's dot would part the key. */
export function indicatorTexts(indicators: readonly Counted[]): string[] {
  return indicators.flatMap(({ code, formulas }) => {
    const word = code.replaceAll('.', '_')
    return [
      `indicators.names.${word}`,
      `indicators.units.${word}`,
      ...formulas.map(({ version }) => `indicators.formulas.${word}_${version}`),
    ]
  })
}

/** The same as `lacking`, with the place where the text belongs. */
export function unwritten(language: string, texts: Texts, keys: readonly string[], what: string): string[] {
  const known = new Set([...texts.keys()].map(spoken))
  return keys
    .filter((key) => !known.has(key))
    .map((key) => {
      const [module, ...place] = key.split('.')
      return `${what} has no text: add ${place.join('.')} to shared/locales/${language}/${module}.json`
    })
}

export function lacking(language: string, texts: Texts, keys: Iterable<string>): string[] {
  const known = new Set([...texts.keys()].map(spoken))
  return [...keys].filter((key) => !known.has(spoken(key))).map((key) => `${language} lacks ${key}`)
}
