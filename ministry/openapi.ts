import * as z from 'zod'
import { Payload } from '../shared/sync/package.ts'
import { Receipt } from '../shared/sync/receipt.ts'
import { buildApp } from './app.ts'
import type { Receiver } from './receiver.ts'

/** What is published beside the program, as the texts of its files; made from the very schemas that are checked. */
export async function publishedFiles(receiver: Receiver): Promise<Record<string, string>> {
  const app = await buildApp({ receiver })
  await app.ready()
  const openapi = app.swagger()
  await app.close()
  return {
    'openapi.json': textOf(openapi),
    'package.schema.json': textOf(z.toJSONSchema(Payload, { target: 'draft-2020-12' })),
    'receipt.schema.json': textOf(z.toJSONSchema(Receipt, { target: 'draft-2020-12' })),
  }
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
