import { sql } from 'kysely'
import { displayDate } from '../../shared/dates.ts'
import type { Paper, Weeding } from '../../shared/weeding/contract.ts'
import {
  explainsLimit,
  isSigned,
  paperAwaited,
  paperKinds,
  stageAfter,
  type PaperKind,
} from '../../shared/weeding/rules.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { stockOn } from '../copies/index.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { factsOf, keptFacts } from './facts.ts'
import { paperOf } from './paper.ts'
import { numberParts, readBack, readPapers, requireWeeding, shareOf } from './reading.ts'

export const paperCommands: Pick<CommandsOf<'weeding'>, 'savePaper' | 'recordPaper'> = {
  async savePaper({ id, kind, rev, symbol, content }, { db, fail }) {
    const { stage } = await requireWeeding(db, { id }, fail)
    if (isSigned(kind, stage)) fail('paper_signed', { kind })
    const paper = await paperNamed(db, id, kind)
    if (paper.rev !== rev) fail('stale', { id: paper.id, rev: paper.rev })
    await db
      .updateTable('weedingPaper')
      .set({ symbol, content: JSON.stringify(content), rev: rev + 1 })
      .where('id', '=', paper.id)
      .execute()
    return paperNamed(db, id, kind)
  },

  async recordPaper({ id, rev, kind, number, signedOn, aboveLimitReason }, { db, fail, today }) {
    const weeding = await requireWeeding(db, { id, rev }, fail)
    await requireTurn(db, weeding, { kind, signedOn }, fail)
    if (signedOn > today) fail('signed_in_future', { signedOn: displayDate(signedOn) })
    const paper = await paperNamed(db, id, kind)
    requireContent(paper, number, fail)
    const share = shareOf(weeding.copies, await stockOn(db, today))
    const needsReason = explainsLimit(kind) && share.isAboveLimit
    if (needsReason && aboveLimitReason === '') fail('above_limit_unexplained', share)
    const explained = await explain(db, paper, needsReason ? aboveLimitReason : '')
    await explainLater(db, id, explained)
    if (kind === 'list') await keepFacts(db, id)
    await sign(db, weeding, { paper: explained, number, signedOn, today })
    return readBack(db, id)
  },
}

async function explain(db: Writer, paper: Paper, aboveLimitReason: string): Promise<Paper> {
  const content = { ...paper.content, aboveLimitReason }
  await write(db, { ...paper, content })
  return { ...paper, content }
}

/** Papers that ask for the same after this one begin with its reason, so that what is printed to be signed says it. */
async function explainLater(db: Writer, weedingId: number, { kind, content }: Paper): Promise<void> {
  const { aboveLimitReason } = content
  if (aboveLimitReason === '') return
  const isLater = (other: PaperKind) => paperKinds.indexOf(other) > paperKinds.indexOf(kind)
  for (const paper of await readPapers(db, weedingId)) {
    if (!isLater(paper.kind) || !explainsLimit(paper.kind) || paper.content.aboveLimitReason !== '') continue
    await write(db, { ...paper, content: { ...paper.content, aboveLimitReason } })
  }
}

async function write(db: Writer, { id, content }: Paper): Promise<void> {
  await db
    .updateTable('weedingPaper')
    .set({ content: JSON.stringify(content) })
    .where('id', '=', id)
    .execute()
}

export async function paperNamed(db: Writer, weedingId: number, kind: PaperKind): Promise<Paper> {
  const paper = (await readPapers(db, weedingId)).find((each) => each.kind === kind)
  if (!paper) throw new Error(`weeding ${weedingId} has no ${kind}`)
  return paper
}

type TurnError = 'wrong_stage' | 'list_empty' | 'before_previous'

/** Papers are signed one after another, none before the one it rests on, and none over an empty list. */
export async function requireTurn(
  db: Writer,
  weeding: Weeding,
  { kind, signedOn }: { kind: PaperKind; signedOn: string },
  fail: Fail<TurnError>,
): Promise<void> {
  if (paperAwaited(weeding.stage) !== kind) fail('wrong_stage', { stage: weeding.stage })
  if (weeding.copies === 0) fail('list_empty', { name: weeding.name })
  const before = (await readPapers(db, weeding.id)).filter((paper) => paper.signedOn !== null)
  const latest = before.toSorted((a, b) => paperKinds.indexOf(b.kind) - paperKinds.indexOf(a.kind))[0]
  if (latest?.signedOn && signedOn < latest.signedOn)
    fail('before_previous', {
      signedOn: displayDate(signedOn),
      previous: displayDate(latest.signedOn),
      kind: latest.kind,
    })
}

function requireContent(
  { kind, content }: Paper,
  number: string,
  fail: Fail<'number_missing' | 'council_missing' | 'votes_missing'>,
): void {
  // A list goes with its proposal, and not every council numbers its minutes.
  if (number === '' && (kind === 'proposal' || kind === 'council')) fail('number_missing')
  if (kind === 'council' && !content.members.some(({ role }) => role === 'chair')) fail('council_missing')
  if (kind === 'minutes' && content.votesFor === null) fail('votes_missing')
}

/** What the list says of each copy from now on, whatever becomes of the catalogue. */
async function keepFacts(db: Writer, weedingId: number): Promise<void> {
  const items = await db
    .selectFrom('weedingItem')
    .select(['id', 'copyId'])
    .where('weedingId', '=', weedingId)
    .where('state', '=', 'listed')
    .execute()
  const facts = await factsOf(
    db,
    items.map(({ copyId }) => copyId),
  )
  const itemByCopy = new Map(items.map(({ id, copyId }) => [copyId, id]))
  const kept = facts.map((fact) => ({
    id: itemByCopy.get(fact.copyId),
    facts: JSON.stringify(keptFacts(fact)),
  }))
  await sql`update weedingItem set facts = given.value ->> 'facts'
    from json_each(${JSON.stringify(kept)}) as given
    where weedingItem.id = given.value ->> 'id'`.execute(db)
}

type Signing = { paper: Paper; number: string; signedOn: string; today: string }

/** From here on the paper is printed as it was signed; the dossier waits for the next. */
export async function sign(
  db: Writer,
  weeding: Weeding,
  { paper, number, signedOn, today }: Signing,
): Promise<void> {
  const numbered = { ...paper, ...numberParts(number, paper.symbol), signedOn }
  const text = JSON.stringify(await paperOf(db, { weeding, paper: numbered, today }))
  await db
    .updateTable('weedingPaper')
    .set({
      number: numbered.number,
      symbol: numbered.symbol,
      signedOn,
      paper: text,
      paperHash: sha256(text),
      rev: paper.rev + 1,
    })
    .where('id', '=', paper.id)
    .execute()
  await db
    .updateTable('weeding')
    .set({ stage: stageAfter(paper.kind), backReason: '', rev: weeding.rev + 1 })
    .where('id', '=', weeding.id)
    .execute()
}
