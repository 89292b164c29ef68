import type { FastifyPluginAsync } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { refuse } from './refusal.ts'

/** No inline script or style anywhere: what the page needs are files of its own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** The built page: one document and the files it names, each with its hash in its name. */
export function pageRoutes(folder: string | null): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true }
    })
    if (folder === null) return
    app.get('/', async (_, reply) => {
      const page = readFileSync(join(folder, 'index.html'))
      return reply
        .headers(headers)
        .header('Cache-Control', 'no-store')
        .type(types['.html'] ?? '')
        .send(page)
    })
    app.get<{ Params: { name: string } }>('/assets/:name', async ({ params: { name } }, reply) => {
      const path = join(folder, 'assets', name)
      const type = types[extname(name)]
      if (!type || !/^[\w.-]+$/.test(name) || !existsSync(path)) return refuse('not_found')
      reply.headers(headers).header('Cache-Control', 'public, max-age=31536000, immutable')
      return reply.type(type).send(readFileSync(path))
    })
  }
}
