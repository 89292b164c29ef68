import type { DataField, MarcField } from '../../../shared/catalogue/contract.ts'
import type { CopyField } from '../../../shared/interchange/contract.ts'
import type { ExportedCopy, ExportedTitle } from '../../standards/index.ts'

/** Codes of Koha's own lists (authorised values LOST, DAMAGED and NOT_LOAN) as it comes installed. */
const lostMissing = '4'
const isDamaged = '1'
const notForLoan = '1'
const inProcess = '-1'

/**
 * An item as Koha keeps it in its default framework: $a and $b the branch, $c the shelving place, $d and $e when and
 * whence it came, $g its price, $h enumeration, $i inventory number, $o call number, $p barcode, $x note, $y type.
 */
function koha(copy: ExportedCopy, title: ExportedTitle): DataField {
  const site = copy.siteCode || copy.siteName
  return field('952', '  ', [
    ['1', copy.status === 'missing' ? lostMissing : ''],
    ['4', copy.condition === 'damaged' ? isDamaged : ''],
    ['7', copy.status === 'in_process' ? inProcess : copy.status === 'in_repair' ? notForLoan : ''],
    ['a', site],
    ['b', site],
    ['c', copy.storeCode || copy.storeName],
    ['d', copy.accessionedOn],
    ['e', copy.source],
    ['g', copy.priceMinor === null ? '' : String(copy.priceMinor)],
    ['h', copy.enumeration],
    ['i', copy.accessionNumber],
    ['j', copy.shelf],
    ['o', copy.callNumber || title.callNumber],
    ['p', copy.barcode],
    ['x', copy.note],
    ['y', title.material],
  ])
}

/**
 * MARC's own field of location, as Vietnamese libraries fill it: $b the library, $c its store, $j the accession number.
 * Price and day of arrival have no place here.
 */
function location(copy: ExportedCopy, title: ExportedTitle): DataField {
  return field('852', '  ', [
    ['a', copy.siteCode],
    ['b', copy.siteName],
    ['c', [copy.storeName, copy.shelf].filter((text) => text !== '').join(', ')],
    ['h', copy.callNumber || title.callNumber],
    ['j', copy.accessionNumber],
    ['p', copy.barcode],
    ['q', copy.condition === 'good' ? '' : copy.condition],
    ['x', copy.note],
    ['3', copy.enumeration],
  ])
}

function field(tag: string, indicators: string, subfields: DataField['subfields']): DataField {
  return { tag, indicators, subfields: subfields.filter(([, text]) => text !== '') }
}

type Written = { copies: readonly ExportedCopy[]; title: ExportedTitle }

export function copyFieldsOf({ copies, title }: Written, as: CopyField): DataField[] {
  if (as === 'none') return []
  const write = as === '952' ? koha : location
  return copies.map((copy) => write(copy, title))
}

/** A record that still carries the copies it came with would bring each of them twice. */
export function withoutOldCopies(
  fields: readonly MarcField[],
  added: readonly DataField[],
): readonly MarcField[] {
  const tag = added[0]?.tag
  return tag !== undefined && fields.some((each) => each.tag === tag)
    ? fields.filter((each) => each.tag !== tag)
    : fields
}
