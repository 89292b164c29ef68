import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { isPlainPath } from '../../shared/file-name.ts'
import type { Exchange } from './exchange.ts'

/** No inline script or style anywhere: the pages' styles are one static file, so not even a nonce is needed. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

type HandedOut = Pick<Exchange, 'pathOf' | 'drop'>
export type Serve = (request: Request) => Promise<Response>

/** The page's own files and the files it downloads; the same function behind the loopback door and app://. */
export function createServe({ assetsDir, exchange }: { assetsDir: string; exchange: HandedOut }): Serve {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method not allowed')
    const url = new URL(request.url)
    const [, area, token] = url.pathname.split('/')
    if (area === 'file') {
      if (request.method === 'HEAD') return plain(405, 'Method not allowed')
      return download(exchange, token ?? '', url.searchParams.get('name') ?? 'kho-sach')
    }
    return asset(assetsDir, url.pathname === '/' ? '/index.html' : url.pathname)
  }
}

function asset(assetsDir: string, pathname: string): Response {
  const name = decodePath(pathname).slice(1)
  const path = join(assetsDir, name)
  const type = types[extname(path)]
  if (!type || !isPlainPath(name) || !existsSync(path)) return plain(404, 'Not found')
  // Built files carry their hash in their name; the page itself, and the licences, must always be asked for.
  const cache = ['.html', '.json'].includes(extname(path))
    ? 'no-store'
    : 'public, max-age=31536000, immutable'
  return new Response(readFileSync(path), {
    headers: { ...securityHeaders, 'Content-Type': type, 'Cache-Control': cache },
  })
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return '/'
  }
}

/** A ticket is good for one whole download. */
function download(exchange: HandedOut, token: string, name: string): Response {
  const path = exchange.pathOf(token)
  if (!path) return plain(404, 'Not found')
  const stream = createReadStream(path)
  stream.on('end', () => exchange.drop(token))
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      ...securityHeaders,
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(statSync(path).size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    },
  })
}

export function plain(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

export function page(status: number, html: string): Response {
  return new Response(html, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
