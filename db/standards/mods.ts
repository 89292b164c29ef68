import type { Exported, ExportWriter } from './exported.ts'
import { indexed } from './marc-index.ts'
import { genres, languages, physicalDescription, typeOfResource } from './mods/form.ts'
import { classifications, identifiers, locations, recordInfo } from './mods/identity.ts'
import { names } from './mods/names.ts'
import { contents, notes } from './mods/notes.ts'
import { origins } from './mods/origin.ts'
import { relatedItems } from './mods/related.ts'
import { subjects } from './mods/subjects.ts'
import { titles } from './mods/titles.ts'
import { xmlDeclaration } from '../xml.ts'

const head = `${xmlDeclaration}<modsCollection xmlns="http://www.loc.gov/mods/v3">\n`
const foot = '</modsCollection>\n'

/** MODS 3.8, after the mapping from MARC 21 that the Library of Congress publishes (loc.gov/standards/mods/mods-mapping.html). */
export function modsWriter(): ExportWriter {
  return { head: () => head, add: (items) => items.map(mods).join(''), foot: () => foot }
}

function mods(item: Exported): string {
  const marc = indexed(item.record)
  const elements = [
    ...titles(marc),
    ...names(marc),
    typeOfResource(marc),
    ...genres(marc),
    ...origins(marc),
    ...languages(marc),
    physicalDescription(marc, item.title),
    ...contents(marc),
    ...notes(marc),
    ...subjects(marc),
    ...classifications(marc),
    ...relatedItems(marc),
    ...identifiers(marc),
    ...locations(marc, item),
    recordInfo(marc),
  ]
  return `<mods version="3.8">\n${elements.filter((each) => each !== '').join('\n')}\n</mods>\n`
}
