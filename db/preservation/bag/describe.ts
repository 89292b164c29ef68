import type { RightsDecision } from '../../../shared/digitization/contract.ts'
import type { FileFormat } from '../../../shared/preservation/rules.ts'
import { element, escaped, leaf, xmlDeclaration } from '../../xml.ts'

/** A file as a package holds it, and as the library knew it. */
export type PackedFile = {
  /** `file-1`, and `text-1` for what stands on it. */
  id: string
  /** Within the package, parted by `/`. */
  path: string
  originalName: string
  size: number
  sha256: string
  format: FileFormat | 'text'
  page: number | null
  purpose: string
  checkedAt: string
  /** Of a text: the page it was read off, by what and when. */
  readOff: { id: string; by: string; at: string } | null
}
/** Its records stand beside, as `dc.xml` and `mods.xml`. */
export type PackedTitle = { id: string; title: string }
export type Described = {
  title: PackedTitle
  files: readonly PackedFile[]
  rights: RightsDecision
  library: string
  now: string
}

const mimeTypes: Record<PackedFile['format'], string> = {
  text: 'text/plain',
  tiff: 'image/tiff',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  other: 'application/octet-stream',
}

const metsHead =
  'xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
/** What belongs together and in which order (METS 1.12), pointing to the files and to what else describes them. */
export function metsOf({ title, files, library, now }: Described): string {
  const groups = [...Map.groupBy(files, ({ purpose }) => purpose)]
  const pages = [...Map.groupBy(files, ({ page, readOff, id }) => page ?? readOff?.id ?? id)]
  return [
    xmlDeclaration,
    `<mets ${metsHead} OBJID="${escaped(title.id)}" LABEL="${escaped(title.title)}" TYPE="digitized">\n`,
    `<metsHdr CREATEDATE="${now}"><agent ROLE="CREATOR" TYPE="ORGANIZATION">${leaf('name', library)}</agent></metsHdr>\n`,
    record('dmd-dc', 'DC', 'dc.xml'),
    record('dmd-mods', 'MODS', 'mods.xml'),
    `<amdSec ID="amd"><digiprovMD ID="premis"><mdRef MDTYPE="PREMIS" MIMETYPE="text/xml" LOCTYPE="URL" xlink:href="premis.xml"/></digiprovMD></amdSec>\n`,
    '<fileSec>\n',
    ...groups.flatMap(([purpose, group]) => [
      `<fileGrp USE="${escaped(purpose)}">\n`,
      ...group.map(metsFile),
      '</fileGrp>\n',
    ]),
    '</fileSec>\n',
    `<structMap TYPE="physical"><div TYPE="item" LABEL="${escaped(title.title)}" DMDID="dmd-dc dmd-mods" ADMID="amd">\n`,
    ...pages.map(([page, same], at) => pageDiv(typeof page === 'number' ? page : null, same, at + 1)),
    '</div></structMap>\n</mets>\n',
  ].join('')
}

function record(id: string, kind: string, file: string): string {
  return `<dmdSec ID="${id}"><mdRef MDTYPE="${kind}" MIMETYPE="text/xml" LOCTYPE="URL" xlink:href="${file}"/></dmdSec>\n`
}

function metsFile({ id, path, size, sha256, format }: PackedFile): string {
  return `<file ID="${id}" MIMETYPE="${mimeTypes[format]}" SIZE="${size}" CHECKSUM="${sha256}" CHECKSUMTYPE="SHA-256"><FLocat LOCTYPE="URL" xlink:href="../${hrefOf(path)}"/></file>\n`
}

function pageDiv(page: number | null, files: readonly PackedFile[], order: number): string {
  const label = page === null ? '' : ` ORDERLABEL="${page}"`
  const pointers = files.map(({ id }) => `<fptr FILEID="${id}"/>`).join('')
  return `<div TYPE="page" ORDER="${order}"${label}>${pointers}</div>\n`
}

function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

const premisHead =
  'xmlns="http://www.loc.gov/premis/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0"'

/** What became of each file, and on what right it is handed on (PREMIS 3.0). */
export function premisOf({ title, files, rights, library, now }: Described): string {
  const ids = files.map(({ id }) => id)
  return [
    xmlDeclaration,
    `<premis ${premisHead}>\n`,
    ...files.map(premisObject),
    ...files.map((file) => (file.readOff ? readingEvent(file.id, file.readOff) : fixityEvent(file))),
    packingEvent(ids, now),
    element('agent', [
      identifier('agent', 'local', 'library'),
      leaf('agentName', library),
      leaf('agentType', 'organization'),
    ]),
    '\n',
    rightsElement(rights, title.id, ids),
    '</premis>\n',
  ].join('')
}

function identifier(of: string, type: string, value: string): string {
  return element(`${of}Identifier`, [leaf(`${of}IdentifierType`, type), leaf(`${of}IdentifierValue`, value)])
}
function linking(of: 'Agent' | 'Object', value: string, role?: 'source' | 'outcome'): string {
  return element(`linking${of}Identifier`, [
    leaf(`linking${of}IdentifierType`, 'local'),
    leaf(`linking${of}IdentifierValue`, value),
    ...(role ? [leaf(`linking${of}Role`, role)] : []),
  ])
}

function premisObject({ id, path, originalName, size, sha256, format }: PackedFile): string {
  const characteristics = element('objectCharacteristics', [
    leaf('compositionLevel', '0'),
    element('fixity', [leaf('messageDigestAlgorithm', 'SHA-256'), leaf('messageDigest', sha256)]),
    leaf('size', String(size)),
    element('format', [element('formatDesignation', [leaf('formatName', mimeTypes[format])])]),
  ])
  const parts = [
    identifier('object', 'local', id),
    characteristics,
    leaf('originalName', originalName),
    element('storage', [
      element('contentLocation', [leaf('contentLocationType', 'path'), leaf('contentLocationValue', path)]),
    ]),
  ]
  return `<object xsi:type="file">${parts.join('')}</object>\n`
}

function fixityEvent({ id, checkedAt }: PackedFile): string {
  return `${element('event', [
    identifier('event', 'local', `fixity-${id}`),
    leaf('eventType', 'fixity check'),
    leaf('eventDateTime', checkedAt),
    element('eventOutcomeInformation', [leaf('eventOutcome', 'pass')]),
    linking('Agent', 'library'),
    linking('Object', id),
  ])}\n`
}

function readingEvent(id: string, { id: pageId, by, at }: NonNullable<PackedFile['readOff']>): string {
  return `${element('event', [
    identifier('event', 'local', `reading-${id}`),
    leaf('eventType', 'text recognition'),
    leaf('eventDateTime', at),
    element('eventDetailInformation', [leaf('eventDetail', by)]),
    linking('Agent', 'library'),
    linking('Object', pageId, 'source'),
    linking('Object', id, 'outcome'),
  ])}\n`
}

function packingEvent(ids: readonly string[], at: string): string {
  return `${element('event', [
    identifier('event', 'local', 'packing'),
    leaf('eventType', 'dissemination information package creation'),
    leaf('eventDateTime', at),
    linking('Agent', 'library'),
    ...ids.map((id) => linking('Object', id)),
  ])}\n`
}

/** Who decided stays in the library: names of people go nowhere. */
function rightsElement(rights: RightsDecision, titleId: string, ids: readonly string[]): string {
  const { status, basis, decidedOn, expiresOn } = rights
  return `${element('rights', [
    element('rightsStatement', [
      identifier('rightsStatement', 'local', `rights-${titleId}`),
      leaf('rightsBasis', 'Other'),
      element('otherRightsInformation', [
        leaf('otherRightsBasis', status),
        element('otherRightsApplicableDates', [
          leaf('startDate', decidedOn),
          leaf('endDate', expiresOn ?? ''),
        ]),
        leaf('otherRightsNote', basis),
      ]),
      element('rightsGranted', [leaf('act', 'disseminate')]),
      ...ids.map((id) => linking('Object', id)),
    ]),
  ])}\n`
}
