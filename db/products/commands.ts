import { displayDate } from '../../shared/dates.ts'
import type { Product, ProductFields } from '../../shared/products/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { compiled } from './entries.ts'
import { readProduct } from './reading.ts'
import { putTitles } from './selection.ts'

export const commands: CommandsOf<'products'> = {
  async addProduct({ selection, ...fields }, { db, fail, now }) {
    const { id } = await db
      .insertInto('product')
      .values({ ...asRow(fields), createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (selection) await putTitles(db, { productId: id, selection }, fail)
    return asSaved(db, id)
  },

  async updateProduct({ id, rev, ...fields }, { db, fail }) {
    const product = await openProduct(db, id, fail)
    requireRev(product, rev, fail)
    return changed(db, product, asRow(fields))
  },

  async addTitles({ id, selection }, { db, fail }) {
    const product = await openProduct(db, id, fail)
    await putTitles(db, { productId: id, selection }, fail)
    return changed(db, product, {})
  },

  async removeTitles({ id, titleIds }, { db, fail }) {
    const product = await openProduct(db, id, fail)
    await db.deleteFrom('productTitle').where('productId', '=', id).where('titleId', 'in', titleIds).execute()
    return changed(db, product, {})
  },

  async issueProduct({ id, rev, issuedOn }, { db, fail, today }) {
    const product = await openProduct(db, id, fail)
    requireRev(product, rev, fail)
    if (issuedOn > today) fail('issued_in_future', { issuedOn: displayDate(issuedOn) })
    const contents = await compiled(db, product)
    if (contents.entries.length === 0) fail('product_empty', { name: product.name })
    return changed(db, product, { issuedOn, paper: JSON.stringify(contents) })
  },

  async reopenProduct({ id, rev }, { db, fail }) {
    const product = (await readProduct(db, id)) ?? fail('product_not_found', { id })
    if (product.issuedOn === null) fail('product_not_issued', { name: product.name })
    requireRev(product, rev, fail)
    return changed(db, product, { issuedOn: null, paper: null })
  },

  async removeProduct({ id, rev }, { db, fail }) {
    const product = await openProduct(db, id, fail)
    requireRev(product, rev, fail)
    // Row by row, so that the journal sees each go.
    await db.deleteFrom('productTitle').where('productId', '=', id).execute()
    await db.deleteFrom('product').where('id', '=', id).execute()
    return { id }
  },
}

function asRow({ hasAuthorIndex, hasTitleIndex, hasSummaries, ...fields }: ProductFields) {
  return {
    ...fields,
    hasAuthorIndex: hasAuthorIndex ? 1 : 0,
    hasTitleIndex: hasTitleIndex ? 1 : 0,
    hasSummaries: hasSummaries ? 1 : 0,
  }
}

type Change = Partial<ReturnType<typeof asRow> & { issuedOn: string | null; paper: string | null }>

async function changed(db: Writer, { id, rev }: Product, change: Change): Promise<Product> {
  await db
    .updateTable('product')
    .set({ ...change, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  return asSaved(db, id)
}

async function asSaved(db: Writer, id: number): Promise<Product> {
  const product = await readProduct(db, id)
  if (!product) throw new Error('a product that was just written is not there')
  return product
}

async function openProduct(
  db: Writer,
  id: number,
  fail: Fail<'product_not_found' | 'product_issued'>,
): Promise<Product> {
  const product = (await readProduct(db, id)) ?? fail('product_not_found', { id })
  const { name, issuedOn } = product
  return issuedOn === null ? product : fail('product_issued', { name, issuedOn })
}

function requireRev(product: Product, rev: number, fail: Fail<never>): void {
  if (product.rev !== rev) fail('stale', { id: product.id, rev: product.rev })
}
