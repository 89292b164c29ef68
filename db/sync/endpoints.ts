/** Only encrypted, except to a receiver on this very PC. */
export function isEndpoint(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '') return false
  const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]'
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}
