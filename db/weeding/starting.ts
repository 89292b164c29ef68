import type { TFunction } from 'i18next'
import { PaperContent } from '../../shared/weeding/contract.ts'
import { paperKinds, type PaperKind } from '../../shared/weeding/rules.ts'
import type { Writer } from '../connection.ts'
import { libraryWords } from '../words.ts'

type Library = {
  name: string
  governingBody: string
  placeName: string
  reportSymbol: string
  signerTitle: string
  signerName: string
}

/** The five papers as most libraries will want them; every word of them may be changed until it is signed. */
export async function startPapers(
  db: Writer,
  { weedingId, year }: { weedingId: number; year: number },
): Promise<void> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const t = await libraryWords(db)
  for (const kind of paperKinds) {
    const content = PaperContent.parse(contentOf(kind, { library, t, year }))
    await db
      .insertInto('weedingPaper')
      .values({ weedingId, kind, symbol: symbolOf(kind, library), content: JSON.stringify(content) })
      .execute()
  }
}

/** BC-TVT stands for reports of TVT, whose proposals are TTr-TVT; how the governing body writes itself is not known. */
function symbolOf(kind: PaperKind, { reportSymbol }: Library): string {
  const body = reportSymbol.includes('-') ? reportSymbol.slice(reportSymbol.indexOf('-')) : ''
  switch (kind) {
    case 'proposal':
      return `TTr${body}`
    case 'list':
      return ''
    case 'council':
    case 'approval':
      return 'QĐ'
    case 'minutes':
      return 'BB-HĐTĐ'
  }
}

type Given = { library: Library; t: TFunction; year: number }

/** The library proposes and lists; who directs it founds the council and approves (Điều 26). */
function contentOf(kind: PaperKind, { library, t, year }: Given) {
  const { name, governingBody, placeName, signerTitle, signerName } = library
  const director = signerTitle || t('reports.paper.director')
  const ours = {
    parentBody: governingBody,
    issuingBody: name,
    place: placeName,
    capacity: director,
    signer: signerName,
  }
  const theirs = {
    parentBody: '',
    issuingBody: governingBody || name,
    place: placeName,
    capacity: t('reports.paper.director'),
    recipients: t('weeding.paper.recipients.decision', { library: name }),
  }
  switch (kind) {
    case 'proposal':
      return {
        ...ours,
        addressees: governingBody,
        recipients: t('weeding.paper.recipients.proposal'),
        text: t('weeding.paper.defaults.proposal', { year, library: name }),
      }
    case 'list':
      return ours
    case 'council':
      return theirs
    case 'minutes':
      return {
        parentBody: governingBody || name,
        issuingBody: t('weeding.paper.councilName'),
        place: placeName,
        meetingPlace: name,
        text: t('weeding.paper.defaults.minutes'),
      }
    case 'approval':
      return theirs
  }
}
