import { by, type ExamplesOf, type Given } from '../example.ts'
import { begun, dossier, dropped, refused, whenApproved } from './weeding-steps.ts'

const inProposal = { id: 1, kind: 'proposal' } as const
const signedScan = () => new TextEncoder().encode('%PDF-1.7 bản ký')
const noScan = () => new TextEncoder().encode('<html>')
const hugeScan = () => new Uint8Array(50 * 1024 * 1024 + 1)
const scan = ({ file }: Given) => ({ ...inProposal, file })
const attached = by('cataloguer', 'weeding.attachScan', scan)
const unknownFile = { token: 'x'.repeat(24), name: 'mat.pdf', size: 1 }

type Verb = 'produce' | 'attachScan' | 'openScan' | 'removeScan'

/** The papers as files: as they are printed, and as they came back signed. */
export const weedingScans = {
  produce: [
    {
      name: 'writes a draft to work on',
      as: 'reader',
      before: begun,
      input: { ...inProposal, format: 'docx' },
      answers: { file: { name: 'to-trinh-thanh-loc-2020.docx' } },
    },
    {
      name: 'writes the list as a workbook',
      as: 'reader',
      before: whenApproved,
      input: { id: 1, kind: 'list', format: 'xlsx' },
      answers: { file: { name: 'danh-muc-thanh-loc-2020.xlsx' } },
    },
    {
      name: 'lays out what is signed',
      as: 'reader',
      before: whenApproved,
      input: { id: 1, kind: 'approval', format: 'pdf' },
      answers: { file: { name: 'quyet-dinh-phe-duyet-thanh-loc-2020.pdf' } },
    },
    {
      ...refused('weeding_not_found', 'needs a dossier'),
      input: { ...inProposal, id: 404, format: 'docx' },
    },
    {
      ...refused('list_empty', 'needs copies'),
      before: [...begun, dropped],
      input: { ...inProposal, format: 'docx' },
    },
  ],
  attachScan: [
    {
      name: 'keeps a picture of a signed paper',
      as: 'cataloguer',
      before: [dossier],
      file: signedScan,
      input: scan,
      answers: { kind: 'proposal', rev: 2, scan: { name: 'handed-in.khosach', size: 18 } },
    },
    {
      ...refused('weeding_not_found', 'needs a dossier'),
      file: signedScan,
      input: (given) => ({ ...scan(given), id: 404 }),
    },
    {
      ...refused('file_gone', 'needs a file'),
      before: [dossier],
      input: { ...inProposal, file: unknownFile },
    },
    { ...refused('not_a_scan', 'looks into the file'), before: [dossier], file: noScan, input: scan },
    { ...refused('scan_too_large', 'takes no books'), before: [dossier], file: hugeScan, input: scan },
  ],
  openScan: [
    {
      name: 'gives the picture back',
      as: 'reader',
      before: [dossier, attached],
      file: signedScan,
      input: inProposal,
      answers: { file: { name: 'handed-in.khosach' } },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...inProposal, id: 404 } },
    { ...refused('scan_not_found', 'needs a picture'), before: [dossier], input: inProposal },
    {
      ...refused('scan_damaged', 'takes no other picture for it'),
      before: [dossier, attached],
      file: signedScan,
      upset: [`update weedingPaper set scanHash = '${'0'.repeat(64)}' where scanHash is not null`],
      input: inProposal,
    },
  ],
  removeScan: [
    {
      name: 'takes a picture away',
      as: 'cataloguer',
      before: [dossier, attached],
      file: signedScan,
      input: inProposal,
      answers: { done: true },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...inProposal, id: 404 } },
    { ...refused('scan_not_found', 'needs a picture'), before: [dossier], input: inProposal },
  ],
} satisfies Pick<ExamplesOf<'weeding'>, Verb>
