import type { Anchor, Verdict } from '../../shared/journal/contract.ts'
import type { Reader } from '../connection.ts'
import {
  genesis,
  hashCommand,
  hashRow,
  splitRowHashes,
  type Command,
  type Row,
  type Sealed,
} from './append.ts'

type Chain = Sealed & { id: number; firstRowId: number | null; hash: string }
type Fault = NonNullable<Verdict['firstFault']>

const batchSize = 500

/** Recomputes every link from the first entry on and stops at the first that disagrees. */
export async function verifyChain(
  db: Reader,
  anchors: readonly Anchor[],
  progress: (done: number, total: number) => void,
): Promise<Verdict> {
  const anchorsByPosition = Map.groupBy(anchors, (anchor) => anchor.position)
  const total = await lastId(db)
  const head = { position: 0, hash: genesis }
  const verdict = (firstFault: Fault | null): Verdict => ({
    isWhole: firstFault === null,
    commands: head.position,
    anchors: anchors.length,
    firstFault,
    head: { ...head },
  })
  while (head.position < total) {
    const from = head.position + 1
    const batch = await readBatch(db, from, Math.min(from + batchSize - 1, total))
    for (let id = from; id <= Math.min(from + batchSize - 1, total); id++) {
      const fault = checkEntry(id, batch, head.hash)
      if (fault) return verdict(fault)
      const { hash } = batch.chainById.get(id) ?? { hash: '' }
      // Two anchors of one place may disagree: a forged one inside must not hide the printed one.
      const differs = anchorsByPosition.get(id)?.some((anchor) => anchor.hash !== hash)
      if (differs) return verdict(at(id, null, 'anchor_differs'))
      Object.assign(head, { position: id, hash })
    }
    progress(head.position, total)
  }
  const beyond = anchors.find((anchor) => anchor.position > total)
  if (beyond) return verdict(at(beyond.position, null, 'removed'))
  return verdict(await strayRow(db, total))
}

type Batch = {
  commandById: Map<number, Command>
  chainById: Map<number, Chain>
  rowsById: Map<number, Row[]>
}

async function readBatch(db: Reader, from: number, to: number): Promise<Batch> {
  const commands = await db
    .selectFrom('journalCommand')
    .selectAll()
    .where('id', '>=', from)
    .where('id', '<=', to)
    .execute()
  const chains = await db
    .selectFrom('journalChain')
    .selectAll()
    .where('id', '>=', from)
    .where('id', '<=', to)
    .execute()
  const rows = await db
    .selectFrom('journalRow')
    .selectAll()
    .where('commandId', '>=', from)
    .where('commandId', '<=', to)
    .orderBy('id')
    .execute()
  return {
    commandById: new Map(commands.map((command) => [command.id, command])),
    chainById: new Map(chains.map((chain) => [chain.id, chain])),
    rowsById: Map.groupBy(rows, (row) => row.commandId),
  }
}

function checkEntry(id: number, batch: Batch, previousHash: string): Fault | null {
  const command = batch.commandById.get(id)
  const chain = batch.chainById.get(id)
  if (!command) return at(id, null, 'removed')
  if (!chain) return at(id, null, 'inserted')
  const rowFault = checkRows(chain, batch.rowsById.get(id) ?? [])
  if (rowFault) return rowFault
  return hashCommand(previousHash, command, chain) === chain.hash ? null : at(id, null, 'altered')
}

/** Rows of one command bear consecutive numbers, so a missing or surplus one names itself. */
function checkRows(chain: Chain, rows: readonly Row[]): Fault | null {
  const hashes = splitRowHashes(chain.rowHashes)
  const rowById = new Map(rows.map((row) => [row.id, row]))
  for (const [index, hash] of hashes.entries()) {
    const rowId = (chain.firstRowId ?? 0) + index
    const row = rowById.get(rowId)
    if (!row) return at(chain.id, rowId, 'removed')
    if (hashRow(row) !== hash) return at(chain.id, rowId, 'altered')
    rowById.delete(rowId)
  }
  const [surplus] = rowById.keys()
  return surplus === undefined ? null : at(chain.id, surplus, 'inserted')
}

/** A row that belongs to no entry at all. */
async function strayRow(db: Reader, total: number): Promise<Fault | null> {
  const stray = await db
    .selectFrom('journalRow')
    .select(['id', 'commandId'])
    .where((is) => is.or([is('commandId', '>', total), is('commandId', '<', 1)]))
    .limit(1)
    .executeTakeFirst()
  return stray ? at(stray.commandId, stray.id, 'inserted') : null
}

/** Entries cut off the end show as long as their links or their rows are still there. */
async function lastId(db: Reader): Promise<number> {
  const command = await db
    .selectFrom('journalCommand')
    .select((is) => is.fn.max('id').as('id'))
    .executeTakeFirst()
  const chain = await db
    .selectFrom('journalChain')
    .select((is) => is.fn.max('id').as('id'))
    .executeTakeFirst()
  return Math.max(Number(command?.id ?? 0), Number(chain?.id ?? 0))
}

function at(commandId: number, rowId: number | null, kind: Fault['kind']): Fault {
  return { commandId, rowId, kind }
}
