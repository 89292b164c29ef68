import * as z from 'zod'
export const ColumnMap = z.record(z.string(), z.string())
export type ColumnMap = z.output<typeof ColumnMap>
