import type { ProductKind } from './contract.ts'

export type ProductMeasure = `products.${ProductKind}`
