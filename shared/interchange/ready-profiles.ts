import { ImportProfile } from './profile.ts'
import type { ColumnTarget } from './targets.ts'

/**
 * Beginnings for files of systems that are in use. Where a library's own system puts its accession numbers is known for
 * Koha only; the others are what was seen in files and catalogues on the web, to be changed where they do not fit.
 */
const ready = {
  koha: {
    source: 'Koha',
    copies: {
      tags: ['952'],
      subfields: {
        // Many libraries use the accession number as the barcode, and leave the inventory number empty.
        accessionNumber: 'i|p',
        barcode: 'p',
        site: 'a|b',
        store: 'c',
        callNumber: 'o',
        accessionedOn: 'd',
        source: 'e',
        price: 'g|v',
        enumeration: 'h',
        copyNote: 'zx',
      },
      numbers: 'one',
      statusCodes: [
        { code: '0', value: '', isWithdrawn: true },
        { code: '1', value: '', status: 'missing' },
        { code: '4', value: '', condition: 'damaged' },
        // Below zero a copy is ordered and not here yet; above, it is here and not lent.
        { code: '7', value: '-1', status: 'in_process' },
        { code: 'q', value: '', status: 'on_loan' },
      ],
    },
  },
  location_852: {
    copies: {
      tags: ['852'],
      subfields: {
        accessionNumber: 'j|p',
        barcode: 'p',
        site: 'a',
        store: 'b',
        shelf: 'c',
        callNumber: 'hi',
        enumeration: 't',
        copyNote: 'zx',
      },
    },
  },
  items_876: {
    copies: {
      tags: ['852'],
      subfields: {
        accessionNumber: 'j|p',
        barcode: 'p',
        site: 'a',
        store: 'b',
        shelf: 'c',
        callNumber: 'hi',
      },
      items: {
        tags: ['876', '877', '878'],
        subfields: {
          accessionNumber: 'a|p',
          barcode: 'p',
          store: 'l',
          price: 'c',
          accessionedOn: 'd',
          source: 'e',
          status: 'j',
          enumeration: '3',
          copyNote: 'zx',
        },
      },
      numbers: 'one',
    },
  },
  local_949: {
    copies: {
      tags: ['949'],
      subfields: {
        accessionNumber: 'i|b|p',
        barcode: 'i|b',
        site: 'm',
        store: 'l',
        callNumber: 'a',
        enumeration: 'v',
        copyNote: 'oz',
      },
    },
  },
  libol: {
    source: 'Libol',
    copies: {
      tags: ['852'],
      // One field for each store, its numbers in one subfield behind how many they are: (3): VM1001-3.
      subfields: {
        accessionNumber: 'j|p|t',
        site: 'a',
        store: 'b',
        shelf: 'c',
        callNumber: 'hi',
        copyNote: 'z',
      },
    },
  },
  local_95x: {
    copies: {
      tags: ['950', '951', '952', '953', '954', '955', '956', '957', '958', '959'],
      subfields: { accessionNumber: 'a', store: 'b' },
    },
  },
  cds_isis: {
    source: 'CDS/ISIS',
    reads: 'local_fields',
    // UNESCO's own example of a catalogue, from which most were made.
    columns: columnsOf({
      '024': 'title',
      '025': 'edition',
      '026$a': 'place',
      '026$b': 'publisher',
      '026$c': 'publishedYear',
      '030$abc': 'extent',
      '044': 'series',
      '050': 'note',
      '069': 'keywords',
      '070': 'authors',
      '071': 'organisations',
    }),
    copies: {
      tags: ['995'],
      subfields: { accessionNumber: 'j|f', barcode: 'f', site: 'b', store: 'c', callNumber: 'k' },
    },
  },
  unimarc: {
    reads: 'local_fields',
    columns: columnsOf({
      '001': 'controlNumber',
      '010$a': 'isbn',
      '011$a': 'issn',
      '101$a': 'language',
      '200$a': 'title',
      '200$e': 'subtitle',
      '200$h': 'part',
      '200$f': 'responsibility',
      '205$a': 'edition',
      '210$a': 'place',
      '210$c': 'publisher',
      '210$d': 'publishedYear',
      '215$a': 'pages',
      '215$d': 'size',
      '225$a': 'series',
      '300$a': 'note',
      '330$a': 'summary',
      '606$a': 'subjects',
      '610$a': 'keywords',
      '676$a': 'ddc',
      '700$ab': 'authors',
      '701$ab': 'authors',
      '702$ab': 'authors',
      '710$a': 'organisations',
      '856$u': 'url',
    }),
    copies: {
      tags: ['995'],
      subfields: {
        accessionNumber: 'j|f',
        barcode: 'f',
        site: 'b|a',
        store: 'e',
        callNumber: 'k',
        accessionedOn: '5',
        copyNote: 'u',
      },
      numbers: 'one',
    },
  },
  excel_register: {},
} as const satisfies Record<string, object>

export type ReadyProfileCode = keyof typeof ready
export const readyProfileCodes = Object.keys(ready) as ReadyProfileCode[]

/** A ready profile under a name of its own; what it is called stands at interchange.profiles.<code>. */
export function readyProfile(code: ReadyProfileCode, name: string): ImportProfile {
  return ImportProfile.parse({ ...ready[code], name })
}

function columnsOf(targets: Record<string, ColumnTarget>): { header: string; target: ColumnTarget }[] {
  return Object.entries(targets).map(([header, target]) => ({ header, target }))
}
