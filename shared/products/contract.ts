import * as z from 'zod'
import { Selection } from '../catalogue/contract.ts'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'

/** Information products of Công văn 2024/BVHTTDL-TV, 2c. */
export const productKinds = ['bibliography', 'review', 'articles', 'other'] as const
export type ProductKind = (typeof productKinds)[number]
export const productGroups = ['none', 'ddc', 'subject', 'author', 'year', 'material'] as const

export const ProductFields = z.object({
  kind: z.enum(productKinds),
  name: requiredText(500),
  /** Stands before the entries. */
  foreword: text(20_000).default(''),
  groupBy: z.enum(productGroups).default('ddc'),
  hasAuthorIndex: z.boolean().default(true),
  hasTitleIndex: z.boolean().default(true),
  hasSummaries: z.boolean().default(true),
})
export type ProductFields = z.output<typeof ProductFields>
export const Product = ProductFields.extend({
  id,
  rev,
  titles: z.int(),
  issuedOn: isoDate.nullable(),
  createdAt: instant,
})
export type Product = z.output<typeof Product>

export const products = defineContract({
  queries: {
    list: { can: 'products.read', input: z.object({ ...pageInput }), output: page(Product) },
    product: {
      can: 'products.read',
      input: z.object({ id }),
      output: Product,
      errors: ['product_not_found'],
    },
    /** The entries as they will be printed, in their order. */
    entries: {
      can: 'products.read',
      input: z.object({
        productId: id,
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
      output: z.object({
        rows: z.array(
          z.object({
            number: z.int(),
            titleId: id,
            group: z.string(),
            heading: z.string(),
            entry: z.string(),
            summary: z.string(),
          }),
        ),
        total: z.object({ count: z.int(), isExact: z.boolean() }),
      }),
      errors: ['product_not_found'],
    },
  },
  commands: {
    addProduct: {
      can: 'products.write',
      input: ProductFields.extend({ selection: Selection.nullable().default(null) }),
      output: Product,
      errors: ['too_many_titles'],
      changes: ['products'],
    },
    updateProduct: {
      can: 'products.write',
      input: ProductFields.extend({ id, rev }),
      output: Product,
      errors: ['product_not_found', 'product_issued'],
      changes: ['products'],
    },
    addTitles: {
      can: 'products.write',
      input: z.object({ id, selection: Selection }),
      output: Product,
      errors: ['product_not_found', 'product_issued', 'too_many_titles'],
      changes: ['products'],
    },
    removeTitles: {
      can: 'products.write',
      input: z.object({ id, titleIds: z.array(id).min(1).max(5000) }),
      output: Product,
      errors: ['product_not_found', 'product_issued'],
      changes: ['products'],
    },
    /** Counted from this day on; its entries no longer change. */
    issueProduct: {
      can: 'products.write',
      input: z.object({ id, rev, issuedOn: isoDate }),
      output: Product,
      errors: ['product_not_found', 'product_issued', 'product_empty', 'issued_in_future'],
      changes: ['products', 'indicators', 'reports'],
    },
    reopenProduct: {
      can: 'products.write',
      input: z.object({ id, rev }),
      output: Product,
      errors: ['product_not_found', 'product_not_issued'],
      changes: ['products', 'indicators', 'reports'],
    },
    removeProduct: {
      can: 'products.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['product_not_found', 'product_issued'],
      changes: ['products'],
    },
  },
  jobs: {
    produce: {
      can: 'products.read',
      input: z.object({ id, format: z.enum(['docx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      errors: ['product_not_found', 'product_empty'],
      changes: [],
    },
  },
})
