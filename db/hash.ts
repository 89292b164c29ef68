import { hash } from 'node:crypto'

/** As 64 hexadecimal digits: what the chain, figures, papers, packages and session tokens are known by. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}
